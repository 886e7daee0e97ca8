using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations;

namespace PeaceTracker.Services.Outcomes;

/// <summary>What became of an outcome that came whole.</summary>
/// <param name="Id">Its number; null where it was refused.</param>
/// <param name="State">Kept as a draft, submitted, or published; null where it was refused.</param>
/// <param name="Change">The change that published it; null where none did.</param>
/// <param name="Refusal">Why it was not taken; null where it was.</param>
public sealed record OutcomeTaken(Guid? Id, OutcomeState? State, long? Change, SaveResult? Refusal);

/// <summary>
/// Takes an outcome of talks that comes whole, as a program sends it: published, submitted where the negotiation asks for a second person, or kept as
/// a draft of whoever sends it. Once for each name of an attempt.
/// </summary>
public sealed class OutcomeIntake(
    IDbContextFactory<TrackerContext> contexts, WriteGate gate, BoardEditor editor, BoardReader boards, TimeProvider clock)
{
    private const string IdAt = "id", StateAt = "state";

    /// <summary>Whether an outcome sent now would go to somebody else first.</summary>
    public static bool Submits(Board board, bool draft)
    {
        ArgumentNullException.ThrowIfNull(board);
        return !draft && board.Negotiation.RequiresApproval;
    }

    /// <summary>
    /// Takes it; <paramref name="once"/> names the attempt, and <paramref name="asked"/> is a hash of what was sent under that name.
    /// </summary>
    public async Task<OutcomeTaken> TakeAsync(
        string slug, OutcomeForm form, bool draft, Guid once, string? asked, string? accountId, CancellationToken cancellationToken)
    {
        if (await boards.FindAsync(slug, cancellationToken) is not { } board)
        {
            return Refused(new SaveResult.Missing());
        }

        if (!draft && !Submits(board, draft))
        {
            var command = new PublishOutcome(slug, form, Guid.NewGuid()) { Once = once, Asked = asked, AtOnce = true };
            return await editor.RunAsync(command, accountId, cancellationToken) switch
            {
                SaveResult.Saved saved => await OfAsync(saved.ChangeNumber, saved.Rows, cancellationToken),
                var refusal => Refused(refusal),
            };
        }

        return await editor.TryAsync(
            () => KeepAsync(board, form, draft, new(once, asked), accountId, cancellationToken), Refused, cancellationToken);
    }

    private async Task<OutcomeTaken> KeepAsync(
        Board board, OutcomeForm form, bool draft, Attempt attempt, string? accountId, CancellationToken cancellationToken)
    {
        var slug = board.Negotiation.Slug;
        var refusal = draft ? null : (await editor.PreviewAsync(new PublishOutcome(slug, form), cancellationToken)).Refusal;
        await using var turn = await gate.EnterAsync(cancellationToken);
        var (context, now) = (turn.Context, clock.UtcNow());
        var account = await context.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == accountId, cancellationToken);
        if (CommandCheck.Forbidden(account, AccountRole.Editor) is { } forbidden)
        {
            return Refused(forbidden);
        }

        if (await DoneCommand.FindAsync(context, attempt.Once, account!.Id, now, cancellationToken) is { } done)
        {
            return done.Asked == attempt.Asked ? await OfAsync(done.ChangeNumber, done.Rows, cancellationToken)
                : Refused(new SaveResult.AskedOtherwise());
        }

        if (refusal is not null)
        {
            return Refused(refusal);
        }

        var outcome = new Outcome
        {
            Id = Guid.NewGuid(), Slug = slug, AuthorId = account.Id, Author = account.DisplayName, BegunAt = now, UpdatedAt = now, Version = 1,
            Form = form.Write(), Title = form.TitleIn(board.Record), State = draft ? OutcomeState.Draft : OutcomeState.Submitted,
        };
        context.Add(outcome);
        context.Add(new DoneCommand
        {
            Once = attempt.Once, AccountId = account.Id, ChangeNumber = 0, Asked = attempt.Asked,
            Rows = [new(outcome.Id.ToString(), IdAt), new(outcome.State.ToString(), StateAt)], DoneAt = now,
        });
        if (!draft)
        {
            context.Add(new SecurityEvent
            {
                RecordedAt = now, Kind = SecurityKinds.OutcomeSubmitted, AccountId = account.Id, Who = account.DisplayName, Detail = outcome.Title,
            });
        }

        await turn.SaveAsync(cancellationToken);
        return new(outcome.Id, outcome.State, null, null);
    }

    private static OutcomeTaken Refused(SaveResult refusal) => new(null, null, null, refusal);

    // As it was answered the first time, whatever has become of the outcome since.
    private async Task<OutcomeTaken> OfAsync(long change, IReadOnlyList<SavedRow> rows, CancellationToken cancellationToken)
    {
        if (rows is [{ At: IdAt } id, { At: StateAt } state])
        {
            return new(Guid.Parse(id.Key), Enum.Parse<OutcomeState>(state.Key), null, null);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var published = await context.Outcomes.Where(outcome => outcome.ChangeNumber == change).Select(outcome => (Guid?)outcome.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return new(published, OutcomeState.Published, change, null);
    }

    private sealed record Attempt(Guid Once, string? Asked);
}
