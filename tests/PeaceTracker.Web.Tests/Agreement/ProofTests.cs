using System.Net;
using System.Text.Json;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Agreement;

public class ProofTests(BothBoards host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Json_SeededBoard_HoldsAllThatTheHeadlineIsMadeFrom()
    {
        using var answer = await host.Client.GetAsync(
            new Uri($"/negotiations/{SeedFile.RussiaUkraine}/proof.json?asOf=2025-12-16", UriKind.Relative), Cancellation);
        using var file = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        var proof = file.RootElement;

        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"{SeedFile.RussiaUkraine}-proof-2025-12-16.json", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal("2025-12-16", proof.GetProperty("asOf").GetString());
        Assert.Equal(SeedFile.RussiaUkraine, proof.GetProperty("negotiation").GetProperty("slug").GetString());
        // The order of the agenda, numbered from 1.
        var issues = proof.GetProperty("issues").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, issues.Count), issues.Select(issue => issue.GetProperty("number").GetInt32()));
        Assert.Equal(10, issues.Count(issue => issue.GetProperty("counted").GetBoolean()));
        // The headline of the article's board: none of ten issues is agreed.
        var headline = proof.GetProperty("shares")[0];
        Assert.Equal(("agreed", "on-record"), (headline.GetProperty("threshold").GetString(), headline.GetProperty("basis").GetString()));
        var figure = headline.GetProperty("figure");
        Assert.Equal((0, 10), (figure.GetProperty("met").GetInt32(), figure.GetProperty("total").GetInt32()));
        // The salience of the ten issues adds up to 42.
        var weighted = proof.GetProperty("weighted");
        Assert.Equal((0, 42), (weighted.GetProperty("numerator").GetInt32(), weighted.GetProperty("denominator").GetInt32()));
        // All that is said of a level has a source with its place in it.
        var pairs = issues.SelectMany(issue => issue.GetProperty("pairs").EnumerateArray());
        var events = pairs.SelectMany(pair => pair.GetProperty("events").EnumerateArray()).ToList();
        Assert.NotEmpty(events);
        Assert.All(events, e => Assert.NotEmpty(e.GetProperty("sources")[0].GetProperty("locator").GetString()!));
    }

    [Fact]
    public async Task Json_Now_HasTheEventsOfTheNewestDayAlone()
    {
        using var answer = await host.Client.GetAsync(new Uri($"/negotiations/{SeedFile.Example}/proof.json", UriKind.Relative), Cancellation);
        using var file = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));

        var pairs = file.RootElement.GetProperty("issues").EnumerateArray().SelectMany(i => i.GetProperty("pairs").EnumerateArray()).ToList();
        Assert.NotEmpty(pairs);
        Assert.All(pairs, pair => Assert.True(
            pair.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("day").GetString()).Distinct().Count() <= 1));
    }

    [Fact]
    public async Task Page_EachIssue_LinksToItAndToItsSources()
    {
        var page = await host.DocumentAsync($"/negotiations/{SeedFile.RussiaUkraine}/proof?asOf=2025-12-16");

        var rows = page.QuerySelectorAll("section[aria-labelledby=issues] tbody tr");
        Assert.Equal(10, rows.Length);
        Assert.All(rows, row => Assert.Contains("/issues/", row.QuerySelector("th a")!.GetAttribute("href"), StringComparison.Ordinal));
        Assert.NotEmpty(page.QuerySelectorAll(".place .cite a"));
        Assert.Contains("0 of 10 (0%)", page.QuerySelector("section[aria-labelledby=figures]")!.TextContent, StringComparison.Ordinal);
    }

    // On a phone the heads of columns are not seen: each cell says what it is. The figures come first.
    [Fact]
    public async Task Page_Tables_CanBeReadWithoutTheirHeads()
    {
        var page = await host.DocumentAsync($"/negotiations/{SeedFile.Example}/proof");

        var tables = page.QuerySelectorAll("main table");
        Assert.Equal(2, tables.Length);
        Assert.All(tables, table => Assert.Contains("stacked", table.ClassList));
        Assert.All(
            page.QuerySelectorAll("main tbody td:not([colspan])"), cell => Assert.False(string.IsNullOrEmpty(cell.GetAttribute("data-label"))));
        Assert.Equal("Figures", page.QuerySelector("main h2")!.TextContent);
    }

    [Theory]
    [InlineData("", "How this figure is made")]
    [InlineData("/method", "How these figures are made, issue by issue")]
    public async Task Page_WhereFiguresStand_IsLinked(string page, string words)
    {
        var document = await host.DocumentAsync($"/negotiations/{SeedFile.Example}{page}?asOf=2025-03-01");

        var link = document.QuerySelectorAll("a").Single(a => a.TextContent == words);
        Assert.Equal($"/negotiations/{SeedFile.Example}/proof?asOf=2025-03-01", link.GetAttribute("href"));
    }

    [Fact]
    public async Task Json_UnknownNegotiation_IsNotFound()
    {
        using var answer = await host.Client.GetAsync(new Uri("/negotiations/nowhere/proof.json", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
