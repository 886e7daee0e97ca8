using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Pairs;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Pairs;

public class PairViewTests
{
    // air waits for a-c alone; bay and the dam for a-b alone; the coast for both: the board of MatrixQueryTests, in few words.
    private static readonly BoardSnapshot At = new RecordBuilder().Dyad("a-b").Dyad("a-c").Dyad("x-y", required: false)
        .Issue("air", dyads: ["a-b", "a-c"]).Issue("bay", dyads: ["a-b", "a-c"]).Issue("coast", salience: 5, dyads: ["a-b", "a-c"])
        .Issue("dam", dyads: ["a-b"])
        .Status("air", Level.Concluded, dyad: "a-b").Status("air", Level.Disputed, dyad: "a-c")
        .Status("bay", Level.Disputed, dyad: "a-b").Status("bay", Level.Concluded, dyad: "a-c", on: 3)
        .Status("coast", Level.Narrowing, dyad: "a-b")
        .Status("dam", Level.Narrowing, dyad: "a-b", on: 2)
        .Position("b", "dam", Stance.Rejects).Position("a", "air", Stance.Objects, on: 1).Position("a", "bay", Stance.Accepts, on: 4)
        .Position("c", "bay", Stance.Objects, on: 2).AsOf(8);

    // On day 3 a-c gets 1 of 3, above the 1 of 4 of a-b; before, it was at 0 of 3 and the weakest itself.
    [Fact]
    public void ListedPairs_Board_RequiredFirstLowestFirstWithWhatTheyBlock()
    {
        var pairs = ListedPair.Of(At);

        Assert.Equal(
            "a-b Weakest 3: bay dam | coast; a-c Higher : air | coast; x-y Higher :  | ",
            string.Join("; ", pairs.Select(p =>
                $"{p.Dyad.Key} {p.Place} {p.Since?.On.Day}: {Join(p.Alone)} | {Join(p.WithOthers)}")));
        Assert.Equal([true, true, false], pairs.Select(p => p.IsJudged));

        // The position of a on the bay is a matter of both its pairs.
        Assert.Equal([RecordBuilder.Day(4), RecordBuilder.Day(4), null], pairs.Select(p => p.LastEvidence?.On));

        // As what remains is ranked: one party objects to each, and the bay is disputed, the dam narrowing.
        static string Join(IEnumerable<BlockedIssue> issues) => string.Join(' ', issues.Select(b => b.Between.Issue.Key));
    }

    // Pages ask for them again and again, and each time they would go through all issues.
    [Fact]
    public void ListedPairs_OneSnapshot_AreMadeOnce() => Assert.Same(ListedPair.Of(At), ListedPair.Of(At));

    [Fact]
    public void Faced_PositionOlderThanTheAgreement_SaysSo()
    {
        var faced = PairView.Of(At, "a-c")!.Faced;

        // The air, which the pair blocks, before the bay, which it has agreed on since c objected; a spoke later.
        Assert.Equal(["air", "bay"], faced.Select(f => f.Issue.Issue.Key));
        Assert.Equal([true, false], faced.Select(f => f.Blocks));
        Assert.Null(faced[0].First!.AgreedSince);
        Assert.Null(faced[0].Second);
        Assert.Null(faced[1].First!.AgreedSince);
        Assert.Equal(RecordBuilder.Day(3), faced[1].Second!.AgreedSince!.Date);
    }

    [Fact]
    public void Faced_AgreedByOneSidesWordAlone_MakesNoPositionOld()
    {
        var at = new RecordBuilder().Dyad("a-b").Issue("land").Position("a", "land", Stance.Objects)
            .Status("land", Level.TextAgreed, on: 3, basis: Basis.Claimed).AsOf(5);

        Assert.Null(PairView.Of(at, "a-b")!.Faced[0].First!.AgreedSince);
    }

    [Fact]
    public void Of_LevelPairs_EachNamesTheOthersAndNoneIsTheWeakest()
    {
        var pairs = ListedPair.Of(
            new RecordBuilder().Dyad("a-b").Dyad("a-c").Issue("land").Status("land", Level.Disputed, dyad: "a-b", on: 2).AsOf(3));

        Assert.All(pairs, p => Assert.Equal(DyadPlace.Level, p.Place));
        Assert.Equal(["a–c", "a–b"], pairs.SelectMany(p => p.LevelWith).Select(name => name.ToLowerInvariant()));
    }

