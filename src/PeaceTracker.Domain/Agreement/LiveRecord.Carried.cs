using System.Runtime.InteropServices;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Domain.Agreement;

/// <summary>How issues stand on any date, and what of a record is carried on to the next one: all but what concerns the issues to which something
/// came.</summary>
internal sealed partial class LiveRecord
{
    // Measured on 10,000 issues and 200,000 status events: a standing with what it alone holds takes some 250 bytes.
    private const int MostMade = 100_000;

    /// <summary>The issues of an agenda on a date, in its order, as a board judges them; and the place of each by its key.</summary>
    public (IReadOnlyList<IssueStanding> Standings, IReadOnlyDictionary<string, int> Places) StandingsOn(
        Board judged, AgendaVersion agenda, DateOnly date)
    {
        var (made, all) = (0, OverTime(judged, agenda));
        var standings = all.On(date, this, ref made);
        Count(made);
        return (standings, all.Places);
    }

    /// <summary>
    /// The issues of an agenda to which a status event came after one date and up to another, in its order, on both. All others are at the same
    /// levels on both.
    /// </summary>
    public List<(IssueStanding From, IssueStanding To)> ComeBetween(Board judged, AgendaVersion agenda, DateOnly from, DateOnly to)
    {
        var (made, all) = (0, OverTime(judged, agenda));
        var came = new bool[all.Places.Count];
        for (int i = CountUpTo(StatusEvents, from), end = CountUpTo(StatusEvents, to); i < end; i++)
        {
            if (all.Places.TryGetValue(StatusEvents[i].IssueKey, out var place))
            {
                came[place] = true;
            }
        }

        var come = new List<(IssueStanding From, IssueStanding To)>();
        for (var place = 0; place < came.Length; place++)
        {
            if (came[place])
            {
                come.Add((all.On(place, from, this, ref made), all.On(place, to, this, ref made)));
            }
        }

        Count(made);
        return come;
    }

    /// <summary>How many entries, oldest first, are of a date or earlier.</summary>
    public static int CountUpTo<T>(IReadOnlyList<T> entries, DateOnly date) where T : IEntry =>
        CountUpTo(date, entries.Count, i => entries[i].OccurredOn);

    private static int CountUpTo(DateOnly date, int count, Func<int, DateOnly> dayOf)
    {
        int low = 0, high = count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = dayOf(middle) <= date ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private StandingsOverTime OverTime(Board judged, AgendaVersion agenda) =>
        _overTime.GetOrAdd((judged, agenda.Number), _ => new StandingsOverTime(judged, agenda));

    // What was made is let go of where it has become much; boards that are kept hold on to what is theirs.
    private void Count(int made)
    {
        if (made > 0 && Interlocked.Add(ref _made, made) > MostMade)
        {
            Interlocked.Exchange(ref _made, 0);
            _overTime.Clear();
        }
    }

    // Whoever is judged as now is judged by the same rows; boards of days on which something was judged otherwise are made anew.
    private void CarryOn(Board board, LiveRecord earlier)
    {
        foreach (var (dyad, walk) in earlier._sharesOf)
        {
            if (WalkOn(board, dyad, earlier, walk) is { } on)
            {
                _sharesOf[dyad] = on;
            }
        }

        _made = earlier._made;
        foreach (var ((judged, number), standings) in earlier._overTime)
        {
            if (ReferenceEquals(judged.Record, earlier._record))
            {
                _overTime[(board, number)] = new StandingsOverTime(board, Agendas.First(a => a.Number == number), standings, Added!.Issues);
            }
        }
    }

    private Lazy<ShareWalk>? WalkOn(Board board, string? dyadKey, LiveRecord earlier, Lazy<ShareWalk> walk) =>
        walk.IsValueCreated ? Made(new ShareWalk(board, this, dyadKey, walk.Value, earlier)) : null;

    private static Lazy<T> Made<T>(T value) => new(value);

    // Nothing is superseded by what was added, so that it stands, and all else as before. Of one moment entries are in the order of the sections.
    private static List<KnownEntry> With(List<KnownEntry> known, AddedEntries added)
    {
        var sections = RecordSections.Lists.Where(list => list.HoldsEntries).Select((list, i) => (list.RowType, i))
            .ToDictionary(section => section.RowType, section => section.i);
        var came = sections.Keys.SelectMany(added.Of).Select(entry => (Place: PlaceOf(entry), Entry: entry)).ToList();
        var (all, taken) = (new List<KnownEntry>(known.Count + came.Count), 0);
        foreach (var (place, entry) in came.OrderBy(one => one.Place)
            .ThenByDescending(one => one.Entry.OccurredOn).ThenByDescending(one => one.Entry.OrderInDay)
            .ThenByDescending(one => one.Entry.RecordedAt))
        {
            all.AddRange(CollectionsMarshal.AsSpan(known)[taken..place]);
            all.Add(new KnownEntry(entry, true));
            taken = place;
        }

        all.AddRange(CollectionsMarshal.AsSpan(known)[taken..]);
        return all;

        // After all that is newer, and all of the same moment that is of its section or one before.
        int PlaceOf(IEntry entry)
        {
            int low = 0, high = known.Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (IsBefore(known[middle].Entry, entry))
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            return low;
        }

        bool IsBefore(IEntry one, IEntry other) =>
            (one.OccurredOn, one.OrderInDay, one.RecordedAt).CompareTo((other.OccurredOn, other.OrderInDay, other.RecordedAt)) is not 0 and var newer
                ? newer > 0 : sections[one.GetType()] <= sections[other.GetType()];
    }
}
