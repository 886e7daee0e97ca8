using System.Globalization;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Editing;

/// <summary>How far a page for working has come.</summary>
public enum WorkState
{
    /// <summary>What it needs is being read.</summary>
    Loading,
    /// <summary>What its address names is not there.</summary>
    NotFound,
    /// <summary>Nobody is signed in, or somebody without the right.</summary>
    NotAllowed,
    /// <summary>It can be worked with.</summary>
    Ready,
}

/// <summary>
/// A page for people who are signed in, alive by a circuit: who they are, whether they may, and what the page needs once it is open.
/// It is rendered twice, first as a document (title, what there is to say, the right status), then alive; a form belongs to the latter.
/// Hiding a page is courtesy: the right itself is checked where a change is made.
/// </summary>
public abstract class WorkPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource closed = new();
    private string? place;
    private string? opening;

    /// <summary>Made before it is used by anybody.</summary>
    protected WorkPage() => Closed = closed.Token;

    /// <summary>The visible words.</summary>
    [Inject] protected IStringLocalizer<Text> L { get; set; } = default!;

    /// <summary>For links and for going on after a save.</summary>
    [Inject] protected NavigationManager Navigation { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private AuthenticationStateProvider People { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState>? Authentication { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    /// <summary>How far the page has come.</summary>
    public WorkState State { get; private set; }

    /// <summary>Whether it is alive: events arrive, and a form can be shown.</summary>
    public bool IsAlive => RendererInfo.IsInteractive;

    /// <summary>Who is signed in, as the session says; anonymous where nobody is.</summary>
    public ClaimsPrincipal Account { get; private set; } = new(new ClaimsIdentity());

    /// <summary>The account's id; empty where nobody is signed in.</summary>
    public string AccountId => Account.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";

    /// <summary>The name that the account is shown by.</summary>
    protected string AccountName => Account.FindFirstValue(ClaimTypes.Name) ?? "";

    /// <summary>Whether the account may do what managers do.</summary>
    public bool Manages => Account.IsAtLeast(AccountRole.Manager);

    /// <summary>Whether the account was signed off, or lost its role, while the page was open: what is typed stays, saving is refused.</summary>
    public bool SignedOff { get; private set; }

    /// <summary>This moment (UTC).</summary>
    protected DateTime Now => Clock.GetUtcNow().UtcDateTime;

    /// <summary>Today: in UTC, unless a negotiation has a time zone of its own.</summary>
    protected virtual DateOnly Today => DateOnly.FromDateTime(Now);

    /// <summary>Cancelled when the page is left.</summary>
    protected CancellationToken Closed { get; }

    /// <summary>The least role that may work here.</summary>
    protected abstract AccountRole Least { get; }

    /// <summary>Whether the account still may work here: asked before more is read for the page, as it is asked before something is saved.</summary>
    protected async Task<bool> StillMayAsync() => (await People.GetAuthenticationStateAsync()).User.IsAtLeast(Least);

    /// <summary>Reads what the page stands on; both times. False where the address names nothing.</summary>
    protected virtual Task<bool> OpenAsync() => Task.FromResult(true);

    /// <summary>Reads what only the living page needs, such as a draft in the store; once for each address.</summary>
    protected virtual Task OnAliveAsync() => Task.CompletedTask;

    /// <summary>Does, in its own turn, what something outside the page asks for, such as a change of the board. See <see cref="PageTurn"/>.</summary>
    protected void InTurn(Func<Task> work) => PageTurn.Take(InvokeAsync, DispatchExceptionAsync, work, Closed);

    /// <inheritdoc />
    public override Task SetParametersAsync(ParameterView parameters)
    {
        // Opened anew only for another address: a new state of the account must not take what is typed.
        var own = new StringBuilder();
        foreach (var parameter in parameters)
        {
            own = parameter.Cascading ? own : own.Append(CultureInfo.InvariantCulture, $"{parameter.Name}={parameter.Value}\n");
        }

        var given = own.ToString();
        if (place != given && !(place is not null && given.Length == 0))
        {
            (place, State) = (given, WorkState.Loading);
        }

        return base.SetParametersAsync(parameters);
    }

    /// <inheritdoc />
    protected sealed override async Task OnParametersSetAsync()
    {
        Account = Authentication is null ? new(new ClaimsIdentity()) : (await Authentication).User;
        if (State == WorkState.Ready)
        {
            SignedOff = !Account.IsAtLeast(Least);
        }
        else if ((State is WorkState.Loading or WorkState.NotAllowed) && opening != place)
        {
            opening = place;
            await OpenAtAsync(place);
        }
    }

    /// <summary>Opens the page again, as for another address of the same form: what is typed until now is kept at the address before.</summary>
    protected async Task OpenAgainAsync()
    {
        (State, opening) = (WorkState.Loading, place);
        StateHasChanged();
        await OpenAtAsync(place);
        StateHasChanged();
    }

    // Once for a place: while it is read the account may be told anew, and a page that was opened a second time would take what is typed by then.
    private async Task OpenAtAsync(string? here)
    {
        var found = await OpenAsync();
        if (here != place)
        {
            return;
        }

        State = !found ? WorkState.NotFound : Account.IsAtLeast(Least) ? WorkState.Ready : WorkState.NotAllowed;
        opening = null;
        Say(State);
        if (State == WorkState.Ready && IsAlive)
        {
            await OnAliveAsync();
        }
    }

    /// <summary>Says on a document what a program that reads it must know, too.</summary>
    private void Say(WorkState state)
    {
        if (state == WorkState.NotFound && !IsAlive)
        {
            Navigation.NotFound();
        }
        else if (state == WorkState.NotAllowed && Http is { Response.HasStarted: false })
        {
            Http.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
    }

    /// <summary>Where the account signs in and comes back from.</summary>
    public string SignIn => Site.At($"/account/sign-in?returnUrl={Uri.EscapeDataString(Navigation.LocalAddress())}");

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of what the page listens to.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !closed.IsCancellationRequested)
        {
            closed.Cancel();
            closed.Dispose();
        }
    }
}
