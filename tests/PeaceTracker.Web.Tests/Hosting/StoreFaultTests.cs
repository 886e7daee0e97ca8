using System.Net;
using Microsoft.Data.Sqlite;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.SigningIn;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>A store that answers with a fault, though it can be reached.</summary>
public class StoreFaultTests
{
    private const string Board = $"/negotiations/{SeedFile.RussiaUkraine}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // The days of all boards are asked of the store before a kept document can be looked for, and again on the long way.
    [Fact]
    public async Task Get_TableThatIsNotThere_IsAPageWithWords()
    {
        await using var host = new TrackerHost();
        _ = host.Client; // started, and nothing asked for yet
        await TakeAwayAsync(host, "Negotiations");

        var (answer, page) = await host.GetAsync(Board);
        await host.GetAsync(Board);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("Something went wrong on our side", page.QuerySelector("h1")?.TextContent.Trim());
        Assert.False(answer.Headers.Contains("Set-Cookie")); // there is no form in it
        var id = page.GetElementById("request-id")!.TextContent;
        Assert.NotEmpty(id);
        Assert.DoesNotContain("Sqlite", page.Source.Text, StringComparison.Ordinal);
        // The lines of the fault have the same name, by which whoever runs the server finds them.
        var lines = host.LogSaying(log => log.Contains(id, StringComparison.Ordinal)).Split('\n');
        var own = lines.Where(line => line.Contains($"\"RequestId\":\"{id}\"", StringComparison.Ordinal)).ToList();
        Assert.Contains(own, line => line.Contains("no such table", StringComparison.Ordinal));
        Assert.Equal(2, own.Count(line => line.Contains("Failed executing DbCommand", StringComparison.Ordinal)));
        Assert.All(own, line => Assert.Contains($"\"RequestPath\":\"{Board}\"", line, StringComparison.Ordinal));
        // That nothing kept can be given is said, but not at each request.
        var said = Assert.Single(lines, line => line.Contains("A kept page could not be looked for", StringComparison.Ordinal));
        Assert.Contains(said, own);
    }

    // With every page of an editor the store is asked what they did last and what waits for them, and with every page of anybody who they are.
    [Theory]
    [InlineData("Negotiations", true)]
    [InlineData("Accounts", false)]
    public async Task Get_AsAnEditorWhereATableIsNotThere_IsAPageWithWords(string table, bool isKnown)
    {
        await using var host = new TrackerHost();
        using var eve = await SignedInClient.StartAsync(host, AccountRole.Editor, "Eve of the fault");
        await TakeAwayAsync(host, table);

        var (answer, page) = await eve.GetAsync(Board);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("Something went wrong on our side", page.QuerySelector("h1")?.TextContent.Trim());
        Assert.NotEmpty(page.GetElementById("request-id")!.TextContent);
        Assert.Equal(
            isKnown ? "Eve of the fault" : "Sign in", page.QuerySelector(".account-name, .account-menu > a[rel=nofollow]")?.TextContent.Trim());
        Assert.Contains(eve.Cookies, cookie => cookie.Name == "peacetracker"); // she is not signed out
    }

    private static async Task TakeAwayAsync(TrackerHost host, string table)
    {
        await using var store = new SqliteConnection($"Data Source={Path.Combine(host.Folder, "peacetracker.db")};Pooling=False");
        await store.OpenAsync(Cancellation);
        await using var rename = store.CreateCommand();
        rename.CommandText = $"ALTER TABLE \"{table}\" RENAME TO \"Gone\"";
        await rename.ExecuteNonQueryAsync(Cancellation);
    }
}
