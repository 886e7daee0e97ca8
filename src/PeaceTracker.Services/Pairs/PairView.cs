using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Changes;

namespace PeaceTracker.Services.Pairs;

/// <summary>One pair on a date: its share over time, what it blocks, what the two want, what lies between them, what a share would take.</summary>
public sealed record PairView
{
    private const int MostRounds = 20, LatestChanges = 5;

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

    /// <summary>The newest rounds in which both take part, newest first.</summary>
    public required IReadOnlyList<RoundBetween> Rounds { get; init; }

    /// <summary>How many more there are.</summary>
    public required int OlderRounds { get; init; }

    /// <summary>The latest changes between the two, newest first.</summary>
    public required IReadOnlyList<ChangeLine> Changes { get; init; }

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
        var rounds = at.Rounds.Where(r => r.Delegations.Any(d => d.PartyKey == first) && r.Delegations.Any(d => d.PartyKey == second)).ToList();
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
            Rounds = [.. rounds.TakeLast(MostRounds).Reverse().Select(r => new RoundBetween(r, RoundMoves.Of(at, key, r)))],
            OlderRounds = Math.Max(0, rounds.Count - MostRounds),
            Changes = ChangeLine.Latest(at, LatestChanges, key),
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
/// <param name="Moves">What moved between the two in it; null where it was called off or is not over.</param>
public sealed record RoundBetween(Round Round, RoundMoves? Moves);

/// <summary>What moved between two parties in the days of a round: the day before it compared with its last.</summary>
/// <param name="From">The day before its first.</param>
/// <param name="To">Its last day, or the last on which it can have been.</param>
/// <param name="Rose">How many issues rose.</param>
/// <param name="Fell">How many fell.</param>
/// <param name="Agreed">The pair's agreed share at its end.</param>
public sealed record RoundMoves(DateOnly From, DateOnly To, int Rose, int Fell, Share Agreed)
{
    internal static RoundMoves? Of(BoardSnapshot at, string dyadKey, Round round)
    {
        var (from, to) = (round.StartsOn.AddDays(-1), round.LastPossibleDay);
        if (to > at.Date || round.PhaseOn(at.Date) == RoundPhase.CalledOff)
        {
            return null;
        }

        var compared = at.AgreedBetween(from, to, dyadKey);
        return new RoundMoves(from, to, compared.Moved.Count(c => c.Direction > 0), compared.Moved.Count(c => c.Direction < 0), compared.To);
    }
}
