using System.Net;
using System.Text.Json;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Reading;

/// <summary>Tables as files: the table alone in CSV, what must be known of it beside it, and which file suits whom.</summary>
public class TableFilesTests(BothBoards host)
{
    private const string Board = "/negotiations/" + SeedFile.Example;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Csv_OfAFilteredList_LeadsToWhatMustBeKnown()
    {
        using var csv = await GetAsync($"{Board}/issues.csv?level=disputed&asOf=2025-09-01");
        var link = csv.Headers.GetValues("Link").Single();
        using var answer = await GetAsync(link[1..link.IndexOf('>', StringComparison.Ordinal)]);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        var root = json.RootElement;

        Assert.EndsWith("; rel=\"describedby\"; type=\"application/csvm+json\"", link, StringComparison.Ordinal);
        Assert.Equal("application/csvm+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("issues.csv?level=disputed&asOf=2025-09-01", root.GetProperty("url").GetString());
        Assert.Equal("2025-09-01", root.GetProperty("dc:temporal").GetString());
        Assert.Equal("2", root.GetProperty("schema:version").GetString());
        Assert.Equal("level: disputed", root.GetProperty("notes")[0].GetProperty("schema:text").GetString());
        Assert.Equal(
            "PeaceTracker, “Ashune Valley talks (fictional): issues”, as of 1 September 2025, change 2. "
                + $"http://localhost{Board}/issues?level=disputed&asOf=2025-09-01&change=2",
            root.GetProperty("dc:bibliographicCitation").GetString());
        Assert.StartsWith("No licence is stated.", root.GetProperty("dc:license").GetString(), StringComparison.Ordinal);
        // The columns are those of the file, in their order.
        var head = (await csv.Content.ReadAsStringAsync(Cancellation)).TrimStart('\uFEFF').Split("\r\n")[0];
        Assert.Equal(
            head.Split(','),
            root.GetProperty("tableSchema").GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Summary_FileLinks_SayWhichSuitsExcel()
    {
        var page = await host.DocumentAsync(Board);

        Assert.Contains("For Excel take XLSX.", page.QuerySelector(".cite-this .tables")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["XLSX", "CSV", "JSON"], page.QuerySelectorAll(".cite-this .files")[0].QuerySelectorAll("a").Select(a => a.TextContent.Trim()));
    }

    [Fact]
    public async Task Files_WithALicence_StateIt()
    {
        await using var licensed = new TrackerHost { WithExample = true, Settings = { ["PeaceTracker:Licence"] = "CC BY 4.0" } };
        using var answer = await licensed.Client.GetAsync(new Uri($"{Board}/shares.json", UriKind.Relative), Cancellation);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));

        Assert.Equal("CC BY 4.0", json.RootElement.GetProperty("licence").GetString());
    }

    private async Task<HttpResponseMessage> GetAsync(string address)
    {
        var answer = await host.Client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
        return answer;
    }
}
