using System.Runtime.CompilerServices;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Services.Sources;

/// <summary>A source in the list of sources.</summary>
/// <param name="Source">The source.</param>
/// <param name="PublishedLater">Whether it was published only after the board's date.</param>
/// <param name="Counts">Number of facts that rest on it, by kind; kinds without any are left out.</param>
public sealed record ListedSource(Source Source, bool PublishedLater, IReadOnlyDictionary<UseKind, int> Counts)
{
    private static readonly ConditionalWeakTable<BoardSnapshot, IReadOnlyList<ListedSource>> Made = [];

    /// <summary>Number of facts that rest on it.</summary>
    public int Facts => Counts.Values.Sum();

    /// <summary>
    /// The sources published by the date, and later ones on which something of the date rests; newest first. Counting goes through
    /// every fact of the board, so it is done once for a snapshot, and kept as long as that is.
    /// </summary>
    public static IReadOnlyList<ListedSource> Of(BoardSnapshot at) => Made.GetValue(at, Make);

    // A fact that is cited at two places of a source counts once.
    internal static IReadOnlyDictionary<UseKind, int> Count(IEnumerable<SourceUse> uses) =>
        uses.Where(u => !u.TakenBack).DistinctBy(u => (u.Kind, u.Key, u.Role, u.Date, u.Text)).CountBy(u => u.Kind).ToDictionary();

    private static IReadOnlyList<ListedSource> Make(BoardSnapshot at)
    {
        var uses = SourceUses.Of(at).ToLookup(u => u.Citation.SourceKey, StringComparer.Ordinal);
        return
        [
            .. at.KnownSources.Values.Where(s => s.PublishedOn <= at.Date || uses.Contains(s.Key))
                .OrderByDescending(s => s.PublishedOn).Select(s => new ListedSource(s, s.PublishedOn > at.Date, Count(uses[s.Key]))),
        ];
    }
}
