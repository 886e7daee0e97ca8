using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Sources;

/// <summary>A source in the list of sources.</summary>
/// <param name="Source">The source.</param>
/// <param name="PublishedLater">Whether it was published only after the board's date.</param>
/// <param name="Counts">Number of facts that rest on it, by kind; kinds without any are left out.</param>
/// <param name="Alone">Number of issues that would stand or be counted differently over the board without it.</param>
/// <param name="Without">
/// The whole board's agreed share if what rests on it alone were not recorded; null where no issue would stand or be counted differently.
/// </param>
public sealed record ListedSource(Source Source, bool PublishedLater, IReadOnlyDictionary<UseKind, int> Counts, int Alone, Share? Without)
{
    private static readonly ConditionalWeakTable<BoardSnapshot, IReadOnlyList<ListedSource>> Made = [];

    /// <summary>The usual order: newest first.</summary>
    public static TableOrder<SourceSort> Usual { get; } = new(SourceSort.Published, SourceSort.Facts, SourceSort.Alone);

    /// <summary>Number of facts that rest on it.</summary>
    public int Facts => Counts.Values.Sum();

    /// <summary>
    /// The sources published by the date, and later ones on which something of the date rests; newest first. Counting goes through
    /// every fact of the board, so it is done once for a snapshot, and kept as long as that is.
    /// </summary>
    public static IReadOnlyList<ListedSource> Of(BoardSnapshot at) => Made.GetValue(at, Make);

    /// <summary>Those that a query asks for, in its order.</summary>
    public static IReadOnlyList<ListedSource> Of(BoardSnapshot at, SourceQuery query) => query.Order.Sorted(query.Among(Of(at)), query.Order.By switch
    {
        SourceSort.Published => s => s.Source.PublishedOn,
        SourceSort.Headline => s => s.Source.Headline,
        SourceSort.Publisher => s => s.Source.Publisher,
        SourceSort.Reliability => s => s.Source.Reliability,
        SourceSort.Facts => s => s.Facts,
        SourceSort.Alone => s => s.Alone,
    });

    // A fact that is cited at two places of a source counts once.
    internal static IReadOnlyDictionary<UseKind, int> Count(IEnumerable<SourceUse> uses) =>
        uses.Where(u => !u.TakenBack).DistinctBy(u => (u.Kind, u.Key, u.Role, u.Date, u.Text)).CountBy(u => u.Kind).ToDictionary();

    private static IReadOnlyList<ListedSource> Make(BoardSnapshot at)
    {
        var statuses = CountStatusEvents(at);
        var uses = SourceUses.ButStatusEvents(at).ToLookup(u => u.Citation.SourceKey, StringComparer.Ordinal);
        var alone = Support.Alone(at);
        return
        [
            .. at.KnownSources.Values.Where(s => s.PublishedOn <= at.Date || uses.Contains(s.Key) || statuses.ContainsKey(s.Key))
                .OrderByDescending(s => s.PublishedOn)
                .Select(s => alone.TryGetValue(s.Key, out var levels)
                    ? new ListedSource(s, s.PublishedOn > at.Date, CountsOf(s.Key), levels.Issues, levels.Agreed)
                    : new ListedSource(s, s.PublishedOn > at.Date, CountsOf(s.Key), 0, null)),
        ];

        IReadOnlyDictionary<UseKind, int> CountsOf(string key)
        {
            var others = Count(uses[key]);
            return !statuses.TryGetValue(key, out var many) ? others
                : others.Prepend(KeyValuePair.Create(UseKind.Status, many)).ToDictionary();
        }
    }

    // What is counted of hundreds of thousands is not made first. One that cites two places of a source counts once.
    private static Dictionary<string, int> CountStatusEvents(BoardSnapshot at)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var status in at.StatusEvents)
        {
            for (var i = 0; i < status.Citations.Count; i++)
            {
                var key = status.Citations[i].SourceKey;
                if (i == 0 || !status.Citations.Take(i).Any(earlier => earlier.SourceKey == key))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
                }
            }
        }

        return counts;
    }
}

/// <summary>The columns by which sources are ordered.</summary>
public enum SourceSort
{
    /// <summary>The day of publication.</summary>
    Published,
    /// <summary>The headline.</summary>
    Headline,
    /// <summary>Who published it.</summary>
    Publisher,
    /// <summary>How reliable the publisher is.</summary>
    Reliability,
    /// <summary>How many facts rest on it.</summary>
    Facts,
    /// <summary>How many issues would stand or be counted differently without it.</summary>
    Alone,
}
