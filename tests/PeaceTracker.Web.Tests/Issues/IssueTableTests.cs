using Bunit;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Issues;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Issues;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Tests.Shared;

namespace PeaceTracker.Web.Tests.Issues;

public class IssueTableTests : ComponentTests
{
    private static readonly BoardAddress Address = new("talks");

    [Fact]
    public void Headings_SortedList_SayTheOrderAndTurnItRound()
    {
        var table = Table(new IssueQuery { Sort = IssueSort.Title });

        var title = Assert.Single(table.FindAll("th[aria-sort]"));
        Assert.Equal("ascending", title.GetAttribute("aria-sort"));
        Assert.Equal("/negotiations/talks/issues?sort=-title", title.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("/negotiations/talks/issues?sort=-salience", table.FindAll("thead a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void Headings_Sort_KeepsTheFilters() =>
        Assert.Contains(
            "/negotiations/talks/issues?dyad=a-b&sort=title",
            Table(new IssueQuery { Dyads = ["a-b"] }).FindAll("thead a").Select(a => a.GetAttribute("href")));

    [Fact]
    public void Rows_Issue_LinkLevelAndWhoDecides()
    {
        var row = Table(new IssueQuery()).Find("#issue-land");

        Assert.Equal("/negotiations/talks/issues/land", row.QuerySelector("th a")!.GetAttribute("href"));
        Assert.Contains("Disputed", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("Disputed, blocks the issue", row.QuerySelector("td[data-label='a–b'] svg")!.GetAttribute("aria-label"));
        Assert.Contains("core issue", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void FilterChips_EachFilter_LinkWithoutIt()
    {
        var query = new IssueQuery { Text = "la", Levels = LevelFilter.Of(Level.Disputed) };
        var chips = Render<FilterChips>(p => p
            .Add(x => x.Chips, query.Filters().Chips(name => name, without => Address.To("issues", without.Values())))
            .Add(x => x.Clear, Address.Issues));

        Assert.Equal(
            ["/negotiations/talks/issues?level=disputed", "/negotiations/talks/issues?q=la", "/negotiations/talks/issues"],
            chips.FindAll("a").Select(a => a.GetAttribute("href")));
    }

    private static IssueList List(IssueQuery query) =>
        IssueList.Of(new RecordBuilder().Issue("land", salience: 5).Issue("sea").Status("land", Level.Disputed).AsOf(2), query);

    private IRenderedComponent<IssueTable> Table(IssueQuery query)
    {
        var list = List(query);
        return Render<IssueTable>(p => p.AddCascadingValue(Address).Add(x => x.List, list).Add(x => x.Rows, list.Matching));
    }
}
