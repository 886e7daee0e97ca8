using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;
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
