using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Comments;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Outcomes;

/// <summary>Reads what waits for somebody who keeps boards.</summary>
public sealed class ToDoReader(
    IDbContextFactory<TrackerContext> contexts, OutcomeDesk desk, FormKeeper forms, CommentDesk comments, TimeProvider clock, StoreMark mark)
{
    private readonly MarkedAnswers<(string Account, bool Approves), int> _counts = new();

    /// <summary>All that there is to do on a board for an account, the most pressing first.</summary>
    public async Task<IReadOnlyList<ToDo>> OfAsync(Board board, string accountId, CancellationToken cancellationToken)
    {
        var outcomes = await desk.ListAsync(board.Negotiation.Slug, accountId, cancellationToken);
        var begun = await forms.ListAsync(accountId, board.Negotiation.Slug, cancellationToken);
        var today = board.Negotiation.DayOf(clock.GetUtcNow().UtcDateTime);
        return
        [
            .. begun.Select(Of),
            .. outcomes.Where(outcome => outcome.AuthorId != accountId || outcome.State != OutcomeState.Submitted)
                .Select(outcome => Of(outcome, accountId))
                .Concat((await comments.WaitingAsync(board.Negotiation.Slug, accountId, cancellationToken)).Select(Of))
                .Concat(Attention.Of(board.AsOf(today)).Select(Of))
                .OrderBy(item => item.Kind),
        ];
    }

    /// <summary>The forms that an account has begun and that belong to no board.</summary>
    public async Task<IReadOnlyList<ToDo>> OfNoBoardAsync(string accountId, CancellationToken cancellationToken) =>
        [.. (await forms.ListAsync(accountId, null, cancellationToken)).Select(Of)];

    /// <summary>
    /// How much waits for an account on all boards: outcomes to be approved or returned to it, comments addressed to it, and forms that it typed in
    /// and did not save.
    /// </summary>
    public ValueTask<int> CountAsync(string accountId, bool approves, CancellationToken cancellationToken) =>
        mark.AskAsync(_counts, (accountId, approves), () => AskCountAsync(accountId, approves, cancellationToken));

    private async Task<int> AskCountAsync(string accountId, bool approves, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await forms.CountAsync(accountId, cancellationToken)
            + await comments.CountAsync(accountId, cancellationToken)
            + await context.Outcomes.CountAsync(
            outcome => outcome.AuthorId == accountId
                ? outcome.State == OutcomeState.Returned
                : approves && outcome.State == OutcomeState.Submitted,
            cancellationToken);
    }

    private static ToDo Of(KeptForm form) => new(ToDoKind.Begun, form.Address, form.Title) { KeptAt = form.KeptAt };

    private static ToDo Of(Comment comment) =>
        new(ToDoKind.Mentioned, comment.Id.ToString(), comment.Text) { By = comment.Author, Comment = comment };

    private static ToDo Of(Outcome outcome, string accountId) =>
        new(
            outcome.AuthorId != accountId ? ToDoKind.Approve : outcome.State == OutcomeState.Returned ? ToDoKind.Returned : ToDoKind.Unfinished,
            outcome.Id.ToString(),
            outcome.Title)
        {
            By = outcome.AuthorId != accountId ? outcome.Author : outcome.State == OutcomeState.Returned ? outcome.DecidedBy : null,
            Reason = outcome.ReturnReason,
        };

    private static ToDo Of(Attention item) => new(
        item.Reason switch
        {
            AttentionReason.RoundNotRecorded => ToDoKind.RoundNotRecorded,
            AttentionReason.OfferLapses => ToDoKind.OfferLapses,
            AttentionReason.DraftNotSeen => ToDoKind.DraftNotSeen,
            AttentionReason.Contested => ToDoKind.Contested,
            AttentionReason.Stale => ToDoKind.Stale,
        },
        item.Key,
        item.Title)
    {
        About = item,
    };
}
