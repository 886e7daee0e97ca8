using Bunit;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;
using PeaceTracker.Web.Shared.Charts;

namespace PeaceTracker.Web.Tests.Shared;

public class LevelTests : ComponentTests
{
    [Fact]
    public void Glyph_EachLevel_ShapeOfItsOwn()
    {
        // The shape alone must tell levels apart, for colour is lost on some readers and on some paper.
        var shapes = Enum.GetValues<Level>().Select(level => Render<LevelGlyph>(p => p.Add(g => g.Level, level)).Find("svg").InnerHtml);

        Assert.Distinct(shapes);
    }

    [Fact]
    public void Glyph_Labelled_IsAnImageWithThatName()
    {
        var svg = Render<LevelGlyph>(p => p.Add(g => g.Level, Level.Disputed).Add(g => g.Label, "Disputed")).Find("svg");

        Assert.Equal("img", svg.GetAttribute("role"));
        Assert.Equal("Disputed", svg.GetAttribute("aria-label"));
        Assert.False(svg.HasAttribute("aria-hidden"));
    }

    [Fact]
    public void Glyph_Unlabelled_HiddenFromReadersOfScreens() =>
        Assert.Equal("true", Render<LevelGlyph>(p => p.Add(g => g.Level, Level.Disputed)).Find("svg").GetAttribute("aria-hidden"));

    [Fact]
    public void Badge_AllMarks_SaysEachInWords()
    {
        var badge = Render<LevelBadge>(p => p.Add(b => b.Level, Level.AgreedInPrinciple)
            .Add(b => b.Claimed, true).Add(b => b.Contested, true).Add(b => b.Reopened, true).Add(b => b.Stale, true));

        Assert.Equal("Agreed in principle", badge.Find(".level-word").TextContent);
        Assert.Equal(["claimed", "contested", "reopened", "stale"], badge.FindAll(".pill").Select(p => p.TextContent));
    }

    [Fact]
    public void Bar_Counts_ReadAsOneSentenceWithoutEmptyLevels()
    {
        var bar = Render<StackedBar>(p => p.Add(b => b.Label, "Ukraine–Russia")
            .Add(b => b.Counts, [new LevelCount(Level.Disputed, 2, 0), new LevelCount(Level.Concluded, 0, 0), new LevelCount(Level.Unknown, 4, 0)]));

        Assert.Equal("Ukraine–Russia: 2 Disputed, 4 Unknown", bar.Find("[role=img]").GetAttribute("aria-label"));
        Assert.Equal(["flex-grow:2", "flex-grow:4"], bar.FindAll(".stack-part").Select(p => p.GetAttribute("style")));
    }

    [Fact]
    public void UnitChart_BelowTheLimit_EachIssueIsALinkWithItsName()
    {
        var chart = Chart(new RecordBuilder().Issue("territory").Issue("membership")
            .Status("territory", Level.Disputed).Status("membership", Level.Narrowing, basis: Basis.Claimed));

        Assert.Equal(["membership: Narrowing, claimed", "territory: Disputed"], chart.FindAll("a").Select(a => a.TextContent.Trim()));
        Assert.Equal(["/negotiations/talks/issues/membership", "/negotiations/talks/issues/territory"],
            chart.FindAll("a").Select(a => a.GetAttribute("href")));
        Assert.Contains("0 agreed in principle or better", chart.Find(".unit-caption").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(119, 119, 0)]
    [InlineData(120, 0, 1)]
    public void UnitChart_ManyIssues_BecomesABarFrom120On(int issues, int links, int bars)
    {
        var chart = Chart(new RecordBuilder().Issues(issues, Level.TextAgreed));

        Assert.Equal(links, chart.FindAll("a.unit").Count);
        Assert.Equal(bars, chart.FindAll(".stack").Count);
    }

    [Fact]
    public void UnitChart_NoIssues_SaysSo() =>
        Assert.Contains("No issues in scope", Chart(new RecordBuilder()).Markup, StringComparison.Ordinal);

    private IRenderedComponent<UnitChart> Chart(RecordBuilder record) =>
        Render<UnitChart>(p => p.Add(c => c.At, record.AsOf(9)).Add(c => c.IssueHref, new BoardAddress("talks").Issue));
}
