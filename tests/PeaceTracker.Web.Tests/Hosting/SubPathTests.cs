using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>The site under a path of its host. A process of its own: where the site begins is one for all of a process.</summary>
public class SubPathTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Site_UnderAPath_KeepsEveryLinkFormScriptAndStreamUnderIt()
    {
        using var folder = SeededStore.Copy();
        await using var program = await ServerProcess.StartAsync(folder.Path, start =>
        {
            start.Environment["PeaceTracker__DataDirectory"] = folder.Path;
            start.Environment["PeaceTracker__PathBase"] = "/tracker";
        });
        using var line = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(line) { BaseAddress = new Uri(program.Address) };
        var faults = await SiteVisit.FaultsAsync(client, "/tracker", Cancellation);

        // A proxy that takes the path off before it asks.
        var stripped = await TextAsync(client, "/negotiations/example");
        using var edit = await client.GetAsync(new Uri("/tracker/negotiations/example/edit", UriKind.Relative), Cancellation);
        using var start = await client.GetAsync(new Uri("/tracker", UriKind.Relative), Cancellation);
        using var stream = await client.GetAsync(
            new Uri("/tracker/live/example", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancellation);

        Assert.Empty(faults);
        Assert.Contains("href=\"/tracker/negotiations/example/issues", stripped, StringComparison.Ordinal);
        Assert.Contains("/tracker/account/sign-in", edit.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("/tracker/", start.Headers.Location!.OriginalString);
        Assert.True(stream.IsSuccessStatusCode);
    }

    private static async Task<string> TextAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }
}
