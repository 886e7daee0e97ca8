using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Parties;

namespace PeaceTracker.Domain.Agreement;

/// <summary>The shares of every dyad over time, and which of them were lowest from when to when.</summary>
public sealed record DyadHistory
{
    private DyadHistory()
    {
    }

    /// <summary>The dyads, in the order of the record, each with its shares over time.</summary>
    public required IReadOnlyList<DyadPath> Paths { get; init; }

    /// <summary>Which dyads were lowest, oldest first, without gaps from the first date of change on; empty where nothing ever changed.</summary>
    public required IReadOnlyList<LowestSpan> Spans { get; init; }

    /// <summary>The path of a dyad; null where the key is none.</summary>
    public DyadPath? PathOf(string dyadKey) => Paths.FirstOrDefault(p => p.Dyad.Key == dyadKey);

    /// <summary>The spans in which a dyad was lowest, alone or level with others, the newest first.</summary>
    public IEnumerable<LowestSpan> SpansOf(string dyadKey) => Spans.Reverse().Where(s => s.Lowest.Keys.Contains(dyadKey));

    /// <summary>
    /// The history up to the snapshot's date, by the same knowledge, over every date on which a level, the agenda or a judgement changed: no date
    /// is left out, so the day from which a dyad is the weakest is exact. On each date a dyad counts as required if it was judged so on it.
    /// A span lasts until another dyad is lowest too, one no longer is, or another number of dyads is compared. The dyads are those of
    /// the record as it is known; one that was retracted is in no part of it. The cost is that of the events of each dyad, not of dates times issues,
    /// and it is paid once for a record: what came after the date is cut off.
    /// </summary>
    public static DyadHistory Of(BoardSnapshot snapshot)
    {
        var whole = snapshot.WholeDyadHistory;
        var spans = whole.Spans.TakeWhile(span => span.From.On <= snapshot.Date).ToArray();
        if (spans is [.., { Until: { } until } last] && until > snapshot.Date)
        {
            spans[^1] = last with { Until = null };
        }

        return new DyadHistory
        {
            // Of the same dyads in the same order, which are here as they are judged on the date.
            Paths = snapshot.Dyads.Zip(whole.Paths, (dyad, path) => new DyadPath(
                dyad.Dyad, path.Periods.TakeWhile(period => period.Date <= snapshot.Date).ToArray())).ToArray(),
            Spans = spans,
        };
    }

    /// <summary>The history of a record over all its dates, of dyads as a board has them.</summary>
    internal static DyadHistory Whole(LiveRecord live, IEnumerable<Dyad> dyads)
    {
        var dates = live.Dates;
        var walks = dyads.Select(dyad => (Dyad: dyad, Shares: live.Shares(dyad.Key).On(dates).ToList())).ToList();
        var spans = new List<LowestSpan>();
        for (var i = 0; i < dates.Count; i++)
        {
            var then = live.JudgedOn(dates[i]);
            var lowest = LowestDyads.Of(walks.Select(w => (w.Dyad.Key, then.Dyads[w.Dyad.Key].Required, w.Shares[i].Agreed)));
            if (spans.Count > 0 && spans[^1].Lowest == lowest)
            {
                continue;
            }

            if (spans.Count > 0)
            {
                spans[^1] = spans[^1] with { Until = dates[i] };
            }

            spans.Add(new LowestSpan(new DateAsKnown(dates[i], live.PrecisionOn(dates[i])), null, lowest));
        }

        return new DyadHistory { Paths = [.. walks.Select(w => new DyadPath(w.Dyad, ShareHistory.Changes(w.Shares)))], Spans = spans };
    }
}

/// <summary>The shares of one dyad over time.</summary>
/// <param name="Dyad">The dyad, as judged on the last date.</param>
/// <param name="Periods">
/// Its shares from each date on which one of them changed, oldest first, from the first with an issue in scope that applies to it; empty where
/// there never was one. A period in which none applies has shares of no issue.
/// </param>
public sealed record DyadPath(Dyad Dyad, IReadOnlyList<SharePeriod> Periods)
{
    /// <summary>The shares on a date; null before the first period.</summary>
    public SharePeriod? On(DateOnly date) => Periods.LastOrDefault(p => p.Date <= date);
}

/// <summary>The dyads that were lowest from a date on.</summary>
/// <param name="From">The first day, as exactly as it is known.</param>
/// <param name="Until">The first day on which it was otherwise; null where it is still so.</param>
/// <param name="Lowest">The dyads.</param>
public sealed record LowestSpan(DateAsKnown From, DateOnly? Until, LowestDyads Lowest)
{
    /// <summary>Whole days from its first day to its end, or to <paramref name="date"/> where it has none; 0 or above.</summary>
    public int Days(DateOnly date) => (Until ?? date).DayNumber - From.On.DayNumber;
}