    // Of four issues: in the first round, days 3 to 4, the land rises to agreed and the sea falls out of it; the air becomes known, which is no rise;
    // that the dam rises on day 5 is after it. The second, from Monday, 5 January, to Thursday, is known to the week alone, which ends on the 11th:
    // so the dam rose in it, and the land on the 11th. The third was called off, the fourth ends on the day after the board's; in the fifth a met c
    // alone.
    [Fact]
    public void Rounds_OfThePair_WhatRoseAndFellInTheirDays()
    {
        var record = new RecordBuilder().Dyad("a-b").Dyad("a-c").Issue("land").Issue("sea").Issue("air").Issue("dam")
            .Status("land", Level.Narrowing, dyad: "a-b").Status("land", Level.Disputed, dyad: "a-c")
            .Status("sea", Level.AgreedInPrinciple, dyad: "a-b").Status("dam", Level.Disputed, dyad: "a-b")
            .Status("land", Level.AgreedInPrinciple, dyad: "a-b", on: 3).Status("sea", Level.Narrowing, dyad: "a-b", on: 4)
            .Status("air", Level.Concluded, dyad: "a-b", on: 4).Status("land", Level.Narrowing, dyad: "a-c", on: 4)
            .Status("dam", Level.Narrowing, dyad: "a-b", on: 5).Status("land", Level.TextAgreed, dyad: "a-b", on: 11)
            .Build() with
        {
            Rounds =
            [
                Between("first", 3, 4, "a", "b", "c"), Between("week", 5, 8, "a", "b") with { Precision = DatePrecision.Week },
                Between("off", 12, 12, "a", "b") with { State = RoundState.CalledOff }, Between("next", 14, 15, "a", "b"),
                Between("others", 8, 8, "a", "c"),
            ],
        };

        var rounds = PairView.Of(new Board(record, 1).AsOf(RecordBuilder.Day(14)), "a-b")!.Rounds;

        Assert.Equal(["next", "off", "week", "first"], rounds.Select(r => r.Round.Key));
        Assert.Equal(
            [null, null, Moved(4, 11, 2, 0, 2), Moved(2, 4, 1, 1, 2)], // land and air are agreed at the end of both
            rounds.Select(r => r.Moves));

        static RoundMoves Moved(int from, int to, int rose, int fell, int agreed) =>
            new(RecordBuilder.Day(from), RecordBuilder.Day(to), rose, fell, new Share(agreed, 0, 4));

        static Round Between(string key, int from, int? to, params string[] parties) => new()
        {
            Key = key, Title = key, AnnouncedOn = RecordBuilder.Day(1), StartsOn = RecordBuilder.Day(from),
            EndsOn = to is { } last ? RecordBuilder.Day(last) : null, State = RoundState.Held, RecordedAt = RecordBuilder.At(1),
            Delegations = [.. parties.Select(party => new Delegation { PartyKey = party })],
        };
    }

    // Four steps of four kinds: the dam on the second day, the others on the first. What moved between a and c, and what parties say, is not theirs.
    [Fact]
    public void Changes_OfThePair_ThoseBetweenTheTwoAlone()
    {
        var lines = PairView.Of(At, "a-b")!.Changes;

        Assert.Equal("dam", lines[0].First.IssueKey);
        Assert.Equal(["air", "bay", "coast"], lines.Skip(1).Select(line => Assert.Single(line.IssueKeys)).Order(StringComparer.Ordinal));
        Assert.All(lines, line => Assert.Equal(["a-b"], line.DyadKeys));
    }

    [Fact]
    public void Of_KeyThatIsNone_Null() => Assert.Null(PairView.Of(At, "b-c"));

    [Fact]
    public void Of_PairWithoutIssue_NoShareAndNothingToReach()
    {
        var view = PairView.Of(At, "x-y")!;

        Assert.Equal(0, view.Pair.Agreed.Total);
        Assert.Null(view.Takes);
        Assert.Empty(view.Spans);
        Assert.Empty(view.Pair.Path.Periods);
    }
}
