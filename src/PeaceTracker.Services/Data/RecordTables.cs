using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Data.Mapping;

namespace PeaceTracker.Services.Data;

/// <summary>The rows of one negotiation, table by table, and a whole record in and out of them.</summary>
internal static class RecordTables
{
    /// <summary>After so many rows it is said how many there are, or the context lets go of them.</summary>
    public const int RowsAtATime = 1000;

    /// <summary>The rows of one negotiation in the order in which they were entered.</summary>
    public static IQueryable<T> RowsOf<T>(this TrackerContext context, int negotiationId) where T : class => context.Set<T>()
        .Where(row => EF.Property<int>(row, RecordMapping.NegotiationId) == negotiationId)
        .OrderBy(row => EF.Property<int>(row, RecordMapping.Ordinal));

    /// <summary>Loads a whole record; call it in a snapshot, since it reads table after table.</summary>
    public static async Task<NegotiationRecord> LoadAsync(
        this TrackerContext context, Negotiation negotiation, int negotiationId, CancellationToken cancellationToken)
    {
        var (record, texts) = (new NegotiationRecord { Negotiation = negotiation }, new SharedTexts());
        foreach (var list in RecordSections.Lists)
        {
            record = await list.Use(new Loading(context, record, negotiationId, texts, cancellationToken));
        }

        return record;
    }

    /// <summary>Writes all rows of a record in the caller's transaction, one by one and past the context, which never holds them.</summary>
    public static async Task WriteAsync(
        this TrackerContext context, NegotiationRecord record, int negotiationId, IProgress<int>? written, CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var (_, type, rows) in WriteOrder.Of(context.Model, list => list.In(record)))
        {
            await using var insert = new RowInsert(context, type, negotiationId);
            foreach (var (row, ordinal) in rows)
            {
                await insert.AddAsync(row, ordinal, cancellationToken);
                if (++done % RowsAtATime == 0)
                {
                    written?.Report(done);
                }
            }

            await insert.CompleteAsync(cancellationToken);
        }
    }

    /// <summary>Saves what was added and lets go of it, in the caller's transaction.</summary>
    public static async Task SaveAndForgetAsync(this TrackerContext context, CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
    }

    // Reads the rows of one list into the record.
    private sealed class Loading(
        TrackerContext context, NegotiationRecord record, int negotiationId, SharedTexts texts, CancellationToken cancellationToken)
        : IRecordListUse<Task<NegotiationRecord>>
    {
        public Task<NegotiationRecord> Descriptive<T>(DescriptiveList<T> list) where T : class, IDescriptive<T> => LoadAsync<T>();

        public Task<NegotiationRecord> Entries<T>(EntryList<T> list) where T : class, IEntry<T> => LoadAsync<T>();

        private async Task<NegotiationRecord> LoadAsync<T>() where T : class, IRow
        {
            var rows = new List<T>();
            await foreach (var row in context.RowsOf<T>(negotiationId).AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                rows.Add(texts.Shared(row));
            }

            rows.TrimExcess();
            return record.With<T>(rows);
        }
    }
}
