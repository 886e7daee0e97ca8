using System.Net;
using System.Text.Json;
using Ical.Net;
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

        Assert.Contains("For Excel, choose XLSX.", page.QuerySelector(".cite-this .tables")!.TextContent, StringComparison.Ordinal);
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

    // What was said of the table before it was refused does not hold of the sentence.
    [Fact]
    public async Task Csv_Refused_HasNeitherTagNorMetadata()
    {
        using var answer = await host.Client.GetAsync(new Uri($"{Board}/issues.csv?level=luck", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(answer.Headers.ETag);
        Assert.False(answer.Headers.Contains("Link"));
    }

    // The unseen characters that set a name from the right apart in a sentence are for readers; programs get names as they were typed, and so does
    // whoever copies the citation. The closing conference is planned, its place tentative.
    [Fact]
    public async Task Files_NamesFromTheRight_AreAsTheyWereTyped()
    {
        const string Title = "محادثات الوادي";
        const string Place = "بيروت";
        using var folder = new TemporaryFolder();
        var seed = Path.Combine(folder.Path, "board.json");
        await File.WriteAllTextAsync(
            seed,
            (await File.ReadAllTextAsync(Repository.PathOf("seeds", "example.json"), Cancellation))
                .Replace("Ashune Valley talks (fictional)", Title, StringComparison.Ordinal)
                .Replace("\"Sorrenhaven\"", $"\"{Place}\"", StringComparison.Ordinal),
            Cancellation);
        await using var named = new TrackerHost { Seed = seed };

        var cited = $"PeaceTracker, “{Title}: issues”, as of";
        Assert.StartsWith(cited, await TextAsync("issues.json?asOf=2025-09-01", "citation"), StringComparison.Ordinal);
        Assert.StartsWith(
            cited, await TextAsync("issues.csv-metadata.json?asOf=2025-09-01", "dc:bibliographicCitation"), StringComparison.Ordinal);
        var page = await named.DocumentAsync($"{Board}/issues?asOf=2025-09-01");
        using var linked = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.Equal($"{Title}: issues", linked.RootElement.GetProperty("name").GetString());
        Assert.StartsWith(cited, page.GetElementById("cite-full")!.TextContent, StringComparison.Ordinal);
        var rounds = Calendar.Load(await named.Client.GetStringAsync(new Uri($"{Board}/rounds.ics", UriKind.Relative), Cancellation))!;
        Assert.Contains($"possibly {Place}", rounds.Events.Select(round => round.Location));

        async Task<string> TextAsync(string file, string property)
        {
            using var json = JsonDocument.Parse(
                await named.Client.GetStringAsync(new Uri($"{Board}/{file}", UriKind.Relative), Cancellation));
            return json.RootElement.GetProperty(property).GetString()!;
        }
    }

    private async Task<HttpResponseMessage> GetAsync(string address)
    {
        var answer = await host.Client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
        return answer;
    }
}
