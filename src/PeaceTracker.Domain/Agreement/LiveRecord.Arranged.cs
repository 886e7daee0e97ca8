using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Domain.Agreement;

/// <summary>How a record is arranged anew.</summary>
internal sealed partial class LiveRecord
{
    private List<KnownEntry> Known(NegotiationRecord record, DateTime? before)
    {
        var live = new HashSet<IEntry>(_liveOf.Values.SelectMany(entries => entries), ReferenceEqualityComparer.Instance);
        var all = RecordSections.Lists.Where(list => list.HoldsEntries).SelectMany(list => list.In(record).Cast<IEntry>());
        return
        [
            .. all.Where(e => LiveEntries.IsKnown(e.RecordedAt, before))
                .OrderByDescending(e => e.OccurredOn).ThenByDescending(e => e.OrderInDay).ThenByDescending(e => e.RecordedAt)
                .Select(e => new KnownEntry(e, live.Contains(e))),
        ];
    }

    private static Dictionary<(string Issue, string Dyad), LevelStep[]> PathsOf(IReadOnlyList<StatusEvent> events) => events
        .GroupBy(e => (e.IssueKey, e.DyadKey))
        .ToDictionary(g => g.Key, g => g.GroupBy(e => e.OccurredOn).Select(day => LevelStep.Resolve(day.ToArray())).ToArray());

    private static Dictionary<DateOnly, DatePrecision> PrecisionsOf(IEnumerable<StatusEvent> events, HashSet<DateOnly> exact) => events
        .Where(e => !exact.Contains(e.OccurredOn)).GroupBy(e => e.OccurredOn).ToDictionary(day => day.Key, day => day.Min(e => e.Precision));

    private static Dictionary<Type, IReadOnlyList<IEntry>> AllOf(NegotiationRecord record, DateTime? before) => RecordSections.Lists
        .Where(list => list.HoldsEntries).ToDictionary(list => list.RowType, list => LiveEntries.Of(list.In(record).Cast<IEntry>(), before));

    private static Dictionary<Type, IReadOnlyList<IEntry>> Continued(LiveRecord earlier, AddedEntries added) =>
        earlier._liveOf.ToDictionary(live => live.Key, live => Merged(live.Value, added.Of(live.Key)));

    private static IReadOnlyList<IEntry> Merged(IReadOnlyList<IEntry> live, IReadOnlyList<IEntry> added)
    {
        if (added.Count == 0)
        {
            return live;
        }

        var all = new List<IEntry>(live.Count + added.Count);
        all.AddRange(live);
        foreach (var entry in added)
        {
            var place = all.BinarySearch(entry, InOrder);
            all.Insert(place < 0 ? ~place : place, entry);
        }

        return all;
    }

    private static IEnumerable<DateOnly> OfDescriptions(NegotiationRecord record, DateTime? before)
    {
        // All that is ever news, and beside it the days that are news only while nothing later has happened, or are none by themselves.
        var news = RecordSections.Lists.SelectMany(list => list.In(record).OfType<IDescriptive>()).Where(row => LiveEntries.IsLive(row, before))
            .SelectMany(row => row.News(DateOnly.MaxValue)).Where(news => LiveEntries.IsKnown(news.RecordedAt, before));
        return
        [
            .. news.Select(n => n.Date),
            .. record.Offers.Where(o => LiveEntries.IsLive(o, before)).Select(o => o.EndedOn).OfType<DateOnly>(),
            .. record.Rounds.Where(r => LiveEntries.IsLive(r, before)).Select(r => r.AnnouncedOn),
        ];
    }
}
