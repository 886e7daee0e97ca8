using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Negotiations;
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
    public async Task<SaveResult> RunAsync(BoardCommand command, string? accountId, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var (result, board) = await RunOnceAsync(command, accountId, cancellationToken);
                if (board is not null)
                {
                    await Task.WhenAny(
                        Task.Run(() => Prepare(board), CancellationToken.None), Task.Delay(MostPreparing, clock, CancellationToken.None));
                }

                if (result is SaveResult.Saved saved)
                {
                    changes.Publish(saved.ChangeNumber);
                }

                return result;
            }
            catch (Exception fault) when (line.Lost(fault))
            {
                if (attempt == Attempts)
                {
                    return new SaveResult.Unreachable();
                }

                await Task.Delay(TimeSpan.FromMilliseconds(400 * attempt), clock, cancellationToken);
            }
            catch (StoreRefusal refusal)
            {
                return SaveResult.Refuse(refusal.Message);
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
        var approval = board?.Negotiation.RequiresApproval == true;
        if (Forbidden(account, command.Needs) is { } forbidden)
        {
            return (await RefuseAsync(forbidden, command.Needs), null);
        }

        if (await context.DoneCommands.FindAsync([command.Once, account!.Id], cancellationToken) is { } done)
        {
            return (done.Result, null);
        }

        // Refused to everybody: managers, too, have what they record looked at.
        if (approval && command.SkipsApproval)
        {
            return (SaveResult.Refuse("This negotiation asks for a second person. Record it as an outcome of talks and submit that."), null);
        }

        var writer = new ChangeWriter(context, clock.UtcNow(), account);
        var (edit, refusal) = Apply(command, board, writer.Now, account.DisplayName);
        // Asked of the rows themselves, so that no command can forget it.
        var needs = !approval || edit is null ? command.Needs
            : edit.Rows.Select(row => RowRights.ToWrite(row.In, row.Before, row.After, approval)).Append(command.Needs).Max();
        if (Forbidden(account, needs) is { } beyond)
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

        var saved = new SaveResult.Saved(number, [.. edit.Rows.Select(r => new SavedRow(r.Key, r.Places[^1].At))]);
        await RememberAsync(context, command, account, saved, writer.Now, cancellationToken);
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
        var (edit, refusal) = Apply(command, board, clock.UtcNow(), "");
        return edit is null || refusal is not null ? (null, refusal) : (new Board(edit.Record, 0), null);
    }

    private static async Task RememberAsync(
        TrackerContext context, BoardCommand command, Account account, SaveResult.Saved saved, DateTime now, CancellationToken cancellationToken)
    {
        var oldest = now - DoneCommand.Lifetime;
        context.RemoveRange(await context.DoneCommands.Where(done => done.DoneAt < oldest).ToListAsync(cancellationToken));
        context.Add(new DoneCommand
        {
            Once = command.Once, AccountId = account.Id, ChangeNumber = saved.ChangeNumber, Rows = saved.Rows, DoneAt = now,
        });
    }

    private static (RecordEdit? Edit, SaveResult? Refusal) Apply(BoardCommand command, Board? board, DateTime now, string savedBy)
    {
        var by = command.RecordedFor ?? savedBy;
        if (command is AddNegotiation added)
        {
            if (board is not null)
            {
                return (null, SaveResult.Refuse($"There is a negotiation “{command.Slug}” already. Choose another slug.", "slug"));
            }

            var begun = new RecordEdit(new NegotiationRecord { Negotiation = added.Negotiation }, now, by, savedBy);
            added.Apply(begun);
            var broken = begun.CheckAll();
            return (begun, Refused(command.FormErrors, broken));
        }

        if (board is null)
        {
            return (null, new SaveResult.Missing());
        }

        var edit = new RecordEdit(board.Record, now, by, savedBy);
        if (command.Apply(edit) is { } refused)
        {
            return (edit, refused);
        }

        return (edit, Refused([.. command.FormErrors, .. edit.FormErrors], [.. edit.Check(), .. edit.NotYet()]));
    }

    // Of two reasons at one field the form's own comes first: "choose a date" says more than what is wrong with none.
    private static SaveResult.Refused? Refused(IReadOnlyList<FieldError> form, IReadOnlyList<FieldError> broken)
    {
        var missing = form.Select(e => e.Path).ToHashSet(StringComparer.Ordinal);
        FieldError[] errors = [.. form, .. broken.Where(e => e.Path.Length == 0 || !missing.Contains(e.Path))];
        return errors.Length == 0 ? null : new SaveResult.Refused(errors);
    }

    private static SaveResult.NotAllowed? Forbidden(Account? account, AccountRole needs) => account switch
    {
        null => new SaveResult.NotAllowed(NotAllowedReason.SignedOut),
        { DisabledAt: not null } => new SaveResult.NotAllowed(NotAllowedReason.Disabled),
        _ when account.Role < needs => new SaveResult.NotAllowed(NotAllowedReason.Role),
        _ => null,
    };

    private async Task WriteRefusalAsync(TrackerContext context, Account? account, BoardCommand command, AccountRole needs,
        CancellationToken cancellationToken)
    {
        if (_refusals.Take(account?.Id ?? "") is not { } unsaid)
        {
            return;
        }

        context.Add(new SecurityEvent
        {
            RecordedAt = clock.GetUtcNow().UtcDateTime,
            Kind = SecurityKinds.SaveRefused,
            AccountId = account?.Id,
            Who = account?.DisplayName ?? SecurityLog.Nobody,
            Detail = Folding.Counted($"{command.What} on {command.Slug} needs the role {needs}.", unsaid),
        });
        await context.SaveChangesAsync(cancellationToken);
    }
}
