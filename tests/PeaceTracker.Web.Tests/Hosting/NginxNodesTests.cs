using System.Net;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>Two nodes behind nginx as docs/postgresql.md sets them up, of which one is killed.</summary>
[OnPostgreSql]
public class NginxNodesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_NodeThatAnsweredIsKilled_IsAnsweredByTheOther()
    {
        Assert.SkipUnless(TestServer.IsThere, TestServer.Why);
        Assert.SkipUnless(Nginx.IsThere, Nginx.Why);
        using var folder = new TemporaryFolder();
        var database = await TestServer.MakeAsync();
        try
        {
            await using var one = await StartAsync(folder, "one", database);
            await using var two = await StartAsync(folder, "two", database);
            using var held = new HeldPort();
            await using var nginx = await Nginx.StartAsync(
                "postgresql.md", held.Number, ("10.0.0.11:5080", new Uri(one.Address).Authority), ("10.0.0.12:5080", new Uri(two.Address).Authority));
            using var client = nginx.NewClient(new CookieContainer());
            var page = new Uri("/negotiations/russia-ukraine-2025/sources", UriKind.Relative);

            using var before = await client.GetAsync(page, Cancellation);
            await Task.WhenAny(one.PrintedAsync(HasAnswered), two.PrintedAsync(HasAnswered));
            var (answered, other) = HasAnswered(one.Log) ? (one, two) : (two, one);
            answered.Process.Kill();
            await answered.Process.WaitForExitAsync(Cancellation);
            using var after = await client.GetAsync(page, Cancellation);

            Assert.Equal(HttpStatusCode.OK, before.StatusCode);
            Assert.Equal(HttpStatusCode.OK, after.StatusCode);
            await other.PrintedAsync(HasAnswered);
        }
        finally
        {
            await TestServer.DropAsync(database);
        }
    }

    private static bool HasAnswered(string log) => log.Contains("/sources 200", StringComparison.Ordinal);

    private static Task<ServerProcess> StartAsync(TemporaryFolder folder, string node, string database) =>
        ServerProcess.StartAsync(folder.Path, start =>
        {
            start.Environment["PeaceTracker__DataDirectory"] = Path.Combine(folder.Path, node);
            start.Environment["PeaceTracker__Database"] = database;
            start.Environment["PeaceTracker__PublicAddress"] = "https://localhost";
        });
}
