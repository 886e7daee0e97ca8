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
        var shapes = Enum.GetValues<Level>().Select(level => Render<LevelMark>(p => p.Add(m => m.Level, level)).Find(".mark-shape").InnerHtml);

        Assert.Distinct(shapes);
    }

    [Fact]
    public void Glyph_EachLevelAndBasis_UsesAMarkThatThePageHas()
    {
        var marks = Render<LevelSprite>().FindAll("symbol").Select(symbol => "#" + symbol.Id).ToList();

        Assert.Distinct(marks);
        Assert.All(
            from level in Enum.GetValues<Level>() from oneSided in new[] { false, true } select (level, oneSided),
            x => Assert.Contains(
                Render<LevelGlyph>(p => p.Add(g => g.Level, x.level).Add(g => g.OneSided, x.oneSided)).Find("use").GetAttribute("href"), marks));
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
            .Add(b => b.Claimed, true).Add(b => b.Contested, true).Add(b => b.Reopened, true));

        Assert.Equal("Agreed in principle", badge.Find(".level-word").TextContent);
        Assert.Equal("one-sided", badge.Find(".level > .muted").TextContent); // beside its hatch; the pills are for what is exceptional
        Assert.Equal(["contested", "reopened"], badge.FindAll(".pill").Select(p => p.TextContent));
    }

    [Fact]
    public void Bar_Counts_ReadAsOneSentenceWithoutEmptyLevels()
    {
        var bar = Render<LevelBar>(p => p.Add(b => b.Label, "Ukraine–Russia")
            .Add(b => b.Counts, [new LevelCount(Level.Disputed, 2, 0), new LevelCount(Level.Concluded, 0, 0), new LevelCount(Level.Unknown, 4, 0)]));

        Assert.Equal("Ukraine–Russia: none counted as agreed: 2 Disputed, 4 Unknown", bar.Find("[role=img]").GetAttribute("aria-label"));
        Assert.Equal(["lv-disputed", "lv-disputed", "lv-unknown", "lv-unknown", "lv-unknown", "lv-unknown"], Cells(bar));
        Assert.Empty(bar.FindAll(".counted-end"));
    }

    // What the eye counts is what the figure says: 1 + 2 before the rule, the one that only one side says behind it, hatched.
    [Fact]
    public void Bar_OneSidedAtAgreed_StandsHatchedBehindTheRule()
    {
        var bar = Render<LevelBar>(p => p.Add(b => b.Counts,
        [
            new LevelCount(Level.Narrowing, 1, 1), new LevelCount(Level.AgreedInPrinciple, 2, 1), new LevelCount(Level.TextAgreed, 0, 0),
            new LevelCount(Level.Concluded, 2, 0),
        ]));

        Assert.Equal(
            ["lv-concluded", "lv-concluded", "lv-principle", "|", "lv-principle one-sided", "lv-narrowing one-sided"], Cells(bar));
        Assert.Equal(
            "3 counted as agreed: 2 Concluded, 1 Agreed in principle; not counted: 1 Agreed in principle (one-sided), 1 Narrowing (one-sided)",
            bar.Find("[role=img]").GetAttribute("aria-label"));
        Assert.Equal(
            ["#mark-lv-principle-one-sided", "#mark-lv-narrowing-one-sided"], bar.FindAll(".one-sided use").Select(u => u.GetAttribute("href")));
        Assert.NotEmpty(Render<LevelSprite>().FindAll("#mark-lv-principle-one-sided .mark-hatch"));
    }

    [Theory]
    [InlineData(59, 59, 0)]
    [InlineData(60, 0, 2)]
    public void Bar_ManyIssues_ProportionalFrom60On(int issues, int cells, int parts)
    {
        var bar = Render<LevelBar>(p => p.Add(b => b.Counts, [new LevelCount(Level.TextAgreed, issues, 10)]));

        Assert.Equal(cells, bar.FindAll(".glyph").Count);
        Assert.Equal(
            parts == 0 ? [] : ["flex-grow:50", "flex-grow:10"], bar.FindAll(".stack-part").Select(p => p.GetAttribute("style")));
        Assert.Single(bar.FindAll(".counted-end"));
    }

    // Each level drawn is named; hatching and rule only where they are there.
    [Fact]
    public void Legend_OfSeveralBars_NamesEachLevelOnceAndWhatHatchingSays()
    {
        LevelCount[] counts =
        [
            new(Level.Disputed, 1, 0), new(Level.Concluded, 2, 0), new(Level.Deferred, 0, 0), new(Level.Disputed, 3, 0), new(Level.TextAgreed, 1, 1),
        ];
        var legend = Render<Legend>(p => p.Add(l => l.Counts, counts).Add(l => l.Rule, true));
        var plain = Render<Legend>(p => p.Add(l => l.Counts, [new LevelCount(Level.Disputed, 1, 0)]).Add(l => l.Rule, true));

        Assert.Equal(
            ["Concluded", "Text agreed", "Disputed", "hatched: one-sided, not counted as agreed", "counted up to this line"],
            legend.FindAll("li").Select(li => li.TextContent.Trim()));
        Assert.Equal(["Disputed"], plain.FindAll("li").Select(li => li.TextContent.Trim()));
    }

    [Fact]
    public void UnitChart_BelowTheLimit_EachIssueIsALinkWithItsName()
    {
        var chart = Chart(new RecordBuilder().Issue("territory").Issue("membership")
            .Status("territory", Level.Disputed).Status("membership", Level.Narrowing, basis: Basis.Claimed));

        Assert.Equal(["membership: Narrowing, one-sided", "territory: Disputed"], chart.FindAll("a").Select(a => a.TextContent.Trim()));
        Assert.Equal(["/negotiations/talks/issues/membership", "/negotiations/talks/issues/territory"],
            chart.FindAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["0 counted as agreed", "2 not agreed or not known"], chart.FindAll(".unit-bracket").Select(b => b.TextContent));
        Assert.Equal(2, chart.FindAll(".glyph").Count); // no mark for nothing
    }

    [Fact]
    public void UnitChart_OneSidedAtAgreed_HasABracketOfItsOwn()
    {
        var chart = Chart(new RecordBuilder().Issue("one").Issue("two").Issue("three")
            .Status("one", Level.TextAgreed).Status("two", Level.AgreedInPrinciple).Status("three", Level.TextAgreed, basis: Basis.Claimed));

        Assert.Equal(["2 counted as agreed", "1 one-sided, not counted"], chart.FindAll(".unit-bracket").Select(b => b.TextContent.Trim()));
        Assert.Equal(["one", "two"], chart.FindAll(".run-counted .unit").Select(a => a.GetAttribute("href")!.Split('/')[^1]));
        Assert.Equal("three: Text agreed, one-sided", chart.Find(".run-one-sided .unit").TextContent.Trim());
        Assert.Single(chart.FindAll(".run-one-sided .one-sided"));
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

    // Above thirty, names would fill a screen; above twelve they stand only where there is room for columns.
    [Theory]
    [InlineData(12, 12, 0)]
    [InlineData(13, 13, 1)]
    [InlineData(30, 30, 1)]
    [InlineData(31, 0, 1)]
    public void UnitChart_UpToThirtyIssues_HasTheirNames(int issues, int names, int many)
    {
        var chart = Chart(new RecordBuilder().Issues(issues, Level.TextAgreed));

        Assert.Equal(names, chart.FindAll(".units-named .unit-name > bdi").Count);
        Assert.Equal(many, chart.FindAll(".units-many").Count);
        Assert.All(chart.FindAll("a.unit"), link => Assert.EndsWith(": Text agreed", link.TextContent.Trim(), StringComparison.Ordinal));
    }

    // Two of the order of agreement and two outside it.
    [Fact]
    public void UnitChart_LevelsOutsideTheOrder_ShareAColumn()
    {
        var chart = Chart(new RecordBuilder().Issue("one").Issue("two").Issue("three").Issue("four")
            .Status("one", Level.Narrowing).Status("two", Level.NotDiscussed).Status("three", Level.Deferred));

        Assert.Equal(["1 Narrowing", "1 Not discussed", "1 Deferred 1 Unknown"], chart.FindAll(".unit-column").Select(column =>
            string.Join(' ', column.QuerySelectorAll(".unit-caption").Select(caption => caption.TextContent.Trim()))));
    }

    [Fact]
    public void UnitChart_NoIssues_SaysSo() =>
        Assert.Contains("No issues in scope", Chart(new RecordBuilder()).Markup, StringComparison.Ordinal);

    // The classes of the cells in their order, and where the rule stands among them.
    private static IEnumerable<string> Cells(IRenderedComponent<LevelBar> bar) => bar.Find(".cells").Children.Select(cell =>
        cell.ClassName == "counted-end" ? "|"
            : cell.ClassName!.Replace("glyph", "", StringComparison.Ordinal).Trim());

    private IRenderedComponent<UnitChart> Chart(RecordBuilder record) =>
        Render<UnitChart>(p => p.Add(c => c.At, record.AsOf(9)).Add(c => c.IssueHref, new BoardAddress("talks").Issue));
}
