using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations;

namespace PeaceTracker.Services.Outcomes;

/// <summary>Outcomes of talks on their way to the board: kept while they are typed, submitted, returned, approved, published, discarded.</summary>
public sealed class OutcomeDesk(
    IDbContextFactory<TrackerContext> contexts, WriteGate gate, BoardEditor editor, BoardReader boards, TimeProvider clock)
{
    /// <summary>Outcomes that the account can go on with (its own), or decide on (those submitted by others, for a manager), newest first.</summary>
    public async Task<IReadOnlyList<Outcome>> ListAsync(string slug, string? accountId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await FindAccountAsync(context, accountId, cancellationToken);
        if (account is not { Role: >= AccountRole.Editor })
        {
            return [];
        }

        var decides = account.Role >= AccountRole.Manager;
        return await context.Outcomes.AsNoTracking()
            .Where(o => o.Slug == slug && o.State != OutcomeState.Published && o.State != OutcomeState.Discarded
                && (o.AuthorId == account.Id || (decides && o.State == OutcomeState.Submitted)))
            .OrderByDescending(o => o.UpdatedAt)
            .ToListAsync(cancellationToken);
    }

    /// <summary>An outcome that the account may see: its own, or one that waits for it as a manager; null otherwise.</summary>
    public async Task<Outcome?> FindAsync(string slug, Guid id, string? accountId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await FindAccountAsync(context, accountId, cancellationToken);
        var outcome = await context.Outcomes.AsNoTracking().FirstOrDefaultAsync(o => o.Id == id && o.Slug == slug, cancellationToken);
        return outcome is not null && account is { Role: >= AccountRole.Editor }
            && (outcome.AuthorId == account.Id
                || (account.Role >= AccountRole.Manager && outcome.State is OutcomeState.Submitted or OutcomeState.Published))
            ? outcome
            : null;
    }

    /// <summary>Whether an outcome of that number was ever begun, by whomever.</summary>
    public async Task<bool> ExistsAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Outcomes.AnyAsync(o => o.Id == id, cancellationToken);
    }

    /// <summary>What an outcome would do to the board of today, as far as it has been typed.</summary>
    public OutcomePreview Preview(Board board, OutcomeForm form) => OutcomePreview.Of(board, form, clock.GetUtcNow().UtcDateTime);

    /// <summary>
    /// Keeps what was typed. <paramref name="version"/> is the one that the window last saw, 0 for a new outcome; the answer holds the
    /// version now. Where another window saved meanwhile, nothing is overwritten and the answer says so.
    /// </summary>
    public Task<OutcomeSave> KeepAsync(string slug, Guid id, int version, OutcomeForm form, string? accountId, CancellationToken cancellationToken) =>
        WriteAsync(slug, id, accountId, AccountRole.Editor, async (context, account, outcome, now) =>
        {
            if (outcome is null)
            {
                if (version != 0 || await boards.FindAsync(slug, cancellationToken) is null)
                {
                    return new OutcomeSave.Gone();
                }

                outcome = new Outcome { Id = id, Slug = slug, AuthorId = account.Id, Author = account.DisplayName, BegunAt = now, Form = "" };
                context.Add(outcome);
            }
            else if (outcome.AuthorId != account.Id)
            {
                return new OutcomeSave.NotAllowed(NotAllowedReason.Role);
            }
            else if (outcome.State is not (OutcomeState.Draft or OutcomeState.Returned))
            {
                return new OutcomeSave.Gone();
            }
            else if (outcome.Version != version)
            {
                return new OutcomeSave.ElsewhereToo(outcome.Version, outcome.UpdatedAt);
            }

            outcome.Form = form.Write();
            outcome.Title = await TitleAsync(slug, form, cancellationToken);
            return Moved(outcome, now);
        }, cancellationToken);

    /// <summary>Gives an own outcome up.</summary>
    public Task<OutcomeSave> DiscardAsync(string slug, Guid id, string? accountId, CancellationToken cancellationToken) =>
        WriteAsync(slug, id, accountId, AccountRole.Editor, (_, account, outcome, now) => Task.FromResult<OutcomeSave>(
            outcome is null || outcome.AuthorId != account.Id ? new OutcomeSave.Gone()
            : outcome.State is OutcomeState.Published or OutcomeState.Discarded ? new OutcomeSave.Gone()
            : Moved(outcome, now, OutcomeState.Discarded)), cancellationToken);

    /// <summary>Asks a manager to approve. What could not be published is refused here already, each fault at its field.</summary>
    public async Task<OutcomeSave> SubmitAsync(
        string slug, Guid id, int version, OutcomeForm form, string? accountId, CancellationToken cancellationToken)
    {
        if ((await editor.PreviewAsync(new PublishOutcome(slug, form), cancellationToken)).Refusal is SaveResult.Refused refused)
        {
            return new OutcomeSave.Refused(refused.Errors);
        }

        var keep = await KeepAsync(slug, id, version, form, accountId, cancellationToken);
        if (keep is not OutcomeSave.Kept kept)
        {
            return keep;
        }

        return await WriteAsync(slug, id, accountId, AccountRole.Editor, (context, account, outcome, now) =>
        {
            if (outcome is null || outcome.Version != kept.Version)
            {
                return Task.FromResult<OutcomeSave>(new OutcomeSave.Gone());
            }

            outcome.ReturnReason = null;
            Note(context, account, now, SecurityKinds.OutcomeSubmitted, outcome.Title);
            return Task.FromResult<OutcomeSave>(Moved(outcome, now, OutcomeState.Submitted));
        }, cancellationToken);
    }

    /// <summary>Takes an own outcome back that waits for a manager, to change it.</summary>
    public Task<OutcomeSave> WithdrawAsync(string slug, Guid id, string? accountId, CancellationToken cancellationToken) =>
        WriteAsync(slug, id, accountId, AccountRole.Editor, (context, account, outcome, now) =>
        {
            if (outcome is not { State: OutcomeState.Submitted } || outcome.AuthorId != account.Id)
            {
                return Task.FromResult<OutcomeSave>(new OutcomeSave.Gone());
            }

            Note(context, account, now, "outcome-withdrawn", outcome.Title);
            return Task.FromResult<OutcomeSave>(Moved(outcome, now, OutcomeState.Draft));
        }, cancellationToken);

    /// <summary>Sends an outcome back to its author, with the reason; in a rehearsal it is only said what would become of that.</summary>
    public Task<OutcomeSave> ReturnAsync(
        string slug, Guid id, string reason, string? accountId, CancellationToken cancellationToken, bool rehearsal = false) =>
        WriteAsync(slug, id, accountId, AccountRole.Manager, (context, account, outcome, now) =>
        {
            if (outcome?.AuthorId == account.Id)
            {
                return Task.FromResult<OutcomeSave>(new OutcomeSave.NotAllowed(NotAllowedReason.Role));
            }

            // Said again, it is done already: whoever got no answer asks once more.
            if (outcome is { State: OutcomeState.Returned } && (outcome.DecidedBy, outcome.ReturnReason) == (account.DisplayName, reason.Trim()))
            {
                return Task.FromResult<OutcomeSave>(new OutcomeSave.Kept(outcome.Version, outcome.UpdatedAt));
            }

            if (outcome is not { State: OutcomeState.Submitted })
            {
                return Task.FromResult<OutcomeSave>(new OutcomeSave.Gone());
            }

            if (string.IsNullOrWhiteSpace(reason))
            {
                var unsaid = new FieldError("reason", "Say in one sentence what should be changed.");
                return Task.FromResult<OutcomeSave>(new OutcomeSave.Refused([unsaid]));
            }

            (outcome.ReturnReason, outcome.DecidedBy) = (reason.Trim(), account.DisplayName);
            Note(context, account, now, SecurityKinds.OutcomeReturned, $"{outcome.Title}: {outcome.ReturnReason}");
            return Task.FromResult<OutcomeSave>(Moved(outcome, now, OutcomeState.Returned));
        }, cancellationToken, rehearsal);

    /// <summary>Publishes an own outcome.</summary>
    public Task<SaveResult> PublishAsync(
        string slug, Guid id, int version, OutcomeForm form, string? accountId, CancellationToken cancellationToken) =>
        editor.RunAsync(new PublishOutcome(slug, form, id, version) { Once = id }, accountId, cancellationToken);

    /// <summary>Approves somebody else's outcome, by which it is published under their name.</summary>
    public async Task<SaveResult> ApproveAsync(Outcome outcome, string? accountId, CancellationToken cancellationToken) => await editor.RunAsync(
        new PublishOutcome(outcome.Slug, OutcomeForm.Read(outcome.Form), outcome.Id, outcome.Version, outcome.Author) { Once = outcome.Id },
        accountId, cancellationToken);

    private static OutcomeSave.Kept Moved(Outcome outcome, DateTime now, OutcomeState? state = null)
    {
        outcome.State = state ?? outcome.State;
        outcome.Version++;
        outcome.UpdatedAt = now;
        return new OutcomeSave.Kept(outcome.Version, now);
    }

    private static void Note(TrackerContext context, Account account, DateTime now, string kind, string detail) => context.Add(
        new SecurityEvent { RecordedAt = now, Kind = kind, AccountId = account.Id, Who = account.DisplayName, Detail = detail });

    private async Task<string> TitleAsync(string slug, OutcomeForm form, CancellationToken cancellationToken) =>
        await boards.FindAsync(slug, cancellationToken) is { } board ? form.TitleIn(board.Record) : "";

    private async Task<OutcomeSave> WriteAsync(
        string slug,
        Guid id,
        string? accountId,
        AccountRole needs,
        Func<TrackerContext, Account, Outcome?, DateTime, Task<OutcomeSave>> write,
        CancellationToken cancellationToken,
        bool rehearsal = false)
    {
        if (rehearsal)
        {
            // Nobody's turn to write is waited for, and nothing is saved.
            await using var look = await contexts.CreateDbContextAsync(cancellationToken);
            return await AskAsync(look);
        }

        await using var turn = await gate.EnterAsync(cancellationToken);
        var result = await AskAsync(turn.Context);
        if (result is OutcomeSave.Kept)
        {
            await turn.SaveAsync(cancellationToken);
        }

        return result;

        async Task<OutcomeSave> AskAsync(TrackerContext context)
        {
            var account = await FindAccountAsync(context, accountId, cancellationToken);
            return account is null || account.Role < needs
                ? new OutcomeSave.NotAllowed(account is null ? NotAllowedReason.SignedOut : NotAllowedReason.Role)
                : await write(
                    context, account, await context.Outcomes.FirstOrDefaultAsync(o => o.Id == id && o.Slug == slug, cancellationToken),
                    clock.GetUtcNow().UtcDateTime);
        }
    }

    private static Task<Account?> FindAccountAsync(TrackerContext context, string? accountId, CancellationToken cancellationToken) =>
        context.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == accountId && a.DisabledAt == null, cancellationToken);
}
