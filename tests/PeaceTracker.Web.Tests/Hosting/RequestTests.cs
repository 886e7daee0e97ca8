using System.Net;
using System.Net.Sockets;
using System.Text;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>Requests as proxies, probes, crawlers and links from elsewhere make them.</summary>
public class RequestTests(BothBoards host)
{
    private const string Board = $"/negotiations/{SeedFile.Example}";

    [Theory]
    [InlineData("utm_source=x&fbclid=abc", "")]
    [InlineData("level=agreed&UTM_Medium=mail&gclid=1", "?level=agreed")]
    [InlineData("q=utm_source", "?q=utm_source")]
    public async Task Get_LinkWithWhatNetworksAdd_IsTheLinkWithoutIt(string query, string left)
    {
        var (answer, page) = await host.GetAsync($"{Board}/issues?{query}");
        var (plain, same) = await host.GetAsync($"{Board}/issues{left}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(plain.Headers.ETag, answer.Headers.ETag);
        Assert.Equal(same.Source.Text, page.Source.Text);
        Assert.Equal(left.Length == 0, !answer.Headers.Contains("X-Robots-Tag"));
    }

    // A crawler that keeps to what it is told comes to an end.
    [Fact]
    public async Task Crawl_ByTheRules_EndsAfterSomeHundredAddresses()
    {
        var rules = (await host.Client.GetStringAsync(new Uri("/robots.txt", UriKind.Relative), TestContext.Current.CancellationToken)).Split('\n');
        const string Refuses = "Disallow: ";
        var refused = rules.Where(line => line.StartsWith(Refuses, StringComparison.Ordinal)).Select(line => line[Refuses.Length..]).ToList();
        var (known, waiting) = (new HashSet<string> { "/" }, new Queue<string>(["/"]));
        while (waiting.TryDequeue(out var address) && known.Count <= 1000)
        {
            var (answer, page) = await host.GetAsync(address);
            if (answer.Headers.Contains("X-Robots-Tag") || answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            foreach (var link in page.QuerySelectorAll("a[href]:not([rel~=nofollow])"))
            {
                var found = link.GetAttribute("href")!.Split('#')[0];
                if (found.StartsWith('/') && !refused.Exists(rule => Matches(rule, found)) && known.Add(found))
                {
                    waiting.Enqueue(found);
                }
            }
        }

        Assert.InRange(known.Count, 50, 800);
        Assert.Contains($"{Board}/issues", known);
    }

    [Theory]
    [InlineData("GET / HTTP/1.0\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a:b:c\r\nConnection: close\r\n\r\n")]
    public async Task Get_WithoutAHostThatThereCanBe_400InOneLine(string request)
    {
        using var folder = SeededStore.Copy();
        await using var program = await ServerProcess.StartAsync(
            folder.Path, start => start.Environment["PeaceTracker__DataDirectory"] = folder.Path);
        await program.PrintedAsync(log => log.Contains("GET / ", StringComparison.Ordinal)); // of its own first page
        var before = program.Log.Split('\n').Length;
        var port = new Uri(program.Address).Port;
        using var line = new TcpClient();
        await line.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
        await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(line.GetStream());

        Assert.Contains(" 400 ", await reader.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        // Lines of requests are written some moments later, and in order: what there is to be said of this one stands before the next one's.
        using var client = new HttpClient { BaseAddress = new Uri(program.Address) };
        using var next = await client.GetAsync(new Uri("no-such-page", UriKind.Relative), TestContext.Current.CancellationToken);
        await program.PrintedAsync(log => log.Contains("GET /no-such-page 404", StringComparison.Ordinal));
        Assert.InRange(program.Log.Split('\n').Length - before, 1, 2);
    }

    [Fact]
    public async Task Get_ProbeByNumberWhereNamesAreAllowed_AnswersAndNothingElseDoes()
    {
        await using var named = new TrackerHost { Settings = { ["AllowedHosts"] = "board.example.org" } };

        Assert.Equal(HttpStatusCode.OK, (await named.GetAsync("/health/ready")).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await named.GetAsync("/")).Answer.StatusCode);
    }

    [Fact]
    public async Task Get_BehindAProxyThatDropsSchemeAndPort_SpeaksOfThePublicAddress()
    {
        await using var behind = new TrackerHost { Settings = { ["PeaceTracker:PublicAddress"] = "https://board.example.org:8443" } };
        using var follow = new HttpRequestMessage(HttpMethod.Get, $"/live/{SeedFile.RussiaUkraine}");
        follow.Headers.Add("Origin", "https://board.example.org:8443");
        using var line = await behind.Client.SendAsync(
            follow, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        var (signIn, _) = await behind.GetAsync("/account/sign-in");
        var page = await behind.DocumentAsync($"/negotiations/{SeedFile.RussiaUkraine}");

        Assert.Equal(HttpStatusCode.OK, line.StatusCode);
        Assert.Contains(signIn.Headers.GetValues("Set-Cookie"), cookie => cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("https://board.example.org:8443/negotiations/", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    private static bool Matches(string rule, string address) => System.Text.RegularExpressions.Regex.IsMatch(
        address, "^" + System.Text.RegularExpressions.Regex.Escape(rule).Replace(@"\*", ".*", StringComparison.Ordinal));
}
