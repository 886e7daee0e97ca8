using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Negotiations;

namespace PeaceTracker.Services.Editing;

/// <summary>
/// The one way in which anything on a board changes: authorise by the roles as they are now, apply the command to the record, hold
/// the result against the rules, write rows and change in one transaction, publish the change number. See docs/decisions/0006.
/// </summary>
public sealed class BoardEditor(
    IDbContextFactory<TrackerContext> contexts,
    WriteGate gate,
    BoardReader boards,
    ChangeBus changes,
    StoreLine line,
    TimeProvider clock,
    ILogger<BoardEditor> logger)
{
    private const int Attempts = 3;

    // For so long readers may be shown the board of before, while that after is made ready for them.
    private static readonly TimeSpan MostPreparing = TimeSpan.FromSeconds(1);

    private readonly Folding _refusals = new(clock);

    /// <summary>
    /// Carries out a command for an account; all of it or nothing, and once, however often it is asked for. Where the line to the database is cut,
    /// all of it is tried again for a moment.
    /// </summary>
    public Task<SaveResult> RunAsync(BoardCommand command, string? accountId, CancellationToken cancellationToken) => TryAsync(
        async () =>
        {
            var (result, board) = await RunOnceAsync(command, accountId, cancellationToken);
            if (board is not null && !command.Unread)
            {
                await Task.WhenAny(
                    Task.Run(() => Prepare(board), CancellationToken.None), Task.Delay(MostPreparing, clock, CancellationToken.None));
            }

            if (result is SaveResult.Saved saved)
            {
                changes.Publish(saved.ChangeNumber);
            }

            return result;
        },
        refusal => refusal,
        cancellationToken);

    /// <summary>Does what needs the store; tried again for a moment where the line to it is cut, and then refused.</summary>
    internal async Task<T> TryAsync<T>(Func<Task<T>> once, Func<SaveResult, T> refused, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await once();
            }
            catch (Exception fault) when (line.Lost(fault))
            {
                if (attempt == Attempts)
                {
                    return refused(new SaveResult.Unreachable());
                }

                await Task.Delay(TimeSpan.FromMilliseconds(400 * attempt), clock, cancellationToken);
            }
            catch (StoreRefusal refusal)
            {
                return refused(SaveResult.Refuse(refusal.Message));
            }
        }
    }

    // Whoever comes first would make it otherwise: what fails here fails again there, and is shown then.
    private void Prepare(Board board)
    {
        try
        {
            boards.Prepare(board);
        }
#pragma warning disable CA1031 // see above
        catch (Exception fault)
#pragma warning restore CA1031
        {
            logger.LogWarning(fault, "The board of change {Number} could not be made ready", board.ChangeNumber);
        }
    }

    private async Task<(SaveResult Result, Board? Handed)> RunOnceAsync(BoardCommand command, string? accountId, CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        var context = turn.Context;
        var account = accountId is null ? null : await context.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == accountId, cancellationToken);
        var board = await boards.PresentAsync(command.Slug, cancellationToken);
        if (CommandCheck.Forbidden(account, command.Needs) is { } forbidden)
        {
            return (await RefuseAsync(forbidden, command.Needs), null);
        }

        var writer = new ChangeWriter(context, clock.UtcNow(), account!);
        if (await DoneCommand.FindAsync(context, command.Once, account!.Id, writer.Now, cancellationToken) is { } done)
        {
            return (done.Asked == command.Asked ? done.Result : new SaveResult.AskedOtherwise(), null);
        }

        var (edit, refusal, needs) = CommandCheck.Ask(command, board, account, writer.Now);
        if (refusal is SaveResult.NotAllowed beyond)
        {
            return (await RefuseAsync(beyond, needs), null);
        }

        if (edit is null || refusal is not null)
        {
            return (await writer.NamedAsync(refusal!, command, cancellationToken), null);
        }

        // Returned before the commit, everything that was written is taken back.
        var number = await writer.WriteAsync(command, edit, cancellationToken);
        if (await command.AlongAsync(context, account, edit, number, cancellationToken) is { } late)
        {
            return (late, null);
        }

        if (command.TypedAt is { } typedAt)
        {
            await FormKeeper.DropAsync(context, account.Id, typedAt, cancellationToken);
        }

        var saved = new SaveResult.Saved(
            number, command.SaysRows ? [.. edit.Rows.Select(r => new SavedRow(r.Key, r.Places[^1].At))] : []);
        context.Add(new DoneCommand
        {
            Once = command.Once, AccountId = account.Id, ChangeNumber = number, Rows = saved.Rows, Asked = command.Asked, DoneAt = writer.Now,
        });
        await turn.SaveAsync(cancellationToken);
        logger.LogInformation("Change {Number}: {What} on {Slug} by {Account}", number, command.What, command.Slug, account.Id);
        return (saved, board is null ? null : boards.HandOn(board, edit.Record, number));

        async Task<SaveResult> RefuseAsync(SaveResult.NotAllowed refused, AccountRole least)
        {
            await WriteRefusalAsync(context, account, command, least, cancellationToken);
            await turn.SaveAsync(cancellationToken);
            return refused;
        }
    }

    /// <summary>What the board would be if the command were carried out now, or why it would not be. Nothing is written and nobody is asked for
    /// rights.</summary>
    public async Task<(Board? Board, SaveResult? Refusal)> PreviewAsync(BoardCommand command, CancellationToken cancellationToken)
    {
        var board = await boards.FindAsync(command.Slug, cancellationToken);
        var (edit, refusal) = CommandCheck.Apply(command, board, clock.UtcNow(), "");
        return edit is null || refusal is not null ? (null, refusal) : (new Board(edit.Record, 0), null);
    }

    /// <summary>
    /// What carrying a command out for an account would write, or why it would be refused. Nothing is written, and nobody's turn to write is waited
    /// for. Where it <paramref name="submits"/>, it is what somebody else would publish by approving.
    /// </summary>
    public Task<(Rehearsal? Rehearsal, SaveResult? Refusal)> RehearseAsync(
        BoardCommand command, string? accountId, bool submits, CancellationToken cancellationToken) => TryAsync(
        () => RehearseOnceAsync(command, accountId, submits, cancellationToken), refusal => (null, refusal), cancellationToken);

    private async Task<(Rehearsal? Rehearsal, SaveResult? Refusal)> RehearseOnceAsync(
        BoardCommand command, string? accountId, bool submits, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await context.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == accountId, cancellationToken);
        if (CommandCheck.Forbidden(account, command.Needs) is { } forbidden)
        {
            return (null, forbidden);
        }

        var now = clock.UtcNow();
        var board = await boards.PresentAsync(command.Slug, cancellationToken);
        var (edit, refusal, _) = CommandCheck.Ask(command, board, account!, now, submits);
        if (edit is null || refusal is not null)
        {
            return (null, await new ChangeWriter(context, now, account!).NamedAsync(refusal!, command, cancellationToken));
        }

        return (new Rehearsal(
            command.Summary(edit), [.. edit.Rows.Select(row => new RehearsedRow(row.In, row.Before, row.After))], edit.Before, edit.Record), null);
    }

    private async Task WriteRefusalAsync(TrackerContext context, Account? account, BoardCommand command, AccountRole needs,
        CancellationToken cancellationToken)
    {
        if (_refusals.Take(account?.Id ?? "") is not { } unsaid)
        {
            return;
        }

        context.Add(new SecurityEvent
        {
            RecordedAt = clock.UtcNow(),
            Kind = SecurityKinds.SaveRefused,
            AccountId = account?.Id,
            Who = account?.DisplayName ?? SecurityLog.Nobody,
            Detail = Folding.Counted($"{command.What} on {command.Slug} needs the role {needs}.", unsaid),
        });
        await context.SaveChangesAsync(cancellationToken);
    }
}
