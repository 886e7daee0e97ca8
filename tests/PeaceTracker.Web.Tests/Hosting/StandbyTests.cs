using System.Globalization;
using System.Net;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>The primary of two database servers dies, and the standby is promoted in its place.</summary>
[OnPostgreSql]
public class StandbyTests
{
    private const string Slug = SeedFile.RussiaUkraine;
    private const string Board = $"/negotiations/{Slug}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Promote_AfterThePrimaryDied_LosesNothingAcknowledgedAndTheNodeGoesOn()
    {
        Assert.SkipUnless(TestServer.IsThere, TestServer.Why);
        await using var servers = await StandbyPair.StartAsync();
        await using var node = new TrackerHost { Settings = { ["PeaceTracker:Database"] = servers.Database } };
        var saved = await node.Services.RecordAsync(Slug, "Saved on the primary.", cancellationToken: Cancellation);
        Assert.Equal(saved, await NumberAsync(node));

        await servers.KillPrimaryAsync();
        var (away, page) = await node.GetAsync(Board);
        Assert.Equal(HttpStatusCode.OK, away.StatusCode);
        Assert.NotNull(page.QuerySelector("#away"));
        await servers.PromoteAsync();
        while (await ReadyAsync(node) != HttpStatusCode.OK)
        {
            Cancellation.ThrowIfCancellationRequested();
        }

        Assert.Equal(saved, await NumberAsync(node));
        var next = await node.Services.RecordAsync(Slug, "Saved on the standby.", cancellationToken: Cancellation);
        Assert.Equal(saved + 1, next);
        Assert.Equal(next, await NumberAsync(node));
    }

    private static async Task<long> NumberAsync(TrackerHost node) => long.Parse(
        (await node.DocumentAsync(Board)).QuerySelector("[data-live-number]")!.GetAttribute("data-live-number")!, CultureInfo.InvariantCulture);

    private static async Task<HttpStatusCode> ReadyAsync(TrackerHost node) =>
        (await node.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation)).StatusCode;
}
