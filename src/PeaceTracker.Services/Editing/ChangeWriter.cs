using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.Mapping;

namespace PeaceTracker.Services.Editing;

/// <summary>Writes what a command did: the rows, and who did it when, with each row before and after, in the caller's transaction.</summary>
internal sealed class ChangeWriter(TrackerContext context, DateTime now, Account account)
{
    // More than a form has: of so many rows those that are new are written past the tracker.
    private const int Few = 100;

    private const int Batch = RecordTables.RowsAtATime;

    /// <summary>The moment of the change (UTC).</summary>
    public DateTime Now { get; } = now;

    /// <summary>Writes the edit and returns the number of its change.</summary>
    public async Task<long> WriteAsync(BoardCommand command, RecordEdit edit, CancellationToken cancellationToken)
    {
        var negotiationId = command is AddNegotiation added
            ? await AddAsync(added.Negotiation, cancellationToken)
            : await IdAsync(command.Slug, cancellationToken);

        // Written twice, for the hash and for the history: the texts of a whole table would be several times the table.
        var rows = edit.Rows.Select(Chained);
        var change = new Change
        {
            RecordedAt = Now,
            RecordedBy = edit.By,
            AccountId = account.Id,
            What = command.What,
            Summary = command.Summary(edit),
        };
        var number = await context.AppendAsync(change, negotiationId, command.Slug, rows, cancellationToken);

        var negotiation = context.Attach(edit.Record.Negotiation);
        negotiation.Property(NegotiationsMapping.ChangeNumber).CurrentValue = number;
        negotiation.Property(NegotiationsMapping.ChangeNumber).IsModified = true;
        var (pastTracker, written) = (edit.Rows.Count > Few, 0);
        if (pastTracker)
        {
            await context.SaveChangesAsync(cancellationToken);
            written = await InsertAsync(command, edit, number, negotiationId, cancellationToken);
        }

        foreach (var (i, row) in edit.Rows.Index().Where(row => !pastTracker || !IsNew(row.Item)))
        {
            Write(row, negotiationId);
            context.Add(Historic(row, i, number)).Property(RecordMapping.NegotiationId).CurrentValue = negotiationId;
            if (++written % Batch == 0)
            {
                await context.SaveChangesAsync(cancellationToken);
                Forget();
                command.Written?.Report(written);
            }
        }

        await context.SaveChangesAsync(cancellationToken);
        return number;

        // Of a whole table the context would keep each row twice until the transaction ends.
        void Forget()
        {
            foreach (var entry in context.ChangeTracker.Entries().Where(entry => entry.Entity is RowChange or (IRow and not Negotiation)).ToList())
            {
                entry.State = EntityState.Detached;
            }
        }

        void Write(EditedRow row, int id)
        {
            if (row.Index < 0)
            {
                foreach (var property in negotiation.Properties.Where(p => !p.Metadata.IsPrimaryKey()))
                {
                    property.IsModified = true;
                }

                return;
            }

            var entry = context.Entry<object>(row.After);
            entry.Property(RecordMapping.NegotiationId).CurrentValue = id;
            entry.Property(RecordMapping.Ordinal).CurrentValue = row.Index;
            entry.State = row.Before is null ? EntityState.Added : EntityState.Modified;
        }

        // The record's negotiation is not tracked yet: it gets the number that it has in the store.
        async Task<int> IdAsync(string slug, CancellationToken token)
        {
            var id = await context.Negotiations.Where(n => n.Slug == slug).Select(n => EF.Property<int>(n, NegotiationsMapping.Id))
                .SingleAsync(token);
            context.Entry(edit.Record.Negotiation).Property(NegotiationsMapping.Id).CurrentValue = id;
            return id;
        }
    }

    /// <summary>A conflict with the name of who changed the row, and when; anything else as it is.</summary>
    public async Task<SaveResult> NamedAsync(SaveResult result, BoardCommand command, CancellationToken cancellationToken)
    {
        if (result is not SaveResult.Conflict conflict)
        {
            return result;
        }

        var after = RowJson.Write(conflict.Theirs);
        var by = await (from row in context.RowChanges
                        join change in context.Changes on row.ChangeNumber equals change.Number
                        join negotiation in context.Negotiations on EF.Property<int>(row, RecordMapping.NegotiationId)
                            equals EF.Property<int>(negotiation, NegotiationsMapping.Id)
                        where negotiation.Slug == command.Slug && row.After == after
                        orderby change.Number descending
                        select new { change.RecordedBy, change.RecordedAt }).FirstOrDefaultAsync(cancellationToken);
        return by is null ? conflict : conflict with { By = by.RecordedBy, At = by.RecordedAt };
    }

    private static bool IsNew(EditedRow row) => row.Before is null && row.Index >= 0;

    private static ChainedRow Chained(EditedRow row) =>
        new(row.In.Name, row.Key, row.Before is { } before ? RowJson.Write(before) : null, RowJson.Write(row.After));

    private static RowChange Historic(EditedRow row, int index, long number)
    {
        var written = Chained(row);
        return new RowChange
        {
            ChangeNumber = number,
            Position = index + 1,
            Section = written.Section,
            Key = written.Key,
            Before = written.Before,
            After = written.After,
        };
    }

    // The rows that are new, table by table, each with what the history keeps of it. Returns how many they are.
    private async Task<int> InsertAsync(
        BoardCommand command, RecordEdit edit, long number, int negotiationId, CancellationToken cancellationToken)
    {
        var added = edit.Rows.Index().Where(row => IsNew(row.Item)).ToLookup(row => row.Item.In);
        await using var history = new RowInsert(context, context.Model.FindEntityType(typeof(RowChange))!, negotiationId);
        var done = 0;
        foreach (var (list, type, rows) in WriteOrder.Of(context.Model, list => [.. added[list].Select(row => row.Item.After)]))
        {
            var edited = added[list].ToArray();
            await using var table = new RowInsert(context, type, negotiationId);
            foreach (var (row, place) in rows)
            {
                await table.AddAsync(row, edited[place].Item.Index, cancellationToken);
                await history.AddAsync(Historic(edited[place].Item, edited[place].Index, number), 0, cancellationToken);
                if (++done % Batch == 0)
                {
                    command.Written?.Report(done);
                }
            }

            await table.CompleteAsync(cancellationToken);
        }

        await history.CompleteAsync(cancellationToken);
        return done;
    }

    private async Task<int> AddAsync(Negotiation negotiation, CancellationToken cancellationToken)
    {
        var row = context.Add(negotiation);
        await context.SaveChangesAsync(cancellationToken);
        return row.Property<int>(NegotiationsMapping.Id).CurrentValue;
    }
}
