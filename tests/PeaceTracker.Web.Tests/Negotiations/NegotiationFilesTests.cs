using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Negotiations;

/// <summary>A whole negotiation as files from its page: all tables in an archive, and the negotiation file.</summary>
public class NegotiationFilesTests(BothBoards host)
{
    private const string Board = "/negotiations/" + SeedFile.Example;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Zip_OfABoard_HasEveryTableWithWhatIsKnownOfItAndAReadme()
    {
        using var answer = await GetAsync($"{Board}/tables.zip?asOf=2025-09-01&change=2");
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Cancellation));
        var names = zip.Entries.Select(entry => entry.FullName).ToList();

        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        string[] tables =
        [
            "issues", "levels", "status-events", "agendas", "shares", "pairs", "positions", "matrix", "parties", "delegates", "rounds",
            "working-groups", "drafts", "offers", "claims", "claim-appearances", "sources", "comparison", "changes",
        ];
        Assert.Equal(
            tables.SelectMany(t => new[] { t + ".csv", t + ".csv-metadata.json" }).Concat(["negotiation.json", "README.md"]).Order(), names.Order());
        var readme = await TextAsync(zip, "README.md");
        Assert.Contains("Ashune Valley talks (fictional)", readme, StringComparison.Ordinal);
        Assert.Contains($"http://localhost{Board}?asOf=2025-09-01&change=2", readme, StringComparison.Ordinal);
        foreach (var table in tables)
        {
            using var metadata = JsonDocument.Parse(await TextAsync(zip, $"{table}.csv-metadata.json"));
            var head = (await TextAsync(zip, $"{table}.csv")).TrimStart('\uFEFF').Split("\r\n")[0].Split(',');
            var columns = metadata.RootElement.GetProperty("tableSchema").GetProperty("columns").EnumerateArray().ToList();
            Assert.Equal(head, columns.Select(column => column.GetProperty("name").GetString()));
            Assert.All(columns, column => Assert.NotEmpty(column.GetProperty("dc:description").GetString()!));
            Assert.Equal(head.Length, head.Distinct().Count());
        }
    }

    [Fact]
    public async Task Zip_AskedAgain_IsAnswered304()
    {
        var address = $"{Board}/tables.zip?asOf=2025-09-01&change=2";
        using var answer = await GetAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("If-None-Match", answer.Headers.ETag!.Tag);
        using var again = await host.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
    }

    // Read again it is the same record, and written again the same file: byte for byte, whichever day was looked at.
    [Fact]
    public async Task NegotiationFile_ReadAndWrittenAgain_IsTheSameFile()
    {
        var bytes = await BytesAsync($"{Board}/negotiation.json?change=2&asOf=2024-05-01");
        var read = await new NegotiationFileReader { Clock = host.Services.GetRequiredService<TimeProvider>() }
            .ReadAsync(new MemoryStream(bytes), Cancellation);
        using var again = new MemoryStream();
        await NegotiationFileWriter.WriteAsync(read.File!, again, Cancellation);

        Assert.Empty(read.Errors);
        Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(again.ToArray()));
        Assert.Equal(bytes, await BytesAsync($"{Board}/negotiation.json?change=2&asOf=2025-09-01"));
    }

    [Fact]
    public async Task Summary_LinksBoth()
    {
        var page = await host.DocumentAsync($"{Board}?asOf=2025-09-01");

        Assert.NotNull(page.QuerySelector($".tables a[href='{Board}/tables.zip?asOf=2025-09-01']"));
        Assert.NotNull(page.QuerySelector($".tables a[href='{Board}/negotiation.json?asOf=2025-09-01']"));
    }

    private static async Task<string> TextAsync(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(await zip.GetEntry(name)!.OpenAsync(Cancellation), new UTF8Encoding(false));
        return await reader.ReadToEndAsync(Cancellation);
    }

    private async Task<byte[]> BytesAsync(string address)
    {
        using var answer = await GetAsync(address);
        return await answer.Content.ReadAsByteArrayAsync(Cancellation);
    }

    private async Task<HttpResponseMessage> GetAsync(string address)
    {
        var answer = await host.Client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
        return answer;
    }
}
