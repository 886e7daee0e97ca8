using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

public class LevelMoveTests
{
    // Day 2 disputed, day 5 agreed, day 7 said again, day 9 back to narrowing.
    private static readonly RecordBuilder Land = new RecordBuilder().Issue("land")
        .Status("land", Level.Disputed, on: 2).Status("land", Level.AgreedInPrinciple, on: 5).Status("land", Level.AgreedInPrinciple, on: 7)
        .Status("land", Level.Narrowing, on: 9);

    [Theory]
    [InlineData(3, Level.Unknown, Level.Disputed, 2, 0)]
    [InlineData(6, Level.Disputed, Level.AgreedInPrinciple, 5, 1)]
    [InlineData(8, Level.Disputed, Level.AgreedInPrinciple, 5, 1)] // saying it again is no move
    [InlineData(9, Level.AgreedInPrinciple, Level.Narrowing, 9, -1)]
    public void Of_OneDyad_TheLastChange(int on, Level from, Level to, int since, int direction)
    {
        var issue = Land.AsOf(on).Issue("land")!;

        var move = LevelMove.Of(issue.Dyads[0])!;
        Assert.Equal((from, to, RecordBuilder.Day(since), direction), (move.From, move.To, move.Since.On, move.Direction));
        Assert.Equal(move, LevelMove.Of(issue));
    }

    // Two required dyads: a-b agreed on day 3, a-c on day 6. Together they are unknown until both have agreed.
    [Fact]
    public void Of_Board_WhenTheWeakestMoved()
    {
        var at = new RecordBuilder().Dyad("a-b").Dyad("a-c").Issue("land")
            .Status("land", Level.AgreedInPrinciple, on: 3, dyad: "a-b").Status("land", Level.TextAgreed, on: 6, dyad: "a-c");

        Assert.Null(LevelMove.Of(at.AsOf(4).Issue("land")!));
        Assert.Equal(
            new LevelMove(Level.Unknown, Level.AgreedInPrinciple, new(RecordBuilder.Day(6), default)), LevelMove.Of(at.AsOf(8).Issue("land")!));
    }

    [Fact]
    public void Of_NothingRecorded_None() => Assert.Null(LevelMove.Of(new RecordBuilder().Issue("land").AsOf(2).Issue("land")!));
}
