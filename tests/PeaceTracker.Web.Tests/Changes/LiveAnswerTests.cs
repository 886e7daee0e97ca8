using System.Net;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Changes;

/// <summary>Who is answered on the live stream, in which form, and which pages ask for it.</summary>
public class LiveAnswerTests(BothBoards host)
{
    private const string Address = $"/live/{SeedFile.RussiaUkraine}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_AnyReader_IsNeitherKeptNorCompressed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        request.Headers.Add("Accept-Encoding", "gzip, br");
        using var answer = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);

        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal("no", Assert.Single(answer.Headers.GetValues("X-Accel-Buffering")));
        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost.elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:8080", HttpStatusCode.Forbidden)]
    [InlineData("https://localhost", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost", HttpStatusCode.OK)]
    [InlineData("http://localhost:80", HttpStatusCode.OK)]
    public async Task Get_WithAnOrigin_IsAnsweredOnlyForThisSite(string origin, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        request.Headers.Add("Origin", origin);
        using var answer = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Get_PageWithAForeignOrigin_IsAnsweredAsEver()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/negotiations/{SeedFile.RussiaUkraine}");
        request.Headers.Add("Origin", "https://elsewhere.example");
        using var answer = await host.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Head_Stream_EndsWithoutABody()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, Address);
        using var answer = await host.Client.SendAsync(request, Cancellation);

        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.ToString());
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("?asOf=2025-12-15", true)] // a correction entered today changes that day too
    [InlineData("?asOf=2025-12-15&knownAt=2025-12-20", false)]
    [InlineData("?knownAt=2025-12-20", false)]
    public async Task Page_OfADate_FollowsWhereItCanStillChange(string query, bool follows)
    {
        var page = await host.DocumentAsync($"/negotiations/{SeedFile.RussiaUkraine}{query}");

        var line = page.QuerySelector("[data-live]");
        Assert.Equal(follows, line is not null);
        if (line is not null)
        {
            Assert.Equal(
                (Address, "1", "status", ""),
                (line.GetAttribute("data-live"), line.GetAttribute("data-live-number"), line.GetAttribute("role"), line.TextContent));
        }
    }
}
