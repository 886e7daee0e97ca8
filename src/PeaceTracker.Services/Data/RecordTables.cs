using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Data.Mapping;

namespace PeaceTracker.Services.Data;

/// <summary>The rows of one negotiation, table by table, and a whole record in and out of them.</summary>
internal static class RecordTables
{
    /// <summary>The rows of one negotiation in the order in which they were entered.</summary>
    public static IQueryable<T> RowsOf<T>(this TrackerContext context, int negotiationId) where T : class => context.Set<T>()
        .Where(row => EF.Property<int>(row, RecordMapping.NegotiationId) == negotiationId)
        .OrderBy(row => EF.Property<int>(row, RecordMapping.Ordinal));

    /// <summary>Loads a whole record; call it in a snapshot, since it reads table after table.</summary>
    public static async Task<NegotiationRecord> LoadAsync(
        this TrackerContext context, Negotiation negotiation, int negotiationId, CancellationToken cancellationToken)
    {
        var record = new NegotiationRecord { Negotiation = negotiation };
        foreach (var list in RecordSections.Lists)
        {
            record = await list.Use(new Loading(context, record, negotiationId, cancellationToken));
        }

        return record;
    }

    /// <summary>Adds all rows of a record to the context, to be saved.</summary>
    public static void Add(this TrackerContext context, NegotiationRecord record, int negotiationId)
    {
        foreach (var list in RecordSections.Lists)
        {
            var rows = list.In(record);
            for (var i = 0; i < rows.Count; i++)
            {
                var entry = context.Entry<object>(rows[i]);
                entry.Property(RecordMapping.NegotiationId).CurrentValue = negotiationId;
                entry.Property(RecordMapping.Ordinal).CurrentValue = i;
                entry.State = EntityState.Added;
            }
        }
    }

    // Reads the rows of one list into the record.
    private sealed class Loading(TrackerContext context, NegotiationRecord record, int negotiationId, CancellationToken cancellationToken)
        : IRecordListUse<Task<NegotiationRecord>>
    {
        public Task<NegotiationRecord> Descriptive<T>(DescriptiveList<T> list) where T : class, IDescriptive<T> => LoadAsync<T>();

        public Task<NegotiationRecord> Entries<T>(EntryList<T> list) where T : class, IEntry<T> => LoadAsync<T>();

        private async Task<NegotiationRecord> LoadAsync<T>() where T : class, IRow =>
            record.With<T>(await context.RowsOf<T>(negotiationId).AsNoTracking().ToListAsync(cancellationToken));
    }
}
