using System.Net;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Pairs;

/// <summary>The shares of the example's pairs as files; the figures are those of seeds/EXAMPLE.md.</summary>
public class PairFilesTests(BothBoards host)
{
    private const string File = "/negotiations/example/pairs.csv";

    // The last row of Élorie–Nahrazan: 12 of 22 with 5 unknown; it is the weakest.
    [Fact]
    public async Task Csv_OfAPair_HasItsSharesAndWhetherItWasTheWeakest()
    {
        var rows = await RowsAsync(File + "?asOf=2025-09-30&dyad=elorie-nahrazan");

        Assert.All(rows, row => Assert.StartsWith("\"elorie-nahrazan\",", row, StringComparison.Ordinal));
        Assert.Contains(",22,12,5,54.5455,77.2727,", rows[^1], StringComparison.Ordinal);
        Assert.Contains(",\"weakest\"", rows[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_OfAll_HasEveryPair() => Assert.Equal(
        6, (await RowsAsync(File + "?asOf=2025-09-30")).Select(row => row.Split(',')[0]).Distinct().Count());

    [Fact]
    public async Task Csv_UnknownPair_IsRefused()
    {
        using var answer = await host.Client.GetAsync(new Uri(File + "?dyad=nobody", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    // Drafts of which one of the two holds a version lie between them in lanes, with the rounds under them.
    [Fact]
    public async Task Page_OfAPair_DrawsDraftsAndOffersInLanes()
    {
        var page = await host.DocumentAsync("/negotiations/example/pairs/elorie-nahrazan?asOf=2025-09-30");

        var strip = page.QuerySelector("section[aria-labelledby=between] .strip")!;
        Assert.NotEmpty(strip.QuerySelectorAll("a.strip-draft"));
        Assert.NotEmpty(strip.QuerySelectorAll("a.strip-offer"));
        Assert.NotEmpty(strip.QuerySelectorAll("a[href*='/rounds/']"));
        Assert.Equal(strip.QuerySelectorAll("a.strip-span").Length, strip.QuerySelectorAll("details li").Length);
    }

    [Fact]
    public async Task Rounds_Calendar_HasClaimsOffersAndDrafts()
    {
        var page = await host.DocumentAsync("/negotiations/example/rounds?asOf=2025-09-30");

        var strip = page.QuerySelector("section[aria-labelledby=calendar] .strip")!;

        // Eleven claims were made by then (the table of EXAMPLE.md), and a corrected one stands once.
        Assert.Equal(11, strip.QuerySelectorAll("a.strip-claim").Length);
        Assert.Equal(["Claims", "Offers", "Drafts", "Rounds"], strip.QuerySelectorAll(".strip-name").Select(name => name.TextContent.Trim()));
    }

    private async Task<List<string>> RowsAsync(string address)
    {
        using var answer = await host.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)];
    }
}
