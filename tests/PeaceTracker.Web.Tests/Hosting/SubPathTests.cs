using System.Diagnostics;
using AngleSharp;
using AngleSharp.Html.Parser;
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
        string[] pages =
        [
            "", "negotiations/example", "negotiations/example/issues", "negotiations/example/matrix", "negotiations/example/pairs",
            "negotiations/example/changes", "negotiations/example/claims", "negotiations/example/search?q=a", "account/sign-in", "no-such-page",
        ];
        var faults = new List<string>();
        var assets = new HashSet<string>();
        foreach (var page in pages)
        {
            var text = await client.GetStringOrBodyAsync($"/tracker/{page}", Cancellation);
            var document = new HtmlParser(new(), BrowsingContext.New()).ParseDocument(text);
            Assert.Equal("/tracker/", document.QuerySelector("base")!.GetAttribute("href"));
            foreach (var (element, name) in from e in document.All
                                            from n in new[] { "href", "src", "action", "formaction", "data-live" }
                                            where e.HasAttribute(n) && e.LocalName != "base"
                                            select (e, n))
            {
                var value = element.GetAttribute(name)!;
                if (value.StartsWith('/') && !value.StartsWith("/tracker/", StringComparison.Ordinal))
                {
                    faults.Add($"{page}: {name}={value}");
                }
                else if (element.LocalName is "script" or "link" && !value.Contains("//", StringComparison.Ordinal))
                {
                    assets.Add(new Uri(new Uri(client.BaseAddress!, "/tracker/"), value).PathAndQuery);
                }
            }
        }

        foreach (var asset in assets)
        {
            using var answer = await client.GetAsync(new Uri(asset, UriKind.Relative), Cancellation);
            if (!answer.IsSuccessStatusCode)
            {
                faults.Add($"{asset}: {(int)answer.StatusCode}");
            }
        }

        // A proxy that takes the path off before it asks.
        var stripped = await client.GetStringOrBodyAsync("/negotiations/example", Cancellation);
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

    // O18: half a request is no reason to wait.
    [Fact]
    public async Task Terminate_WithHalfARequestAndAStream_EndsWithinSeconds()
    {
        using var folder = SeededStore.Copy();
        await using var program = await ServerProcess.StartAsync(
            folder.Path, start => start.Environment["PeaceTracker__DataDirectory"] = folder.Path);
        using var client = new HttpClient { BaseAddress = new Uri(program.Address) };
        using var stream = await client.GetAsync(
            new Uri("live/example", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        using var half = new System.Net.Sockets.TcpClient();
        await half.ConnectAsync("127.0.0.1", client.BaseAddress!.Port, Cancellation);
        await half.GetStream().WriteAsync("POST /account/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf"u8.ToArray(), Cancellation);

        using var kill = Process.Start("kill", ["-TERM", $"{program.Process.Id}"]);
        var begun = Stopwatch.StartNew();
        await program.Process.WaitForExitAsync(Cancellation).WaitAsync(TestStore.ProcessLimit, Cancellation);

        Assert.Equal(0, program.Process.ExitCode);
        TestContext.Current.SendDiagnosticMessage($"Ended after {begun.Elapsed.TotalSeconds:0.0} s");
    }
}

/// <summary>What an address answers, whatever its status.</summary>
internal static class BodyOfAnyAnswer
{
    public static async Task<string> GetStringOrBodyAsync(this HttpClient client, string address, CancellationToken cancellation)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), cancellation);
        return await answer.Content.ReadAsStringAsync(cancellation);
    }
}
