using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Changes;

/// <summary>A record as it was before some of its changes: what they wrote is undone from what they kept.</summary>
internal static class PastRecord
{
    /// <summary>
    /// The record without <paramref name="later"/>: all row changes of its negotiation after a point, oldest first. Rows that are new since
    /// then are left out, the others are as they were; lists keep their order, because rows are only ever added at their end.
    /// </summary>
    public static NegotiationRecord Without(NegotiationRecord record, IEnumerable<RowChange> later)
    {
        foreach (var rows in later.GroupBy(row => row.Section, StringComparer.Ordinal))
        {
            // What stood there before the first of several changes is what stood there at that point.
            var was = new Dictionary<string, string?>(StringComparer.Ordinal);
            foreach (var row in rows)
            {
                was.TryAdd(row.Key, row.Before);
            }

            var section = RecordSections.Named(rows.Key);
            record = section.With(record, Undone(section, section.In(record), was));
        }

        return record;
    }

    private static IEnumerable<IRow> Undone(RecordSection section, IEnumerable<IRow> rows, Dictionary<string, string?> was)
    {
        foreach (var row in rows)
        {
            if (!was.TryGetValue(row.Key, out var before))
            {
                yield return row;
            }
            else if (before is not null)
            {
                yield return RowJson.Read(section, before);
            }
        }
    }
}
