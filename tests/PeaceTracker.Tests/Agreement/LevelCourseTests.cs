using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Tests.Agreement;

public class LevelCourseTests
{
    // The weaker of two required pairs decides: disputed from day 2, narrowing when both are (day 4), and so it stays while one alone rises (day 6),
    // until the other rises too and falls again.
    [Fact]
    public void Of_TwoPairs_FollowsTheWeakerOne()
    {
        var at = new RecordBuilder().Dyad("a-b").Dyad("a-c").Issue("land", dyads: ["a-b", "a-c"])
            .Status("land", Level.Disputed, 2).Status("land", Level.Narrowing, 2, "a-c").Status("land", Level.Narrowing, 4)
            .Status("land", Level.TextAgreed, 6).Status("land", Level.TextAgreed, 8, "a-c").Status("land", Level.Disputed, 9).AsOf(10);

        Assert.Equal(
            [(Day(2), Level.Disputed), (Day(4), Level.Narrowing), (Day(8), Level.TextAgreed), (Day(9), Level.Disputed)],
            LevelCourse.Of(at.Issue("land")!).Select(c => (c.When.On, c.Level)));
    }

    [Fact]
    public void Of_NothingRecorded_IsEmpty() => Assert.Empty(LevelCourse.Of(new RecordBuilder().Issue("land").AsOf(5).Issue("land")!));

    // Its end is the level of the board, on any issue of the example and on any day.
    [Theory]
    [InlineData(40)]
    [InlineData(90)]
    public void Of_Any_EndsWithTheLevelShown(int day)
    {
        var random = new Random(day);
        var record = new RecordBuilder().Dyad("a-b").Dyad("a-c").Dyad("b-c", required: false);
        for (var i = 0; i < 20; i++)
        {
            record.Issue($"issue {i}");
            for (var e = 0; e < 8; e++)
            {
                record.Status($"issue {i}", (Level)random.Next(9), random.Next(1, 100), new[] { "a-b", "a-c", "b-c" }[random.Next(3)]);
            }
        }

        Assert.All(
            record.AsOf(day).Issues,
            issue => Assert.Equal(issue.Level, LevelCourse.Of(issue).Select(c => c.Level).LastOrDefault(Level.Unknown)));
    }
}
