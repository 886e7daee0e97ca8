using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Parties;

namespace PeaceTracker.Services.Claims;

/// <summary>The claims that a query asks for, as rows, each beside the board of its own day.</summary>
public sealed record ClaimTable
{
    private ClaimTable()
    {
    }

    /// <summary>The board on the page's date.</summary>
    public required BoardSnapshot At { get; init; }

    /// <summary>What was asked.</summary>
    public required ClaimQuery Query { get; init; }

    /// <summary>All claims by the date, newest first.</summary>
    public required IReadOnlyList<LedgerEntry> All { get; init; }

    /// <summary>Those that match, in order.</summary>
    public required IReadOnlyList<LedgerEntry> Matching { get; init; }

    /// <summary>Those that stand side by side, in the order in which they were asked for; whether they match or not.</summary>
    public required IReadOnlyList<LedgerEntry> Compared { get; init; }

    /// <summary>The names of all claimants, in alphabetical order.</summary>
    public IEnumerable<string> Claimants => NamesOf(At);

    /// <summary>The dyads of which claims speak, required ones first.</summary>
    public IEnumerable<Dyad> Dyads => At.Board.Record.Dyads
        .Where(d => All.Any(e => Claim(e).DyadKey == d.Key)).OrderByDescending(d => d.Required);

    /// <summary>
    /// The scale on which all gaps are drawn, in percentage points: from the lowest to the highest gap of all claims, out to whole tens, 0 among
    /// them; −10 to 10 at least.
    /// </summary>
    public (int Low, int High) GapScale
    {
        get
        {
            var gaps = All.SelectMany(e => new[] { e.OnItsDay.Gap, e.OnItsDay.GapTo }).OfType<Ratio>().Select(g => g.ToDecimal() * 100).ToList();
            return gaps.Count == 0
                ? (-10, 10)
                : ((int)Math.Floor(Math.Min(gaps.Min(), -1) / 10) * 10, (int)Math.Ceiling(Math.Max(gaps.Max(), 1) / 10) * 10);
        }
    }

    /// <summary>The claims of a board on a date that a query asks for.</summary>
    public static ClaimTable Of(BoardSnapshot at, ClaimQuery query)
    {
        var all = LedgerEntry.Of(at);
        return new ClaimTable
        {
            At = at,
            Query = query,
            All = all,
            Matching = [.. Sorted(all.Where(e => Fits(e, query)), query)],
            Compared = [.. query.Compare.Select(key => all.FirstOrDefault(e => Claim(e).Key == key || e.EarlierKeys.Contains(key)))
                .OfType<LedgerEntry>().Distinct()],
        };
    }

    /// <summary>The names of those who made a claim by the date, in alphabetical order.</summary>
    public static IEnumerable<string> NamesOf(BoardSnapshot at) =>
        at.Claims.SelectMany(c => c.Claimants).Select(c => c.Name).Distinct().Order(StringComparer.CurrentCultureIgnoreCase);

    private static bool Fits(LedgerEntry entry, ClaimQuery query) =>
        query.Claimants.PassesAny(name => Claim(entry).Claimants.Any(c => c.Name == name))
        && query.Comparable.Passes(entry.OnItsDay.Comparability)
        && query.Dyads.PassesAny(dyad => Claim(entry).DyadKey == dyad)
        && query.Made.Passes(new DateAsKnown(Claim(entry).OccurredOn, Claim(entry).Precision))
        && ((query.ShareFrom ?? query.ShareTo) is null || (entry.OnItsDay.Claimed is { } share && LiesFromTo(share, query)));

    private static bool LiesFromTo(ClaimedShare share, ClaimQuery query) =>
        (query.ShareFrom is not { } least || share.High >= Ratio.FromPercent(least))
        && (query.ShareTo is not { } most || share.Low <= Ratio.FromPercent(most));

    private static IEnumerable<LedgerEntry> Sorted(IEnumerable<LedgerEntry> newestFirst, ClaimQuery query)
    {
        return query.Sort switch
        {
            ClaimSort.Date => query.Descending ? newestFirst : newestFirst.Reverse(),
            ClaimSort.Claimant => By(e => Claim(e).ClaimantNames, StringComparer.CurrentCultureIgnoreCase),
            ClaimSort.Figure => Known(e => e.OnItsDay.Claimed?.Low),
            ClaimSort.Computed => Known(e => e.OnItsDay.Computed?.Value),
            ClaimSort.Gap => Known(e => e.OnItsDay.Gap),
            ClaimSort.Comparability => By(e => e.OnItsDay.Comparability),
        };

        // Either way round, equals stand newest first.
        IEnumerable<LedgerEntry> By<T>(Func<LedgerEntry, T> key, IComparer<T>? comparer = null) =>
            query.Descending ? newestFirst.OrderByDescending(key, comparer) : newestFirst.OrderBy(key, comparer);

        IEnumerable<LedgerEntry> Known(Func<LedgerEntry, Ratio?> key)
        {
            var known = newestFirst.OrderBy(e => key(e) is null);
            return query.Descending ? known.ThenByDescending(key) : known.ThenBy(key);
        }
    }

    private static Claim Claim(LedgerEntry entry) => entry.OnItsDay.Claim;
}
