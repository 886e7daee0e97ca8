using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Positions;

public class MatrixPageTests(BothBoards host)
{
    [Fact]
    public async Task Get_Filtered_ShowsTheMatchesAndEachFilterAsALinkThatTakesItAway()
    {
        // Of the seed's ten issues, two are disputed between Ukraine and Russia: territory and sovereignty.
        var (status, page) = await host.PageAsync("matrix?dyad=ukraine-russia&level=disputed&asOf=2025-12-20");

        Assert.Equal(200, status);
        Assert.Contains("2 of 10 issues", page.GetElementById("issue-count")!.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("table.matrix"), table => Assert.Equal(2, table.QuerySelectorAll("tbody tr").Length));
        var chips = page.QuerySelectorAll("a.chip").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(2, chips.Count);
        Assert.All(chips, href => Assert.Contains("asOf=2025-12-20", href, StringComparison.Ordinal));
        Assert.DoesNotContain("dyad=ukraine-russia", chips[0], StringComparison.Ordinal);
        Assert.DoesNotContain("level=disputed", chips[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OrderedByAColumn_HeadingSaysSoAndTurnsItRound()
    {
        var (_, page) = await host.PageAsync("matrix?sort=dyad:ukraine-russia");

        var heading = Assert.Single(page.QuerySelectorAll("th[aria-sort]"));
        Assert.Equal("ascending", heading.GetAttribute("aria-sort"));
        var (_, turned) = await host.PageAsync("matrix" + heading.QuerySelector("a.sort")!.GetAttribute("href")!.Split("matrix")[1]);
        Assert.Equal("descending", Assert.Single(turned.QuerySelectorAll("th[aria-sort]")).GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task Get_NothingMatches_SaysSo()
    {
        var (status, page) = await host.PageAsync("matrix?q=no+such+words");

        Assert.Equal(200, status);
        Assert.Empty(page.QuerySelectorAll("table.matrix"));
        Assert.Contains("No issue matches", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_BadPage_Refused() => Assert.Equal(400, (await host.PageAsync("matrix?page=2")).Status);

    [Fact]
    public async Task Get_Seed_SaysWhatTheOnlyRequiredPairBlocks()
    {
        var (_, page) = await host.PageAsync("matrix?asOf=2025-12-20");

        // Ukraine–Russia is the only required pair. Seven issues concern it, none of them agreed, and no other pair is asked on them.
        var first = page.QuerySelector("ul.pair-blocks > li")!.TextContent;
        Assert.Contains("Ukraine–Russia: 0 of 7", first, StringComparison.Ordinal);
        Assert.Contains("the only required pair", first, StringComparison.Ordinal);
        Assert.Contains("It blocks 7 issues alone", first, StringComparison.Ordinal);
        Assert.DoesNotContain("With other pairs", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AnyFilter_KeepsTheDateInTheForm()
    {
        var (_, page) = await host.PageAsync("matrix?stale=yes&asOf=2025-12-20");

        var form = page.QuerySelector("form.issue-filters")!;
        Assert.Equal("2025-12-20", form.QuerySelector("input[name=asOf]")!.GetAttribute("value"));
        Assert.True(form.QuerySelector("input[name=stale]")!.HasAttribute("checked"));
    }
}
