using System.Net;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Negotiations;

public class PortfolioTests(BothBoards host)
{
    // On 12 September 2025 the mediator says 13 of 24 of the whole board, which has 12; 90 days before, on 14 June, it had 10 of 24 (two came by the
    // seventh round): 2/24 is 8.3 points. The other board begins in December.
    [Fact]
    public async Task Get_TwoNegotiations_ARowWithTheFiguresOfEach()
    {
        var page = await host.DocumentAsync("/?asOf=2025-09-12");
        var rows = page.QuerySelectorAll(".portfolio tbody tr").ToList();

        Assert.Equal(2, rows.Count);
        var example = Flat(rows.Single(r => r.TextContent.Contains("Ashune", StringComparison.Ordinal)));
        foreach (var words in new[]
        {
            "Fictional example", "24 issues, 3 required pairs", "13 of 24 (54.2%) Hjalde Møllwynd", "12 of 24 (50%) whole board", "+8.3 points",
            "3 days ago", "9 September 2025, 26 sources", "20–24 October 2025", "Closing conference, date tentative",
        })
        {
            Assert.Contains(words, example, StringComparison.Ordinal);
        }

        Assert.Contains("Agendas differ, so shares can’t be ranked.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(rows.Single(r => r.TextContent.Contains("Ashune", StringComparison.Ordinal)).QuerySelector(".portfolio-spark .spark-after"));
    }

    // Claimed 13 of 24 (54.2%), computed 12 of 24 (50%), at most 15 (62.5%): each mark stands at its figure on the rule.
    [Fact]
    public async Task Get_ClaimWithAFigure_ADiamondAndADotAtTheirFigures()
    {
        var rule = (await host.DocumentAsync("/?asOf=2025-09-12")).QuerySelector(".portfolio-rule")!;

        Assert.NotNull(rule.QuerySelector(".portfolio-diamond"));
        Assert.NotNull(rule.QuerySelector(".portfolio-dot"));
        Assert.Equal("--computed:50;--high:62.5;--claimed:54.2", rule.GetAttribute("style"));
    }

    // The article claims 90% of the issues between Ukraine and Russia: beside it stands that pair, and below it the board of all ten; one day draws
    // no line.
    [Fact]
    public async Task Get_OneDayOfEvidence_ClaimInItsOwnScopeAndNoLine()
    {
        var row = (await host.DocumentAsync("/?asOf=2026-11-20")).QuerySelectorAll(".portfolio tbody tr")
            .Single(r => r.TextContent.Contains("Russia", StringComparison.Ordinal));

        Assert.Contains("0 of 7 (0%) between Ukraine and Russia", Flat(row), StringComparison.Ordinal);
        Assert.Contains("0 of 10 (0%), one day of evidence", Flat(row), StringComparison.Ordinal);
        Assert.Contains("340 days ago", Flat(row), StringComparison.Ordinal);
        Assert.Contains("none announced", Flat(row), StringComparison.Ordinal);
        Assert.Null(row.QuerySelector(".spark"));
        Assert.Contains("asOf=2026-11-20", row.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    // The example's newest evidence is of September, the article's of December.
    [Theory]
    [InlineData("", "Russia–Ukraine Ashune", null)]
    [InlineData("&sort=name", "Ashune Russia–Ukraine", "ascending")]
    [InlineData("&sort=-name", "Russia–Ukraine Ashune", "descending")]
    [InlineData("&sort=-evidence", "Russia–Ukraine Ashune", "descending")]
    [InlineData("&sort=evidence", "Ashune Russia–Ukraine", "ascending")]
    [InlineData("&sort=next", "Russia–Ukraine Ashune", "ascending")]
    [InlineData("&sort=-change", "Ashune Russia–Ukraine", "descending")]
    [InlineData("&sort=change", "Ashune Russia–Ukraine", "ascending")]
    public async Task Get_Sorted_InThatOrderAndSaysSo(string sort, string order, string? direction)
    {
        // 90 days before 20 December 2025 the article's board had nothing to count, so no change can be told of it: last.
        var page = await host.DocumentAsync("/?asOf=2025-12-20" + sort);

        Assert.Equal(
            order,
            string.Join(' ', page.QuerySelectorAll(".portfolio-name").Select(a => a.TextContent.Split(' ', ':')[0])));
        Assert.Equal(direction, page.QuerySelectorAll(".portfolio th[aria-sort]").SingleOrDefault()?.GetAttribute("aria-sort"));
        Assert.All(
            page.QuerySelectorAll(".portfolio a.sort"),
            link => Assert.Contains("asOf=2025-12-20", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_SortByShare_Refused()
    {
        var (answer, _) = await host.GetAsync("/?sort=share");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("2025-06-01", 1)]
    [InlineData("2020-01-01", 2)]
    public async Task Get_BeforeItBegan_SaysSoInPlaceOfFigures(string asOf, int notBegun)
    {
        var page = await host.DocumentAsync("/?asOf=" + asOf);

        var rows = page.QuerySelectorAll(".portfolio tbody tr").Where(r => r.TextContent.Contains("Not begun on this date", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(notBegun, rows.Count);
        Assert.All(rows, row => Assert.DoesNotContain("%", row.TextContent, StringComparison.Ordinal));
        // The link leads to a board that is there.
        var (answer, _) = await host.GetAsync(rows[0].QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
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
    [InlineData("asOf=9999-01-01", "is in the future")]
    [InlineData("knownAt=9999-01-01", "is in the future")]
    [InlineData("asOf=2025-12-15&asOf=2025-12-16", "not a date")]
    public async Task Get_BadDate_RefusedWithTheReason(string query, string words)
    {
        var (answer, page) = await host.GetAsync("/?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(words, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static string Flat(AngleSharp.Dom.IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
