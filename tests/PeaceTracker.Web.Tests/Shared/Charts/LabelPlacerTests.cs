using PeaceTracker.Web.Shared.Charts;

namespace PeaceTracker.Web.Tests.Shared.Charts;

public class LabelPlacerTests
{
    private const double Highest = 2, Lowest = 286;

    private static readonly LabelRoom[] File = [new(910, 7.5, false)];

    // Two labels of the same height, 1% apart: at 910 px these are 9 px, far less than 20 letters.
    [Fact]
    public void Place_TwoInOnePlace_OneGivesWay()
    {
        WantedLabel[] wanted = [new(50, 100, 20, 3), new(51, 100, 20, 3)];

        var labels = LabelPlacer.Place(wanted, File, Highest, Lowest);

        LabelBoxes.AssertReadable(wanted, labels, 910, 7.5);
        Assert.All(labels, Assert.NotNull);
        Assert.False(labels[0]!.Top == labels[1]!.Top && labels[0]!.Before == labels[1]!.Before);
    }

    // One line of 16 px, its middle at the height of the point.
    [Fact]
    public void Place_OneAlone_StandsBesideItsPoint() =>
        Assert.Equal(
            new PlacedLabel(92, Before: false, More: 0),
            Assert.Single(LabelPlacer.Place([new(20, 100, 12, 3)], LabelRoom.Wide, Highest, Lowest)));

    [Fact]
    public void Place_AtTheRightEnd_StandsBefore() =>
        Assert.True(Assert.Single(LabelPlacer.Place([new(98, 100, 20, 3)], LabelRoom.Wide, Highest, Lowest))!.Before);

    // A line of the chart right of the point: the label moves away from it, where nothing else is in its way.
    [Fact]
    public void Place_ALineInTheWay_IsKeptClear()
    {
        var label = Assert.Single(LabelPlacer.Place([new(20, 100, 12, 3)], File, Highest, Lowest, [new KeptClear(20, 60, 98, 102, Weight: 6)]))!;

        Assert.True(label.Top + 16 <= 98 || label.Top >= 102 || label.Before);
    }

    // Sixty claims of one day, as in a week of many briefings: on either side of them are 17 lines, so no page has room for all.
    [Theory]
    [InlineData(190, true)]
    [InlineData(250, true)]
    [InlineData(440, false)]
    [InlineData(700, false)]
    [InlineData(760, false)]
    public void Place_Crowd_NoneLiesOnAnotherAndNoneIsForgotten(double width, bool isShort)
    {
        WantedLabel[] wanted = [.. Enumerable.Range(0, 60).Select(i => new WantedLabel(50 + (i % 3), 60 + (1.25 * i), 24, 3))];

        var labels = LabelPlacer.Place(wanted, isShort ? LabelRoom.Narrow : LabelRoom.Wide, Highest, Lowest);

        LabelBoxes.AssertReadable(wanted, labels, width, 7, isShort);
        Assert.Contains(null, labels);
        Assert.Equal(60, labels.Sum(l => l is null ? 0 : 1 + l.More));
    }

    // A page of 300 px has no room for 30 letters of 7 px on either side of a point in its middle, and for 3 it has.
    [Fact]
    public void Place_NoRoomForAllItsWords_StandsInShort() =>
        Assert.Equal(
            new PlacedLabel(92, Before: false, More: 0, InShort: true),
            Assert.Single(LabelPlacer.Place([new(50, 100, 30, 3, Lines: 2)], [new(300, 7, false)], Highest, Lowest)));

    // Two points in the middle of a page of 66 px: beside either side are 33 − 11 = 22 px, room for 3 letters of 7 px and not for 4. The
    // drawing is one line high, so each takes one side, and says itself by a letter.
    [Fact]
    public void Place_NoRoomForItsFigure_StandsAsALetter() =>
        Assert.Equal(
            ['a', 'b'],
            LabelPlacer.Place([new(50, 10, 12, 4), new(50, 10, 12, 4)], [new(66, 7, false)], 0, 20).Select(label => label!.Letter!.Value));

    [Fact]
    public void Place_NoRoomForOne_ItsOwnKindSpeaksForIt()
    {
        // The drawing has room for one line on either side of the points, and three want it.
        WantedLabel[] wanted = [new(50, 10, 4, 4, Kind: "step"), new(50, 10, 4, 4, Kind: "claim"), new(50, 10, 4, 4, Kind: "claim")];

        var labels = LabelPlacer.Place(wanted, [new(400, 7, false)], 0, 20);

        Assert.Equal([0, 1], labels.Take(2).Select(l => l!.More));
        Assert.Null(labels[2]);
    }
}
