using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Issues;
using PeaceTracker.Web.Shared.Charts;

namespace PeaceTracker.Web.Tests.Issues;

public class LevelLadderTests
{
    // Day 1 of 11 stands at 1% of the width, day 11 at 99%: 9.8% a day, and ten times that in a path. A rung is 16 px, the highest at 12.
    private static readonly ShareChartGeometry Axis = new([RecordBuilder.Day(1), RecordBuilder.Day(11)]);

    // Unknown until day 3, disputed until day 6, agreed from then on, and nothing known after day 6.
    [Fact]
    public void Of_Path_StepsInTimeAndEndsWithTheEvidence()
    {
        var ladder = Ladder(
            new RecordBuilder().Issue("land").Status("land", Level.Disputed, on: 3).Status("land", Level.AgreedInPrinciple, on: 6), lastDay: 6);

        Assert.Equal("M206 114V76M206 76H500M500 76V44", ladder.Lines.Below);
        Assert.Equal("", ladder.Lines.Agreed);
        Assert.Equal("M0 114H206M500 44H990", ladder.Lines.Unknown);
        Assert.Empty(ladder.Lines.Falls);
    }

    [Fact]
    public void Of_Fall_IsALineOfItsOwn()
    {
        var ladder = Ladder(
            new RecordBuilder().Issue("land").Status("land", Level.TextAgreed, on: 1).Status("land", Level.Disputed, on: 6), lastDay: 11);

        Assert.Equal("M10 28H500", ladder.Lines.Agreed);
        Assert.Equal(["M500 28V76"], ladder.Lines.Falls);
    }

    // Two entries of one day: the lower gives the level, the other is drawn as disagreeing with it.
    [Fact]
    public void Of_ContestedDay_DrawsBothEntries()
    {
        var ladder = Ladder(
            new RecordBuilder().Issue("land").Status("land", Level.Narrowing, on: 6).Status("land", Level.TextAgreed, on: 6), lastDay: 11);

        Assert.Equal([(Level.Narrowing, true), (Level.TextAgreed, false)], ladder.Marks.Select(m => (m.Event.Level, m.Shown)));
    }

    // In the week that begins with day 3: from 1 + 2 × 9.8 to 1 + 8 × 9.8. Of the week of day 6 only the days to the 11th are drawn.
    [Fact]
    public void Of_WeekOnly_TheMarkLastsAsLongAsTheWeekIsDrawn()
    {
        var ladder = Ladder(
            new RecordBuilder().Issue("land").Status("land", Level.Disputed, on: 1)
                .Status("land", Level.Narrowing, on: 3, precision: DatePrecision.Week)
                .Status("land", Level.TextAgreed, on: 6, precision: DatePrecision.Week),
            lastDay: 11);

        Assert.Equal([(1, 1), (20.6, 79.4), (50, 99)], ladder.Marks.Select(m => (Math.Round(m.X, 1), Math.Round(m.Until, 1))));
    }

    [Theory]
    [InlineData(Level.Concluded, 12)]
    [InlineData(Level.NotDiscussed, 92)]
    [InlineData(Level.Unknown, 114)]
    [InlineData(Level.Deferred, 114)]
    public void YOf_Level_HasTheSameHeightOnEveryLadder(Level level, double y) => Assert.Equal(y, LevelLadder.YOf(level));

    private static LevelLadder Ladder(RecordBuilder record, int lastDay) => LevelLadder.Of(
        record.AsOf(11).Issue("land")!.Between(RecordBuilder.DefaultDyad)!, Axis, RecordBuilder.Day(lastDay));
}
