using PeaceTracker.Web.Shared.Charts;

namespace PeaceTracker.Web.Tests.Shared.Charts;

public class EndLabelsTests
{
    [Fact]
    public void Apart_FarFromOneAnother_StayWhereTheyAre() => Assert.Equal([60, 100, 30], EndLabels.Apart([60, 100, 30], 17, 20, 200));

    // Two at one height: the second goes down by a line; at the foot of the drawing the first goes up instead.
    [Fact]
    public void Apart_AtOneHeight_MakeRoom()
    {
        Assert.Equal([50, 67], EndLabels.Apart([50, 50], 17, 20, 200));
        Assert.Equal([183, 200], EndLabels.Apart([200, 200], 17, 20, 200));
    }

    [Fact]
    public void Apart_AnyHeights_KeepTheirOrderAndAreALineApartAndInside()
    {
        var random = ChartBoards.Random();
        for (var run = 0; run < 500; run++)
        {
            double[] wanted = [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => (double)random.Next(20, 200))];

            var places = EndLabels.Apart(wanted, 17, 20, 200);

            var order = Enumerable.Range(0, wanted.Length).OrderBy(i => places[i]).ToList();
            Assert.All(places, place => Assert.InRange(place, 20, 200));
            Assert.All(order.Zip(order.Skip(1)), pair =>
            {
                Assert.True(places[pair.Second] - places[pair.First] >= 17);
                Assert.True(wanted[pair.First] <= wanted[pair.Second]);
            });
        }
    }
}
