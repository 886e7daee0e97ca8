using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Services.Pairs;

/// <summary>One pair on a date: its share over time, what it blocks, what the two want, what lies between them, what a share would take.</summary>
public sealed record PairView
{
    private PairView()
    {
    }

    /// <summary>The board on the date.</summary>
    public required BoardSnapshot At { get; init; }

    /// <summary>The pair.</summary>
    public required ListedPair Pair { get; init; }

    /// <summary>The other pairs with a share, as <see cref="ListedPair.Of"/> orders them.</summary>
    public required IReadOnlyList<ListedPair> Others { get; init; }

    /// <summary>The two, in the order in which the pair names them.</summary>
    public required (Party First, Party Second) Parties { get; init; }

    /// <summary>When it was the weakest or level with the lowest, the newest first.</summary>
    public required IReadOnlyList<LowestSpan> Spans { get; init; }

    /// <summary>The issues between the two on which one of them has a position: what the pair blocks first, then as on the agenda.</summary>
    public required IReadOnlyList<FacedIssue> Faced { get; init; }

    /// <summary>Drafts that one of the two holds or has not seen, the newest version first.</summary>
    public required IReadOnlyList<DraftBetween> Drafts { get; init; }

    /// <summary>Offers of one of the two to the other, or of a third party to both, newest first.</summary>
    public required IReadOnlyList<Offer> Offers { get; init; }

    /// <summary>Rounds in which both take part, newest first.</summary>
    public required IReadOnlyList<RoundBetween> Rounds { get; init; }

    /// <summary>What a share takes; null where no issue in scope applies to the pair.</summary>
    public required WhatItTakes? Takes { get; init; }

    /// <summary>The pair of a key; null where there is none. Without a chosen share, the next one is taken.</summary>
    public static PairView? Of(BoardSnapshot at, string key, Ratio? target = null)
    {
        var pairs = ListedPair.Of(at);
        if (pairs.FirstOrDefault(p => p.Dyad.Key == key) is not { } pair)
        {
            return null;
        }

        var (first, second) = (pair.Dyad.FirstPartyKey, pair.Dyad.SecondPartyKey);
        return new PairView
        {
            At = at,
            Pair = pair,
            Others = [.. pairs.Where(p => p != pair && p.Path.Periods.Count > 0)],
            Parties = (at.Board.Parties[first], at.Board.Parties[second]),
            Spans = [.. at.DyadHistory.SpansOf(key)],
            Faced = FacedIssue.Of(at, pair),
            Drafts =
            [
                .. at.Drafts.Where(d => d.Versions.Any(v => v.HeldByKeys.Concat(v.NotSeenByKeys).Any(pair.Dyad.Includes)))
                    .Select(d => new DraftBetween(d, d.Versions[^1]))
                    .OrderByDescending(d => d.Latest.Date),
            ],
            Offers = [.. at.Offers.Where(o => Between(o, first, second))],
            Rounds =
            [
                .. at.Rounds.Where(r => r.Delegations.Any(d => d.PartyKey == first) && r.Delegations.Any(d => d.PartyKey == second)).Reverse()
                    .Select(r => new RoundBetween(r, r.PhaseOn(at.Date), r.LastDay <= at.Date ? pair.Path.On(r.LastDay)?.Agreed : null)),
            ],
            Takes = WhatItTakes.Of(at, key, target ?? WhatItTakes.NextTarget(pair.Agreed)),
        };
    }

    private static bool Between(Offer offer, string first, string second)
    {
        List<string> at = [offer.ByPartyKey, .. offer.ToPartyKeys];
        return at.Contains(first) && at.Contains(second);
    }
}

/// <summary>An issue with the positions of both.</summary>
/// <param name="Issue">The issue over the whole board.</param>
/// <param name="Between">The issue between the two.</param>
/// <param name="Blocks">Whether the pair blocks it.</param>
/// <param name="First">The position of the one named first; null where none is in force.</param>
/// <param name="Second">The position of the other.</param>
public sealed record FacedIssue(IssueStanding Issue, DyadStanding Between, bool Blocks, FacedPosition? First, FacedPosition? Second)
{
    internal static IReadOnlyList<FacedIssue> Of(BoardSnapshot at, ListedPair pair)
    {
        var place = pair.Blocks.Select((b, i) => (b.Issue.Standing.Issue.Key, i)).ToDictionary(x => x.Key, x => x.i, StringComparer.Ordinal);
        return
        [
            .. at.Issues.Select(issue => (Issue: issue, Between: issue.Between(pair.Dyad.Key)))
                .Where(x => x.Between is { Applies: true })
                .Select(x => new FacedIssue(
                    x.Issue, x.Between!, place.ContainsKey(x.Issue.Issue.Key), Position(x.Issue, x.Between!, pair.Dyad.FirstPartyKey),
                    Position(x.Issue, x.Between!, pair.Dyad.SecondPartyKey)))
                .Where(faced => faced.First is not null || faced.Second is not null)
                .OrderBy(faced => place.GetValueOrDefault(faced.Issue.Issue.Key, int.MaxValue)),
        ];
    }

    private static FacedPosition? Position(IssueStanding issue, DyadStanding between, string party) =>
        issue.Positions.FirstOrDefault(p => p.PartyKey == party) is { } position ? new(position, between.AgreedSince(position)) : null;
}

/// <summary>A position of one of the two.</summary>
/// <param name="Position">The position in force.</param>
/// <param name="AgreedSince">The step at which the two agreed after it was put; null where they have not since.</param>
public sealed record FacedPosition(Position Position, LevelStep? AgreedSince);

/// <summary>A draft before the two.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Latest">Its newest version.</param>
public sealed record DraftBetween(Draft Draft, DraftVersion Latest);

/// <summary>A round of the two.</summary>
/// <param name="Round">The round.</param>
/// <param name="Phase">What is known of it on the board's date.</param>
/// <param name="After">The pair's agreed share on its last day; null where that is still to come or there was none.</param>
public sealed record RoundBetween(Round Round, RoundPhase Phase, Share? After);
