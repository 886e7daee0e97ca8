using Bunit;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PeaceTracker.Testing;
using PeaceTracker.Web.Shared.Charts;

namespace PeaceTracker.Web.Tests.Shared.Charts;

public class ShareChartTests : ComponentTests
{
    private static readonly DateOnly Day = new(2025, 12, 15);
    private static readonly ShareChartLinks Links = new(key => key, (from, to) => $"/{from:yyyy-MM-dd}/{to:yyyy-MM-dd}", key => key);

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

    // Of five issues one is agreed in text, and one more by one side's word: it counts in a dashed line a fifth higher.
    [Fact]
    public void Chart_OneSided_StandsAboveTheRecordAsADashedLine()
    {
        var record = new RecordBuilder().Issues(3, Level.Disputed).Issue("a").Issue("b").Status("a", Level.TextAgreed)
            .Status("b", Level.TextAgreed, basis: Basis.Claimed).Status("a", Level.TextAgreed, 5);
        var chart = Chart(record.AsOf(10));

        // A day in percent of the width is ten of a path's thousand; all is of day 1 to 5, the board of day 10.
        var geometry = new ShareChartGeometry([RecordBuilder.Day(1), RecordBuilder.Day(10)]);
        var (first, last) = (SharePath.N(geometry.Across(RecordBuilder.Day(1)) * 10), SharePath.N(geometry.Across(RecordBuilder.Day(5)) * 10));
        Assert.Equal($"M{first} {Height(1, 5)}H{last}", Line(chart, ".line-agreed:not(.line-claimed, .line-after)"));
        Assert.Equal($"M{first} {Height(2, 5)}H{last}", Line(chart, ".line-claimed:not(.line-after)"));
    }

    [Fact]
    public void Chart_Steps_DrawsThemAndGivesTheirFigures()
    {
        // Five issues, of which one is agreed from day 3 on: two steps, 0 of 5 and 1 of 5 (20%).
        var record = new RecordBuilder().Issue("a").Issue("b").Issue("c").Issue("d").Issue("e");
        foreach (var issue in new[] { "a", "b", "c", "d", "e" })
            record.Status(issue, Level.Disputed, 1);
        record.Status("a", Level.AgreedInPrinciple, 3);
        var chart = Chart(record.AsOf(10));

        // One level stretch and the rise; what follows is after the newest evidence.
        Assert.Matches("^M[0-9.]+ [0-9.]+H[0-9.]+V[0-9.]+$", Line(chart, ".line-agreed:not(.line-after)"));
        Assert.Matches("^M[0-9.]+ [0-9.]+H[0-9.]+$", Line(chart, ".line-agreed.line-after"));
        Assert.Equal("/2026-01-02/2026-01-03", chart.Find("a.chart-step").GetAttribute("href"));
        Assert.Equal(["0 of 5 (0%)", "1 of 5 (20%)"], chart.FindAll("table[data-kind=shares] tbody tr").Select(r => r.Children[1].TextContent));
        Assert.Contains("1 of 5 at the end", chart.Find("desc").TextContent, StringComparison.Ordinal);
    }

