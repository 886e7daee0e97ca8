using Microsoft.AspNetCore.Components;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Claims;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Issues;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Services.Sources;
using PeaceTracker.Services.Talks;
using PeaceTracker.Web.Features.Editing;
using PeaceTracker.Web.Features.Editing.Fields;
using PeaceTracker.Web.Features.Sources;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Outcomes;

/// <summary>What the main form does: keep what is typed every few seconds, say what it would change, publish or submit it.</summary>
public sealed partial class OutcomeEditor
{
    // Twice in what is lost at most when the browser dies in mid-sentence.
    private static readonly TimeSpan KeepEvery = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource left = new();
    private List<RoundForm> next = [];
    private List<HeadlineForm> headline = [];
    private SaveAttempt attempt = default!;
    private TakesSource takes = default!;
    private TypedFields? fields;
    private OutcomePreview preview = default!;
    private IReadOnlyList<KeyedItem> sources = [];
    private Board? seen;
    private ITimer? timer;

    [Inject] private OutcomeDesk Desk { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private ILogger<OutcomeEditor> Log { get; set; } = default!;

    /// <summary>The newest board.</summary>
    [Parameter, EditorRequired] public required Board Board { get; set; }

    /// <summary>The form, and how far it is kept.</summary>
    [Parameter, EditorRequired] public required KeptOutcome Kept { get; set; }

    /// <summary>The outcome as it was in the store when the form was opened; null for a new one.</summary>
    [Parameter] public Outcome? Stored { get; set; }

    /// <summary>Who types.</summary>
    [Parameter, EditorRequired] public required string AccountId { get; set; }

    /// <summary>Today.</summary>
    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    /// <summary>Address of the list of outcomes.</summary>
    [Parameter, EditorRequired] public required string List { get; set; }

    /// <summary>The outcome is to be opened again from the store: it was submitted, or another window's version is to be shown.</summary>
    [Parameter, EditorRequired] public EventCallback OnSubmitted { get; set; }

    private OutcomeForm Form => Kept.Form;

    private string Slug => Board.Negotiation.Slug;

    private bool Approval => Board.Negotiation.RequiresApproval;

    private bool HasRound => Form.RoundKey is not null || Form.NewRound is not null;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        (attempt, takes) = (new(L), Take);
        next = Form.NextRound is { } announced ? [announced] : [];
        headline = Form.Headline is { } chosen ? [chosen] : [];
        var gone = left.Token; // the source itself may be disposed when the clock strikes for the last time
        timer = Clock.CreateTimer(_ => PageTurn.Take(InvokeAsync, DispatchExceptionAsync, KeepAsync, gone), null, KeepEvery, KeepEvery);
    }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(seen, Board))
        {
            seen = Board;
            Refresh();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        timer?.Dispose();
        if (!left.IsCancellationRequested)
        {
            await left.CancelAsync();
            left.Dispose();
            // The last words before the page was left.
            await TryKeepAsync(CancellationToken.None);
        }
    }

    private void Refresh()
    {
        Form.NextRound = next.FirstOrDefault();
        Form.Headline = headline.FirstOrDefault();
        preview = Desk.Preview(Board, Form);
        sources = Form.Sources.Count == 0 ? Board.PickSources() :
        [
            .. Form.Sources.Select(s => new KeyedItem(s.Key, L["New: {0}", NameOf(s)])),
            .. Board.PickSources(),
        ];
    }

    private string NameOf(SourceForm source) =>
        source.Headline.Length > 0 ? $"{source.Publisher}: {source.Headline}" : L["without a headline yet"];

    // As the browser asks, a moment after the last letter; the clock does the same where it can't.
    private async Task<TypedState> KeepTypedAsync(bool putBack)
    {
        await KeepAsync();
        return Kept.IsKept ? TypedState.Kept : Kept.Refusal is OutcomeSave.ElsewhereToo ? TypedState.Elsewhere : TypedState.NotKept;
    }

    private async Task KeepAsync()
    {
        if (left.IsCancellationRequested || Kept.IsKept)
        {
            return;
        }

        await TryKeepAsync(left.Token);
        StateHasChanged();
    }

    // A store that fails for a moment must not end the page with what is typed on it: it is tried again.
    private async Task TryKeepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Kept.KeepAsync(cancellationToken: cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.LogError(fault, "Outcome {Id} could not be kept", Kept.Id);
        }
        catch (OperationCanceledException)
        {
            // The page was left: its last words are kept by Dispose.
        }
    }

    private Task<bool> OverAsync(OutcomeSave.ElsewhereToo elsewhere) => Kept.KeepOverAsync(elsewhere, left.Token);

    private async Task SendAsync()
    {
        Refresh();
        if (!await Kept.KeepAsync(again: true, left.Token))
        {
            attempt.Refuse(OutcomeWords.Refusal(L, Kept.Refusal) ?? L["It is being saved right now. Try again."]);
        }
        else if (Approval)
        {
            await SubmitAsync();
        }
        else if (attempt.Take(await Desk.PublishAsync(Slug, Kept.Id, Kept.Version, Form, AccountId, left.Token)) is { } saved)
        {
            await ForgetAsync();
            Navigation.NavigateTo(Next(saved));
        }
    }

    private async Task SubmitAsync()
    {
        var result = await Desk.SubmitAsync(Slug, Kept.Id, Kept.Version, Form, AccountId, left.Token);
        if (result is OutcomeSave.Refused refused)
        {
            attempt.Take(new SaveResult.Refused(refused.Errors));
        }
        else if (OutcomeWords.Refusal(L, result) is { } sentence)
        {
            attempt.Refuse(sentence);
        }
        else
        {
            await ForgetAsync();
            await OnSubmitted.InvokeAsync();
        }
    }

    private async Task DiscardAsync()
    {
        // What was never kept is gone with the page.
        if (Kept.Version > 0 && OutcomeWords.Refusal(L, await Desk.DiscardAsync(Slug, Kept.Id, AccountId, left.Token)) is { } sentence)
        {
            attempt.Refuse(sentence);
            return;
        }

        Kept.GiveUp();
        await ForgetAsync();
        Navigation.NavigateTo(List);
    }

    private Task ForgetAsync() => fields?.ForgetAsync() ?? Task.CompletedTask;

    // To the round as readers see it.
    private string Next(SaveResult.Saved saved)
    {
        var address = new BoardAddress(Slug);
        return Form.NewRound is not null ? address.Round(saved.KeyAt("round")) : Form.RoundKey is { } key ? address.Round(key) : address.Changes;
    }

    private void Choose(HeadlineForm form, string? key)
    {
        form.ClaimKey = key;
        Refresh();
    }

    private void Say(HeadlineForm form, string reason)
    {
        form.Reason = reason;
        Refresh();
    }

    // A name of its own, used once: of one that was taken out, citations may still speak.
    private static string NewName() => $"new-{Guid.NewGuid():N}";

    // One that was typed where it is cited: it goes to the board with the outcome, and not before.
    private string Take(SourceForm source)
    {
        source.Key = NewName();
        Form.Sources.Add(source);
        return source.Key;
    }

    // Most of what one round moved, it moved between the same two.
    private StatusEventForm NewStatusEvent() => new() { DyadKey = Form.StatusEvents.LastOrDefault()?.DyadKey, Citations = Cited() };

    // Most of what one round brought stands in one source: the one cited last, or the one that was just added.
    private List<CitationForm> Cited() =>
        [
            new CitationForm
            {
                SourceKey = Form.StatusEvents.LastOrDefault()?.Citations.FirstOrDefault()?.SourceKey ?? Form.Sources.LastOrDefault()?.Key,
            },
        ];
}
