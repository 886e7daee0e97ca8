using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Reading;

/// <summary>What a page gives to those who pass it on: citations, data for machines, a preview, a card for their own page.</summary>
public class SharedPageTests(BothBoards host)
{
    private const string Board = "/negotiations/" + SeedFile.Example;
    private const string Moment = "asOf=2025-09-01&change=2";

    [Fact]
    public async Task Page_CitationsToSave_HoldTheLinkThatStays()
    {
        var page = await host.DocumentAsync($"{Board}/issues?level=disputed&{Moment}");
        var files = page.QuerySelectorAll(".cite-this a[download^='peacetracker.']").ToList();

        Assert.Equal(["BibTeX", "RIS", "CSL-JSON"], files.Select(a => a.TextContent.Trim()));
        Assert.All(files, file => Assert.Contains(
            $"http://localhost{Board}/issues?level=disputed&{Moment}", Uri.UnescapeDataString(file.GetAttribute("href")!), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Summary_LinkedData_IsADataSetAndTheClaim()
    {
        var page = await host.DocumentAsync($"{Board}?{Moment}");
        var data = page.QuerySelectorAll("script[type='application/ld+json']").Select(s => JsonDocument.Parse(s.TextContent).RootElement).ToList();

        Assert.Equal(["Dataset", "Claim"], data.Select(d => d.GetProperty("@type").GetString()));
        Assert.Equal("2025-09-01", data[0].GetProperty("temporalCoverage").GetString());
        Assert.Contains(
            $"http://localhost{Board}/issues.csv?{Moment}",
            data[0].GetProperty("distribution").EnumerateArray().Select(file => file.GetProperty("contentUrl").GetString()));
        Assert.NotEmpty(data[1].GetProperty("author").EnumerateArray());
        // The policy allows no script in a page, and these are none.
        Assert.Empty(page.QuerySelectorAll("script:not([src]):not([type='application/ld+json'])"));
    }

    [Fact]
    public async Task Summary_Preview_SaysTheShareAndTheDate()
    {
        var page = await host.DocumentAsync($"{Board}?{Moment}");
        string? Meta(string name) => page.QuerySelector($"meta[property='og:{name}']")?.GetAttribute("content");

        Assert.Equal("Ashune Valley talks (fictional)", Meta("title"));
        Assert.EndsWith("12 of 24 agreed over the whole board, as of 1 September 2025", Meta("description"), StringComparison.Ordinal);
        Assert.Equal($"http://localhost{Board}?{Moment}", Meta("url"));
    }

    [Fact]
    public async Task Card_OfABoard_MayBeFramedAndNamesItsSource()
    {
        var (answer, card) = await host.GetAsync($"/embed/{SeedFile.Example}?{Moment}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("frame-ancestors *", Policy(answer), StringComparison.Ordinal);
        Assert.Empty(card.QuerySelectorAll("form, button, input, header, footer"));
        Assert.Contains("Source: PeaceTracker", Flat(card.Body!), StringComparison.Ordinal);
        Assert.Contains("Fictional example", Flat(card.Body!), StringComparison.Ordinal);
        Assert.Equal("90", card.QuerySelectorAll(".embed-figure")[0].GetAttribute("value"));
        Assert.All(
            card.QuerySelectorAll("a"), a => Assert.Equal(($"{Board}?{Moment}", "_blank"), (a.GetAttribute("href"), a.GetAttribute("target"))));
    }

    [Theory]
    [InlineData(Board)]
    [InlineData("/embed/nowhere")]
    [InlineData("/embed/example?asOf=yesterday")]
    [InlineData("/embedded")]
    public async Task Others_NeverFramed(string address)
    {
        using var answer = await host.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("frame-ancestors 'none'", Policy(answer), StringComparison.Ordinal);
    }

    private static string Policy(HttpResponseMessage answer) => answer.Headers.GetValues("Content-Security-Policy").Single();

    private static string Flat(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
