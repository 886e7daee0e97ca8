using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PeaceTracker.Services.Editing;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Editing;

/// <summary>
/// Gives back what was kept of a form as it is opened, and keeps what is typed: as the browser asks for it, and as the form is left.
/// </summary>
public sealed partial class TypedForm<T> : IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private TypedFields? fields;
    private string account = "";
    private string? untouched;
    private string? kept;
    private string? back;
    private int version;
    private int? elsewhere;
    private bool opened;
    private bool shown;
    private bool over;

    [Inject] private FormKeeper Keeper { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private ILogger<TypedForm<T>> Log { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState>? Authentication { get; set; }

    /// <summary>Which form it is. One form has one place: with another, it is another form and has to have another @key.</summary>
    [Parameter, EditorRequired] public required FormPlace Place { get; set; }

    /// <summary>What is typed: the form's own object, or what its fields hold at the moment.</summary>
    [Parameter, EditorRequired] public required T Typed { get; set; }

    /// <summary>Takes what was typed before, to go on with it.</summary>
    [Parameter, EditorRequired] public EventCallback<T> OnBack { get; set; }

    /// <summary>Whether it can be given up as a whole; a form of one field can be emptied.</summary>
    [Parameter] public bool StartsAfresh { get; set; } = true;

    /// <summary>The form.</summary>
    [Parameter, EditorRequired] public required RenderFragment ChildContent { get; set; }

    /// <summary>It was saved, or given up: nothing of it is kept any more.</summary>
    public async Task EndAsync()
    {
        // What was about to be kept at this moment must not come after.
        over = true;
        await turn.WaitAsync();
        turn.Release();
        await Keeper.DropAsync(account, Place.Address, CancellationToken.None);
        if (fields is not null)
        {
            await fields.ForgetAsync();
        }
    }

    /// <summary>Keeps what is typed, if something was typed since.</summary>
    public Task<TypedState> KeepAsync() => KeepAsync(false);

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        account = await AccountAsync();
        if (await Keeper.FindAsync(account, Place.Address, CancellationToken.None) is { } form
            && TypedJson.Read<T>(form.Typed) is { } typed)
        {
            (version, back) = (form.Version, L["What you typed on {0} is back.", L.Stamp(form.KeptAt)]);
            await OnBack.InvokeAsync(typed);
        }

        opened = true;
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        // What the fields make of an empty form by themselves is not typed.
        if (opened && !shown)
        {
            shown = true;
            kept = TypedJson.Write(Typed);
            untouched = version == 0 ? kept : null;
        }
    }

    private async Task<TypedState> KeepAsync(bool putBack)
    {
        if (putBack && back is null)
        {
            back = L["What you typed is back."];
            StateHasChanged();
        }

        await turn.WaitAsync();
        try
        {
            return over || !shown ? TypedState.Kept : await KeepNowAsync(TypedJson.Write(Typed), version);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A store that fails for a moment must not end the page with what is typed on it: the browser asks again.
            Log.LogError(fault, "What is typed at {Address} could not be kept", Place.Address);
            return TypedState.NotKept;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<TypedState> KeepNowAsync(string typed, int? known)
    {
        if (typed == kept && known is not null)
        {
            return elsewhere is null ? TypedState.Kept : TypedState.Elsewhere;
        }

        // Who was signed out has no store: what is typed then is the browser's.
        if (await AccountAsync() is var now && (now.Length == 0 || now != account))
        {
            return TypedState.NotKept;
        }

        if (typed == untouched)
        {
            await Keeper.DropAsync(account, Place.Address, CancellationToken.None);
            (kept, version) = (typed, 0);
            return TypedState.Kept;
        }

        switch (await Keeper.KeepAsync(account, Place, typed, known, CancellationToken.None))
        {
            case FormKeep.Kept done:
                (kept, version, elsewhere) = (typed, done.Version, null);
                return TypedState.Kept;
            case FormKeep.ElsewhereToo other:
                (kept, elsewhere) = (typed, other.Version);
                StateHasChanged();
                return TypedState.Elsewhere;
            default:
                return TypedState.NotKept;
        }
    }

    private async Task KeepOverAsync() => await KeepNowAsync(TypedJson.Write(Typed), null);

    private async Task StartAfreshAsync()
    {
        await EndAsync();
        Navigation.NavigateTo(Navigation.Uri, forceLoad: true);
    }

    private async Task<string> AccountAsync() =>
        Authentication is null ? "" : (await Authentication).User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // The last words before the form was left.
        await KeepAsync(false);
        turn.Dispose();
    }
}
