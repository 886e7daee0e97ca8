using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.Mapping;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations.Files;

namespace PeaceTracker.Services.Negotiations;

/// <summary>Puts a whole negotiation into the store: all of it or nothing.</summary>
public sealed class NegotiationImporter(WriteGate gate, ChangeBus changes, TimeProvider clock)
{
    /// <summary>
    /// Adds the record with its change row in one transaction and returns the change's number; null where a negotiation of that
    /// slug is there already. The record has to be one that the rules of the domain accept; the database refuses the worst of others.
    /// </summary>
    public async Task<long?> ImportAsync(
        NegotiationRecord record, string recordedBy, CancellationToken cancellationToken, IProgress<int>? written = null)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        return await AddAsync(turn, record, recordedBy, null, null, written, cancellationToken);
    }

    /// <summary>
    /// Begins a negotiation with a record that somebody brought: as those do that are typed, in preparation, and by whoever may begin one. Once for
    /// each name of an <paramref name="attempt"/>.
    /// </summary>
    public async Task<ImportResult> BeginAsync(
        NegotiationRecord record, string accountId, CancellationToken cancellationToken, IProgress<int>? written = null,
        BeginAttempt? attempt = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        await using var turn = await gate.EnterAsync(cancellationToken);
        var account = await turn.Context.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == accountId, cancellationToken);
        if (account is not { DisabledAt: null, Role: >= AccountRole.Manager })
        {
            return new ImportResult.NotAllowed();
        }

        if (attempt is not null
            && await DoneCommand.FindAsync(turn.Context, attempt.Once, account.Id, clock.UtcNow(), cancellationToken) is { } done)
        {
            return done.Asked == attempt.Asked ? new ImportResult.Added(done.ChangeNumber) : new ImportResult.AskedOtherwise();
        }

        var begun = record with
        {
            Negotiation = record.Negotiation with { Publication = Publication.InPreparation, TakenOffReason = null },
        };
        return await AddAsync(turn, begun, account.DisplayName, account.Id, attempt, written, cancellationToken) is { } number
            ? new ImportResult.Added(number)
            : new ImportResult.SlugTaken();
    }

    private async Task<long?> AddAsync(
        WriteTurn turn, NegotiationRecord record, string recordedBy, string? accountId, BeginAttempt? attempt, IProgress<int>? written,
        CancellationToken cancellationToken)
    {
        var context = turn.Context;
        var negotiation = record.Negotiation;
        if (await context.Negotiations.AnyAsync(n => n.Slug == negotiation.Slug, cancellationToken))
        {
            return null;
        }

        // Two saves, because rows need the number of their negotiation, and the negotiation that of its change.
        var negotiationRow = context.Add(negotiation);
        await context.SaveChangesAsync(cancellationToken);
        var negotiationId = negotiationRow.Property<int>(NegotiationsMapping.Id).CurrentValue;
        var change = new Change
        {
            RecordedAt = clock.UtcNow(),
            RecordedBy = recordedBy,
            AccountId = accountId,
            What = "negotiation-added",
            Summary = $"{negotiation.Title}: {record.Issues.Count} issues, {record.StatusEvents.Count} status events, "
                + $"{record.Positions.Count} positions, {record.Claims.Count} claims, {record.Sources.Count} sources.",
        };
        var changeNumber = await context.AppendAsync(change, negotiationId, negotiation.Slug, ChangeLog.AllRows(record), cancellationToken);

        negotiationRow.Property(NegotiationsMapping.ChangeNumber).CurrentValue = changeNumber;
        if (attempt is not null)
        {
            context.Add(new DoneCommand
            {
                Once = attempt.Once, AccountId = accountId!, ChangeNumber = changeNumber, Rows = [], Asked = attempt.Asked, DoneAt = clock.UtcNow(),
            });
        }

        await context.SaveAndForgetAsync(cancellationToken);
        await context.WriteAsync(record, negotiationId, written, cancellationToken);
        await turn.CommitAsync(cancellationToken);
        changes.Publish(changeNumber);
        return changeNumber;
    }

    /// <summary>
    /// Adds what a file holds, in one transaction. A history keeps the numbers of its changes, since pages are cited by them; so it is taken
    /// only where no change has been made yet. A last change of the whole store says that it was brought.
    /// </summary>
    public async Task<ImportResult> ImportAsync(
        NegotiationFile file, string recordedBy, CancellationToken cancellationToken, IProgress<int>? written = null)
    {
        if (file.History is not { } history)
        {
            return await ImportAsync(file.Record, recordedBy, cancellationToken, written) is { } added
                ? new ImportResult.Added(added)
                : new ImportResult.SlugTaken();
        }

        await using var turn = await gate.EnterAsync(cancellationToken);
        var context = turn.Context;
        if (await context.Changes.MaxAsync(change => (long?)change.Number, cancellationToken) is { } newest)
        {
            return new ImportResult.NumbersTaken(newest);
        }

        var negotiation = context.Add(file.Record.Negotiation);
        var (first, last) = (history[0].Change.Number, history[^1].Change.Number);
        negotiation.Property(NegotiationsMapping.ChangeNumber).CurrentValue = last;
        await context.SaveChangesAsync(cancellationToken);
        var negotiationId = negotiation.Property<int>(NegotiationsMapping.Id).CurrentValue;
        foreach (var some in history.SelectMany(past => past.Rows.Prepend<object>(past.Change)).Chunk(RecordTables.RowsAtATime))
        {
            foreach (var row in some)
            {
                context.Add(row).Property(RecordMapping.NegotiationId).CurrentValue = negotiationId;
            }

            await context.SaveAndForgetAsync(cancellationToken);
        }

        await context.WriteAsync(file.Record, negotiationId, written, cancellationToken);
        var change = new Change
        {
            RecordedAt = clock.UtcNow(),
            RecordedBy = recordedBy,
            What = BroughtHistory.What,
            Summary = BroughtHistory.Summary(file.Record.Negotiation.Title, history.Count, first, last),
        };
        var number = await context.AppendAsync(change, null, null, [], cancellationToken);
        await turn.SaveAsync(cancellationToken);
        changes.Publish(number);
        return new ImportResult.Added(number);
    }
}

/// <summary>An attempt to begin a negotiation that has a name.</summary>
/// <param name="Once">The name.</param>
/// <param name="Asked">A hash of all that is asked.</param>
public sealed record BeginAttempt(Guid Once, string? Asked);
