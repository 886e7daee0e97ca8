using Bunit;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;
using PeaceTracker.Web.Shared.Charts;

namespace PeaceTracker.Web.Tests.Shared.Charts;

public class ShareChartTests : ComponentTests
{
    private static readonly DateOnly Day = new(2025, 12, 15);

    [Fact]
    public void Across_SingleDate_StandsInTheMiddle()
    {
        var geometry = new ShareChartGeometry([Day, Day]);

        Assert.True(geometry.IsSingleDate);
        Assert.Equal(50, geometry.Across(Day));
        Assert.Equal([Day], geometry.Ticks());
    }

    [Fact]
    public void Across_LaterDate_StandsFurtherRight()
    {
        var geometry = new ShareChartGeometry([Day, Day.AddDays(100)]);

        Assert.True(geometry.Across(Day) < geometry.Across(Day.AddDays(1)));
        Assert.InRange(geometry.Across(Day.AddDays(100)), geometry.Across(Day), 100);
    }

    [Fact]
    public void Down_HalfWay_LiesBetweenNoneAndAll() =>
        // Half of the way from 0% to 100% whatever the drawing's height.
        Assert.Equal((ShareChartGeometry.Down(0) + ShareChartGeometry.Down(100)) / 2, ShareChartGeometry.Down(new Ratio(1, 2)));

    [Theory]
    [InlineData(40)]
    [InlineData(200)]
    [InlineData(900)]
    [InlineData(9000)]
    public void Ticks_AnySpan_FewAndWithin(int days)
    {
        var geometry = new ShareChartGeometry([Day, Day.AddDays(days)]);

        var ticks = geometry.Ticks();

        Assert.InRange(ticks.Count, 1, 8);
        Assert.All(ticks, tick => Assert.InRange(tick, Day, Day.AddDays(days)));
    }

    // Of five issues one is agreed in text, and one more by one side's word: each share has its own dashed line a fifth higher.
    [Theory]
    [InlineData("line-agreed")]
    [InlineData("line-text")]
    [InlineData("line-moving")]
    public void Chart_Claimed_StandsAboveTheRecordAsADashedLine(string line)
    {
        var record = new RecordBuilder().Issues(3, Level.Disputed).Issue("a").Issue("b").Status("a", Level.TextAgreed)
            .Status("b", Level.TextAgreed, basis: Basis.Claimed);
        var chart = Render<ShareChart>(
            p => p.Add(x => x.History, ShareHistory.Of(record.AsOf(10))).Add(x => x.Until, RecordBuilder.Day(10)).Add(x => x.ClaimHref, key => key));

        var heights = chart.FindAll($"svg.chart-plot .{line}").ToLookup(l => l.ClassList.Contains("line-claimed"), l => l.GetAttribute("y1"));
        Assert.Equal([ShareChartGeometry.Number(ShareChartGeometry.Down(new Ratio(1, 5)))], heights[false]);
        Assert.Equal([ShareChartGeometry.Number(ShareChartGeometry.Down(new Ratio(2, 5)))], heights[true]);
    }

    [Fact]
    public void Chart_Steps_DrawsThemAndGivesTheirFigures()
    {
        // Five issues, of which one is agreed from day 3 on: two steps, 0 of 5 and 1 of 5 (20%).
        var record = new RecordBuilder().Issue("a").Issue("b").Issue("c").Issue("d").Issue("e");
        foreach (var issue in new[] { "a", "b", "c", "d", "e" })
            record.Status(issue, Level.Disputed, 1);
        record.Status("a", Level.AgreedInPrinciple, 3);
        var history = ShareHistory.Of(record.AsOf(10));

        var chart = Render<ShareChart>(
            p => p.Add(c => c.History, history).Add(c => c.Until, RecordBuilder.Day(10)).Add(c => c.ClaimHref, k => $"/{k}"));

        // One level stretch, the rise, one stretch.
        Assert.Equal(3, chart.FindAll("svg.chart-plot .line-agreed:not(.line-claimed)").Count);
        Assert.Equal(["0 of 5 (0%)", "1 of 5 (20%)"], chart.FindAll("table[data-kind=shares] tbody tr").Select(r => r.Children[1].TextContent));
        Assert.Contains("1 of 5 at the end", chart.Find("desc").TextContent, StringComparison.Ordinal);
    }
}