    // The evidence is of day 1 to 3; the board is of day 10.
    [Fact]
    public void Chart_TimeAfterTheNewestEvidence_IsHatchedAndSaysSo()
    {
        var chart = Chart(new RecordBuilder().Issues(5, Level.Disputed).Status("issue-1", Level.TextAgreed, 3).AsOf(10));

        var ground = chart.Find(".chart-after");
        var geometry = new ShareChartGeometry([RecordBuilder.Day(1), RecordBuilder.Day(10)]);
        Assert.Equal(geometry.X(RecordBuilder.Day(3)), ground.GetAttribute("x"));
        Assert.Contains("no evidence after 3 January 2026", chart.Find("figcaption").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Chart_NewestEvidenceOfItsOwnDay_HasNoSuchGround() =>
        Assert.Empty(Chart(new RecordBuilder().Issues(5, Level.Disputed).Status("issue-1", Level.TextAgreed, 10).AsOf(10)).FindAll(".chart-after"));

    // Five statuses of one day: nobody knows a course of things, so none is drawn.
    [Fact]
    public void Chart_EvidenceOfOneDay_IsAMarkedDayAndNoLine()
    {
        var chart = Chart(new RecordBuilder().Issues(4, Level.Disputed).Issues(1, Level.TextAgreed).AsOf(100));

        Assert.Empty(chart.FindAll("svg.chart-plot path.line"));
        Assert.Equal(3, chart.FindAll("svg.chart-plot .line-dot").Count);
        Assert.Contains("All evidence is from one day", chart.Find("figcaption").TextContent, StringComparison.Ordinal);
        // The three points lie within one of another: one label says them all, what is agreed first.
        Assert.Matches("1 of 5 agreed.*1 of 5 moving.*1 of 5 text agreed", chart.Find("svg.chart-plot").TextContent);
    }

    // Where the one day's label has room for a letter alone, what the letter stands for is beside the drawing: it leads nowhere.
    [Fact]
    public void Label_OfTheOnlyDay_SaysInFullWhatItsLetterStandsFor()
    {
        var at = new RecordBuilder().Issues(4, Level.Disputed).Issues(1, Level.TextAgreed).AsOf(100);
        var timeline = ShareTimeline.Of(at, at.History);

        var label = Assert.Single(ShareChartLabel.All(
            timeline, ShareChartGeometry.Of(timeline.History, timeline.Until), LabelRoom.Narrow, Links,
            Services.GetRequiredService<IStringLocalizer<Text>>()));

        Assert.Null(label.Href);
        Assert.Equal("1 January 2026: 1 of 5 agreed, 1 of 5 moving, 1 of 5 text agreed", label.InFull);
    }

    // A drawing of 20 px has room for no word at all: that the two claims are there is still said.
    [Fact]
    public void Drawing_NoRoomForAnyLabel_SaysHowManyMarksHaveNone()
    {
        var at = new RecordBuilder().Issues(5, Level.Disputed).Status("issue-1", Level.Disputed, 5).Claim(90, on: 4).Claim(80, on: 6).AsOf(10);

        var drawing = Render<ShareChartDrawing>(p => p
            .Add(c => c.Timeline, ShareTimeline.Of(at, at.History)).Add(c => c.Links, Links).Add(c => c.Id, "chart")
            .Add(c => c.Room, new LabelRoom(20, 7, false)));

        Assert.Equal(2, drawing.FindAll(".chart-claim").Count);
        Assert.Equal("2 marks without room for their words", drawing.Find(".chart-more").TextContent);
    }

    // A claim of which only the week is known spans Monday to Sunday, its diamond in the middle.
    [Fact]
    public void Chart_ClaimOfAWeek_IsDrawnAsThatWeek()
    {
        var board = new RecordBuilder().Issues(5, Level.Disputed).Status("issue-1", Level.TextAgreed, 90).Claim(90, on: 33).Board();
        var claims = board.Record.Claims.Select(c => c with { Precision = DatePrecision.Week });
        var chart = Chart(new Board(board.Record with { Claims = [.. claims] }, 1).AsOf(RecordBuilder.Day(90)));

        var geometry = new ShareChartGeometry([RecordBuilder.Day(1), RecordBuilder.Day(90)]);
        var span = chart.Find(".chart-claim-span");
        Assert.Equal(geometry.X(RecordBuilder.Day(33)), span.GetAttribute("x"));
        Assert.Equal(
            ShareChartGeometry.Number(geometry.Across(RecordBuilder.Day(39)) - geometry.Across(RecordBuilder.Day(33))) + "%",
            span.GetAttribute("width"));
        Assert.Equal(geometry.X(RecordBuilder.Day(36)), chart.Find(".chart-claim").ParentElement!.GetAttribute("x"));
    }

    // A step of which only the month is known: the ground under it reaches from its first day to its last.
    [Fact]
    public void Chart_StepOfAMonth_IsDrawnAsThatMonth()
    {
        var board = new RecordBuilder().Issues(5, Level.Disputed).Status("issue-1", Level.TextAgreed, 32).Board();
        var events = board.Record.StatusEvents
            .Select(e => e with { Precision = e.OccurredOn == RecordBuilder.Day(32) ? DatePrecision.Month : DatePrecision.Day });
        var chart = Chart(new Board(board.Record with { StatusEvents = [.. events] }, 1).AsOf(RecordBuilder.Day(90)));

        var geometry = new ShareChartGeometry([RecordBuilder.Day(1), RecordBuilder.Day(90)]);
        var span = chart.Find(".chart-span");
        Assert.Equal(geometry.X(RecordBuilder.Day(32)), span.GetAttribute("x"));
        Assert.Equal(
            ShareChartGeometry.Number(geometry.Across(RecordBuilder.Day(59)) - geometry.Across(RecordBuilder.Day(32))) + "%",
            span.GetAttribute("width"));
    }

    // Claims about the whole board stand in the chart; that of a pair has a scope of its own.
    [Fact]
    public void Chart_Claims_OnlyThoseAboutTheWholeBoardStandInIt()
    {
        var record = new RecordBuilder().Dyad("a-b").Issues(5, Level.Disputed).Claim(90, on: 4).Claim(80, dyad: "a-b", on: 5);

        var chart = Chart(record.AsOf(10));

        Assert.Equal("claim-1", Assert.Single(chart.FindAll("svg.chart-plot a:has(.chart-claim)")).GetAttribute("href"));
        Assert.Equal(["80%", "90%"], chart.FindAll("table[data-kind=day] tbody tr[data-on]").Select(r => r.Children[1].TextContent).Order());
    }

    private static string Line(IRenderedComponent<ShareChart> chart, string line) => chart.Find($"svg.chart-plot path{line}").GetAttribute("d")!;

    private static string Height(int met, int of) => SharePath.N(ShareChartGeometry.Down(new Ratio(met, of)));

    private IRenderedComponent<ShareChart> Chart(BoardSnapshot at) => Render<ShareChart>(p => p
        .Add(c => c.Timeline, ShareTimeline.Of(at, at.History))
        .Add(c => c.Links, Links));
}
