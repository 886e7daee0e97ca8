using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Pairs;

/// <summary>One tracked pair on a date: how much is agreed between the two, how that came about, and what waits for them.</summary>
/// <param name="Shares">Its shares.</param>
/// <param name="Name">Its name.</param>
/// <param name="Place">How it stands among the pairs that agreement needs.</param>
/// <param name="Since">From when it is the weakest, or level with the lowest, without a break; null where it is neither.</param>
/// <param name="LevelWith">Names of the pairs with which it is level; empty where it is not.</param>
/// <param name="IsJudged">Whether an issue in scope is judged over it.</param>
/// <param name="Blocks">The issues that it blocks, those that it blocks alone first.</param>
/// <param name="LastEvidence">The newest status event between the two, or position of one of them, on an issue in scope that applies to them.</param>
/// <param name="Path">Its shares over time.</param>
public sealed record ListedPair(
    DyadShares Shares, string Name, DyadPlace Place, DateAsKnown? Since, IReadOnlyList<string> LevelWith, bool IsJudged,
    IReadOnlyList<BlockedIssue> Blocks, DateAsKnown? LastEvidence, DyadPath Path)
{
    /// <summary>The usual order: required pairs first, of these the lowest share first.</summary>
    public static TableOrder<PairSort> Usual { get; } = new(PairSort.Blocks, PairSort.Evidence) { UsualIsNoColumn = true };

    /// <summary>The dyad.</summary>
    public Dyad Dyad => Shares.Dyad;

    /// <summary>Its agreed share on record.</summary>
    public Share Agreed => Shares.Shares.Agreed;

    /// <summary>The issues that would be agreed if only these two agreed.</summary>
    public IReadOnlyList<BlockedIssue> Alone => [.. Blocks.Where(b => b.Alone)];

    /// <summary>The issues that other pairs block as well.</summary>
    public IReadOnlyList<BlockedIssue> WithOthers => [.. Blocks.Where(b => !b.Alone)];

    /// <summary>
    /// The pairs of a board: required ones first, of these the lowest share first; pairs to which no issue in scope applies last. Equal ones
    /// keep the order of the record. What remains may be given where it is at hand.
    /// </summary>
    public static IReadOnlyList<ListedPair> Of(BoardSnapshot at, IReadOnlyList<Remaining>? remaining = null)
    {
        var open = remaining ?? Remaining.Of(at);
        var judged = at.Issues.SelectMany(i => i.Judged).Select(d => d.Dyad.Key).ToHashSet(StringComparer.Ordinal);
        var span = at.DyadHistory.Spans is [.., var last] ? last : null;
        return
        [
            .. at.Dyads.Select(shares => Listed(shares)).OrderByDescending(p => p.Dyad.Required && p.Agreed.Total > 0)
                .ThenByDescending(p => p.Agreed.Total > 0).ThenBy(p => p.Agreed.Value),
        ];

        ListedPair Listed(DyadShares shares)
        {
            var key = shares.Dyad.Key;
            var place = at.LowestDyads.PlaceOf(key);
            return new ListedPair(
                shares,
                at.Board.DyadName(shares.Dyad),
                place,
                place == DyadPlace.Higher ? null : span?.From,
                place == DyadPlace.Level ? [.. at.LowestDyads.Keys.Where(k => k != key).Select(k => at.Board.DyadName(at.Board.Dyads[k]))] : [],
                judged.Contains(key),
                BlockedIssue.By(key, open),
                Evidence(at, shares.Dyad),
                at.DyadHistory.PathOf(key)!);
        }
    }

    /// <summary>The same in an order; pairs to which no issue in scope applies come last.</summary>
    public static IReadOnlyList<ListedPair> Sorted(BoardSnapshot at, TableOrder<PairSort> order) => order.Sorted(Of(at), order.By switch
    {
        PairSort.Listed => _ => null,
        PairSort.Name => p => p.Agreed.Total > 0 ? p.Name : null,
        PairSort.Agreed => p => p.Agreed.Value?.ToDecimal(),
        PairSort.Blocks => p => p.Agreed.Total > 0 ? p.Blocks.Count : null,
        PairSort.Evidence => p => p.LastEvidence?.On,
    });

    private static DateAsKnown? Evidence(BoardSnapshot at, Dyad dyad) => DateAsKnown.Newest(Dates(at, dyad));

    private static IEnumerable<DateAsKnown> Dates(BoardSnapshot at, Dyad dyad)
    {
        foreach (var issue in at.Issues)
        {
            if (issue.Between(dyad.Key) is { Applies: true } between)
            {
                foreach (var position in issue.Positions.Where(p => dyad.Includes(p.PartyKey)))
                {
                    yield return new DateAsKnown(position.OccurredOn, position.Precision);
                }

                if (between.Step is { } step)
                {
                    yield return step.When;
                }
            }
        }
    }
}

/// <summary>The columns by which pairs are ordered.</summary>
public enum PairSort
{
    /// <summary>Required ones first, of these the lowest share first.</summary>
    Listed,
    /// <summary>The name.</summary>
    Name,
    /// <summary>The agreed share on record.</summary>
    Agreed,
    /// <summary>How many issues they block.</summary>
    Blocks,
    /// <summary>The day of the newest evidence.</summary>
    Evidence,
}
