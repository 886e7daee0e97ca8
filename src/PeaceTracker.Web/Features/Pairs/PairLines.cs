using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Pairs;

namespace PeaceTracker.Web.Features.Pairs;

/// <summary>What the chart of pairs draws: on the page of all, and on the page of one with the others beside it.</summary>
/// <param name="Pairs">The pairs, each with a share at some time.</param>
/// <param name="Bold">The one drawn bold; null for none.</param>
/// <param name="Spans">Which pairs were lowest from when to when.</param>
/// <param name="LastEvidence">The day of the newest evidence; null where there is none.</param>
public sealed record PairLines(IReadOnlyList<ListedPair> Pairs, ListedPair? Bold, IReadOnlyList<LowestSpan> Spans, DateOnly? LastEvidence)
{
    // More lines could not be told apart.
    private const int MostLines = 8, MostBeside = 5;

    /// <summary>The spans in which there was another to be lower than.</summary>
    public IEnumerable<LowestSpan> Lowest => Spans.Where(span => span.Lowest.Compared > 1);

    /// <summary>The pairs that agreement needs; where none is, all.</summary>
    public static PairLines Of(BoardSnapshot at)
    {
        var pairs = ListedPair.Of(at);
        var compared = pairs.Where(p => p.Dyad.Required).ToList();
        List<ListedPair> drawn = [.. (compared.Count > 0 ? compared : pairs).Where(p => p.Path.Periods.Count > 0).Take(MostLines)];
        return new(
            drawn, null, at.DyadHistory.Spans, DateAsKnown.Newest(drawn.Select(p => p.LastEvidence).OfType<DateAsKnown>())?.Last);
    }

    /// <summary>One pair, with others beside it.</summary>
    public static PairLines Of(PairView view) => new(
        [view.Pair, .. view.Others.Where(p => p.Dyad.Required || !view.Pair.Dyad.Required).Take(MostBeside)], view.Pair, view.Spans,
        view.Pair.LastEvidence?.On);
}
