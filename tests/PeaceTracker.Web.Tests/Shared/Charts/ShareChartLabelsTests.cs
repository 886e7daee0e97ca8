using PeaceTracker.Web.Shared.Charts;

namespace PeaceTracker.Web.Tests.Shared.Charts;

public class ShareChartLabelsTests
{
    // Two labels of the same height, 1% apart: at 1,120 px these are 11 px, far less than 20 letters.
    [Fact]
    public void Of_TwoInOnePlace_OneGivesWay()
    {
        ShareChartPoint[] points = [new(50, 100, 20, 3), new(51, 100, 20, 3)];

        var labels = ShareChartLabels.Of(points, ShareChartRoom.File);

        AssertReadable(points, labels, 1120, 7.8);
        Assert.All(labels, Assert.NotNull);
        Assert.False(labels[0]!.Down == labels[1]!.Down && labels[0]!.Before == labels[1]!.Before);
    }

    [Fact]
    public void Of_OneAlone_StandsBesideItsPoint() =>
        Assert.Equal(
            new ShareChartLabel(105, Before: false, More: 0), Assert.Single(ShareChartLabels.Of([new(20, 100, 20, 3)], ShareChartRoom.Page)));

    [Fact]
    public void Of_AtTheRightEnd_StandsBefore() =>
        Assert.True(Assert.Single(ShareChartLabels.Of([new(98, 100, 20, 3)], ShareChartRoom.Page))!.Before);

    // Thirty claims of one day with figures a point apart, as in a week of many briefings: no page has room for all.
    [Theory]
    [InlineData(280, true)]
    [InlineData(660, false)]
    [InlineData(900, false)]
    [InlineData(1120, false)]
    public void Of_Crowd_NoneLiesOnAnotherAndNoneIsForgotten(double width, bool isShort)
    {
        ShareChartPoint[] points = [.. Enumerable.Range(0, 30).Select(i => new ShareChartPoint(50 + (i % 3), 60 + (2.5 * i), 24, 3))];

        var labels = ShareChartLabels.Of(points, ShareChartRoom.Page);

        AssertReadable(points, labels, width, 7, isShort);
        Assert.Contains(null, labels);
        Assert.Equal(30, labels.Sum(l => l is null ? 0 : 1 + l.More));
    }

    // A line of words is 13 px above its foot and 4 below; a point reaches 7 px about its middle.
    private static void AssertReadable(
        IReadOnlyList<ShareChartPoint> points, IReadOnlyList<ShareChartLabel?> labels, double width, double letter, bool isShort = false)
    {
        List<Box> words = [.. points.Zip(labels).Where(p => p.Second is not null).Select(p => Words(p.First, p.Second!))];
        Assert.All(words, w => Assert.True(w.Left >= 0 && w.Right <= width, "outside the drawing"));
        List<Box> things = [.. words, .. points.Select(p => Around(p.Across * width / 100, p.Down))];
        Assert.All(words, word => Assert.Single(things, word.Meets));

        Box Words(ShareChartPoint point, ShareChartLabel label)
        {
            var letters = (isShort ? point.ShortLetters : point.Letters) + (label.More > 0 ? $" +{label.More} more".Length : 0);
            var (x, wide) = (point.Across * width / 100, letters * letter);
            return label.Before
                ? new(x - 11 - wide, x - 11, label.Down - 13, label.Down + 4)
                : new(x + 11, x + 11 + wide, label.Down - 13, label.Down + 4);
        }

        static Box Around(double x, double y) => new(x - 7, x + 7, y - 7, y + 7);
    }

    private sealed record Box(double Left, double Right, double Top, double Bottom)
    {
        public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}
