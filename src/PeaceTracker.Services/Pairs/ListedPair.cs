using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
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
    private static readonly ConditionalWeakTable<BoardSnapshot, IReadOnlyList<ListedPair>> Made = [];

    /// <summary>The usual order: required pairs first, of these the lowest share first.</summary>
    public static TableOrder<PairSort> Usual { get; } = new(PairSort.Blocks, PairSort.Evidence) { UsualIsNoColumn = true };

    /// <summary>The dyad.</summary>
    public Dyad Dyad => Shares.Dyad;

    /// <summary>Its agreed share on record.</summary>
    public Share Agreed => Shares.Shares.Agreed;

    /// <summary>The issues that would be agreed if only these two agreed.</summary>
    public IReadOnlyList<BlockedIssue> Alone { get; } = Blocks.Where(b => b.Alone).ToArray();

    /// <summary>The issues that other pairs block as well.</summary>
    public IReadOnlyList<BlockedIssue> WithOthers { get; } = Blocks.Where(b => !b.Alone).ToArray();

    /// <summary>
    /// The pairs of a board: required ones first, of these the lowest share first; pairs to which no issue in scope applies last. Equal ones
    /// keep the order of the record. What they block goes through all issues, so they are made once for a snapshot, and kept as long as that is.
    /// </summary>
    public static IReadOnlyList<ListedPair> Of(BoardSnapshot at) => Made.GetValue(at, Make);

    private static IReadOnlyList<ListedPair> Make(BoardSnapshot at)
    {
        var open = Remaining.Of(at);
        var judged = at.Issues.SelectMany(i => i.Judged).Select(d => d.Dyad.Key).ToHashSet(StringComparer.Ordinal);
        var evidence = Evidence(at);
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
                evidence.TryGetValue(key, out var newest) ? newest : null,
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

    // Of all pairs at once: one after the other they would go through thousands of issues again and again.
    private static Dictionary<string, DateAsKnown> Evidence(BoardSnapshot at)
    {
        var newest = new Dictionary<string, DateAsKnown>(StringComparer.Ordinal);
        foreach (var issue in at.Issues)
        {
            for (var i = 0; i < issue.Dyads.Count; i++)
            {
                if (issue.Dyads[i] is { Applies: true } between && Evidence(between, issue.Positions) is { } day)
                {
                    ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(newest, between.Dyad.Key, out var exists);
                    known = exists ? DateAsKnown.Newer(known, day) : day;
                }
            }
        }

        return newest;
    }

    private static DateAsKnown? Evidence(DyadStanding between, IReadOnlyList<Position> positions)
    {
        var newest = between.Step?.When;
        for (var i = 0; i < positions.Count; i++)
        {
            if (between.Dyad.Includes(positions[i].PartyKey))
            {
                var day = new DateAsKnown(positions[i].OccurredOn, positions[i].Precision);
                newest = newest is { } known ? DateAsKnown.Newer(known, day) : day;
            }
        }

        return newest;
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
