using System.Net;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Pages;

/// <summary>Every list that a reader can put in order: by its headings, and its files in the same order.</summary>
public class OrderedTablesTests(BothBoards host)
{
    private const string Board = $"/negotiations/{SeedFile.Example}";

    // A press on a heading orders by that column, and the column says so, it alone; the first link of each heading and the one after it.
    [Fact]
    public async Task Headings_EveryPage_OrderByTheirColumnAndSaySo()
    {
        var faults = new List<string>();
        var pages = new List<string>();
        foreach (var address in ReadingRoutes.OneOfEach.Where(a => a == "/" || a.Contains(SeedFile.Example, StringComparison.Ordinal)))
        {
            var page = await host.DocumentAsync(address);
            var heads = page.QuerySelectorAll("th:has(> a.sort)").DistinctBy(th => th.QuerySelector("a")!.GetAttribute("href")).ToList();
            if (heads.Count > 0)
            {
                pages.Add(address[(address.LastIndexOf('/') + 1)..]);
            }

            foreach (var head in heads)
            {
                var (answer, ordered) = await host.GetAsync(head.QuerySelector("a")!.GetAttribute("href")!);
                var sorted = ordered.QuerySelectorAll("th[aria-sort]").Select(th => th.QuerySelector("span")!.TextContent).Distinct().ToList();
                if (answer.StatusCode != HttpStatusCode.OK || sorted is not [var one] || one != head.QuerySelector("span")!.TextContent)
                {
                    faults.Add($"{address}: {head.TextContent.Trim()} → {answer.StatusCode}, {string.Join(", ", sorted)}");
                }
            }
        }

        Assert.Empty(faults);
        Assert.Equal(["", "claims", "drafts", "issues", "matrix", "pairs", "parties", "rounds", "sources"], pages.Order(StringComparer.Ordinal));
    }

    // What is shown is what is in the file, in the same order, and the file says which.
    [Theory]
    [InlineData("sources?sort=-facts", "tbody th a")]
    [InlineData("sources?sort=-alone", "tbody th a")]
    [InlineData("sources?sort=publisher", "tbody th a")]
    [InlineData("parties?sort=-positions", "tbody th a")]
    [InlineData("parties?sort=name", "tbody th a")]
    [InlineData("rounds?sort=title", "a.row-title")]
    [InlineData("rounds", "a.row-title")]
    [InlineData("drafts?sort=title", "a.row-title")]
    [InlineData("pairs?sort=-agreed", ".pair-table tbody th a")]
    [InlineData("working-groups?sort=name", ".card h2 a")]
    [InlineData("working-groups?sort=-output", ".card h2 a")]
    public async Task Csv_OfAnOrderedPage_IsInItsOrder(string address, string rows)
    {
        var page = await host.DocumentAsync($"{Board}/{address}");
        var file = page.QuerySelector($".tables a[href*='/{address.Split('?')[0]}.csv']")!.GetAttribute("href")!;
        var csv = await host.Client.GetStringAsync(new Uri(file, UriKind.Relative), TestContext.Current.CancellationToken);

        var shown = page.QuerySelectorAll($"main {rows}").Select(a => a.GetAttribute("href")!.Split('?')[0].Split('/')[^1]).ToList();
        Assert.True(shown.Count > 1);
        Assert.Equal(shown, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(',')[0].Trim('"')).Distinct());
    }

    [Fact]
    public async Task Sources_ByFacts_MostFirstAndTurnedRound()
    {
        var first = await FactsAsync("sources?sort=-facts");
        var turned = await FactsAsync("sources?sort=facts");

        Assert.Equal(first.OrderDescending(), first);
        Assert.Equal(first.Order(), turned);
        Assert.True(first.Distinct().Count() > 1);
    }

    [Theory]
    [InlineData("sources?sort=luck")]
    [InlineData("parties?sort=--name")]
    [InlineData("pairs?share=0")]
    public async Task Get_OrderThatIsNone_RefusedWithWhatCanBeAskedFor(string address)
    {
        var (answer, _) = await host.GetAsync($"{Board}/{address}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<List<int>> FactsAsync(string address) =>
    [
        .. (await host.DocumentAsync($"{Board}/{address}")).QuerySelectorAll("td[data-label='What rests on it']")
            .Select(td => int.TryParse(td.TextContent.Trim().Split(' ')[0], out var facts) ? facts : 0),
    ];
}
