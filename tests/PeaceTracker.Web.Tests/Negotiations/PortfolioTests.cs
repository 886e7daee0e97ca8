using System.Net;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Negotiations;

public class PortfolioTests(BothBoards host)
{
    [Fact]
    public async Task Get_TwoNegotiations_DrawsBothOnTheSameDates()
    {
        var page = await host.DocumentAsync("/?asOf=2025-12-20");

        var charts = page.QuerySelectorAll(".multiples svg.chart-plot");
        Assert.Equal(2, charts.Length);
        var ticks = charts.Select(c => string.Join(' ', c.QuerySelectorAll("g text").Select(t => $"{t.TextContent}@{t.GetAttribute("x")}"))).ToList();
        Assert.Equal(ticks[0], ticks[1]);
        Assert.Contains("0%@0", ticks[0], StringComparison.Ordinal);
        Assert.Contains("100%@0", ticks[0], StringComparison.Ordinal);
        // The seed's report is of 15 December 2025: one step, 0 of 10 agreed.
        Assert.Contains("0 of 10 (0%)", page.GetElementById("portfolio-shares")!.TextContent, StringComparison.Ordinal);
        Assert.All(
            page.QuerySelectorAll("article.card h2 a"), a => Assert.Contains("asOf=2025-12-20", a.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_BeforeOneHasBegun_SaysSoInPlaceOfFigures()
    {
        var page = await host.DocumentAsync("/?asOf=2025-06-01");

        var card = page.QuerySelectorAll("article.card").Single(c => c.TextContent.Contains("Russia", StringComparison.Ordinal));
        Assert.Contains("Not begun on this date", card.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("%", card.TextContent, StringComparison.Ordinal);
        var chart = page.QuerySelector(".multiples figure")!;
        Assert.Contains("not begun", chart.TextContent, StringComparison.Ordinal);
        Assert.Empty(chart.QuerySelectorAll(".line-agreed, .chart-claim"));
        // The link leads to a board that is there.
        var (answer, _) = await host.GetAsync(card.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Get_BeforeAllHaveBegun_DrawsNothing()
    {
        var page = await host.DocumentAsync("/?asOf=2020-01-01");

        Assert.Empty(page.QuerySelectorAll("svg.chart-plot"));
        Assert.Contains("No negotiation had begun", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_PastDate_LeadsToWhatWasKnownThenAndBack()
    {
        var banner = (await host.DocumentAsync("/?asOf=2025-06-01")).QuerySelector(".banner-past")!;

        Assert.Contains("The boards as of 1 June 2025, using everything recorded since.", banner.TextContent, StringComparison.Ordinal);
        Assert.Equal(["/?asOf=2025-06-01&knownAt=2025-06-01", "/"], banner.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        var then = (await host.DocumentAsync("/?asOf=2025-06-01&knownAt=2025-06-01")).QuerySelector(".banner-past")!;
        Assert.Contains("as recorded by 1 June 2025", then.TextContent, StringComparison.Ordinal);
        Assert.Equal(["/?asOf=2025-06-01", "/"], then.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [InlineData("asOf=yesterday", "not a date")]
    [InlineData("asOf=2025-02-30", "not a date")]
    [InlineData("knownAt=x", "not a date")]
    [InlineData("asOf=9999-01-01", "has not come yet")]
    [InlineData("knownAt=9999-01-01", "has not come yet")]
    [InlineData("asOf=2025-12-15&asOf=2025-12-16", "not a date")]
    public async Task Get_BadDate_RefusedWithTheReason(string query, string words)
    {
        var (answer, page) = await host.GetAsync("/?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(words, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
