using System.Net;
using Microsoft.Data.Sqlite;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>A store that answers with a fault, though it can be reached.</summary>
public class StoreFaultTests
{
    // The days of all boards are asked of the store before a kept document can be looked for, and again on the long way.
    [Fact]
    public async Task Get_TableThatIsNotThere_IsAPageWithWords()
    {
        await using var host = new TrackerHost();
        _ = host.Client; // started, and nothing asked for yet
        await using (var store = new SqliteConnection($"Data Source={Path.Combine(host.Folder, "peacetracker.db")};Pooling=False"))
        {
            await store.OpenAsync(TestContext.Current.CancellationToken);
            await using var rename = store.CreateCommand();
            rename.CommandText = "ALTER TABLE \"Negotiations\" RENAME TO \"Gone\"";
            await rename.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var (answer, page) = await host.GetAsync($"/negotiations/{SeedFile.RussiaUkraine}");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("Something went wrong on our side", page.QuerySelector("h1")?.TextContent.Trim());
        var id = page.GetElementById("request-id")!.TextContent;
        Assert.NotEmpty(id);
        Assert.DoesNotContain("Sqlite", page.Source.Text, StringComparison.Ordinal);
        // The lines of the fault have the same name, by which whoever runs the server finds them; they are written at once.
        var log = Assert.Single(Directory.GetFiles(Path.Combine(host.Folder, "logs")));
        using var lines = new StreamReader(new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        Assert.Contains(
            (await lines.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n'),
            line => line.Contains("no such table", StringComparison.Ordinal) && line.Contains($"\"RequestId\":\"{id}\"", StringComparison.Ordinal));
    }
}
