using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Pairs;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Pairs;

namespace PeaceTracker.Web.Tests.Pairs;

public class PairChartGeometryTests
{
    // Days 1 to 11 are 1,000 wide: the week of day 3 lies from 200 to 800. From none to one of one, and a line's room above and below.
    [Fact]
    public void Open_ChangeInAWeek_CoversTheWeekBetweenTheTwoShares()
    {
        var (pair, plot) = Chart(DatePrecision.Week);

        Assert.Equal([(200, 600, -8, 1016)], plot.Open(pair).Select(o => (Math.Round(o.X), Math.Round(o.Width), o.Y, o.Height)));
    }

    [Fact]
    public void Open_ChangeOnADay_IsNone()
    {
        var (pair, plot) = Chart(DatePrecision.Day);

        Assert.Empty(plot.Open(pair));
    }

    private static (ListedPair Pair, PairChartGeometry Plot) Chart(DatePrecision precision)
    {
        var pairs = ListedPair.Of(new RecordBuilder().Issue("land").Status("land", Level.Disputed, on: 1)
            .Status("land", Level.AgreedInPrinciple, on: 3, precision: precision).AsOf(11));
        return (pairs[0], PairChartGeometry.Of(pairs, RecordBuilder.Day(11))!);
    }
}
