using System.Net;
using System.Xml.Linq;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Changes;

/// <summary>Two dates of the example as a file. On 27 January 2025 another agenda came into force (seeds/EXAMPLE.md): 22 points became 24.</summary>
public class ComparisonFilesTests(BothBoards host)
{
    private const string Page = "/negotiations/example/comparison.csv";

    // 22 issues were in scope, 5 came: 27 rows under the heading. No status changed on that day.
    [Fact]
    public async Task Csv_TheDayOfAnotherAgenda_HasEachIssueWithWhatBecameOfIt()
    {
        var rows = (await TextAsync(Page + "?from=2025-01-26&to=2025-01-27"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();

        Assert.Equal(27, rows.Count);
        Assert.Equal(5, rows.Count(row => row.Contains(",\"added\"", StringComparison.Ordinal)));
        Assert.Equal(3, rows.Count(row => row.Contains(",\"dropped\"", StringComparison.Ordinal)));
        Assert.Equal(19, rows.Count(row => row.Contains(",\"same\"", StringComparison.Ordinal)));
    }

    // The file stands in the order of the page that it was taken from; the page's own link asks for it.
    [Fact]
    public async Task Csv_OfAnOrderedPage_IsInItsOrder()
    {
        var page = await host.DocumentAsync("/negotiations/example/changes?from=2024-12-31&to=2025-09-12&sort=-issue");
        var file = page.QuerySelector(".compare-scope .files a[href*=csv]")!.GetAttribute("href")!;
        Assert.EndsWith("sort=-issue", file, StringComparison.Ordinal);

        var rows = await host.Client.GetStringAsync(new Uri(file, UriKind.Relative), TestContext.Current.CancellationToken);
        var titles = rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(',')[1].Trim('"')).ToList();
        Assert.Equal(27, titles.Count);
        Assert.Equal(titles.OrderDescending(), titles);

        var (answer, _) = await host.GetAsync("/negotiations/example/changes?from=2024-12-31&sort=luck");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Page_OfAPair_CountsItsIssuesAndLinksItsFile()
    {
        var page = await host.DocumentAsync("/negotiations/example/changes?from=2024-09-30&to=2025-01-31&dyad=veltrania-elorie");

        // The table of EXAMPLE.md: 3 of 21 on 30 September 2024, 7 of 22 on 31 January 2025.
        Assert.Contains("3 of 21 → 7 of 22", page.QuerySelector(".compare-figure")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            "/negotiations/example/comparison.csv?dyad=veltrania-elorie&from=2024-09-30&to=2025-01-31",
            page.QuerySelector(".compare-scope .files a[href*=csv]")!.GetAttribute("href"));
    }

    // 31.8% to 29.2% is printed as −2.7 points; who subtracts is told why.
    [Fact]
    public async Task Page_FiguresThatDoNotSubtract_SayThatTheyAreUnrounded()
    {
        var page = await host.DocumentAsync("/negotiations/example/changes?from=2025-01-26&to=2025-01-27");

        Assert.Contains("−2.7 points", page.QuerySelector(".compare-figure")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.GetElementById("unrounded"));
        Assert.Equal(24, page.QuerySelectorAll(".slope-names li").Length);
    }

    // Without dates it begins with the board, on 4 March 2024, a week before the first agenda: no share to begin with, which is said, and what to do.
    [Theory]
    [InlineData("", "Nothing was counted on 4 March 2024. The share begins on 11 March 2024: compare from that day.")]
    [InlineData("?from=2024-03-05&to=2024-03-08", "Nothing was counted on 5 March 2024. Compare two other days.")]
    public async Task Svg_NothingCountedOnTheFirstDay_SaysWhyThereIsNoWaterfall(string query, string words)
    {
        var picture = XDocument.Parse(await TextAsync("/negotiations/example/comparison.svg" + query));

        var drawn = string.Join(' ', picture.Descendants("{http://www.w3.org/2000/svg}text").Select(text => text.Value.Trim()));
        Assert.Contains(words, drawn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_NothingCountedOnTheFirstDay_SaysTheSame()
    {
        var page = await host.DocumentAsync("/negotiations/example/changes?from=2024-03-05&to=2025-09-12");

        Assert.Equal(
            "Nothing was counted on 5 March 2024. The share begins on 11 March 2024: compare from that day.",
            page.GetElementById("no-waterfall")!.TextContent.Trim());
    }

    [Fact]
    public async Task Csv_WrongDate_IsRefused()
    {
        using var answer = await host.Client.GetAsync(new Uri(Page + "?from=2025-02-30", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<string> TextAsync(string address)
    {
        using var answer = await host.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
