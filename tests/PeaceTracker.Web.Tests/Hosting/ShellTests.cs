using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>What the server puts round every page, whatever the store holds.</summary>
public sealed class ShellTests(ShellTests.Host host) : IClassFixture<ShellTests.Host>, IDisposable
{
    private readonly HttpClient _client = host.CreateClient(new() { AllowAutoRedirect = false });

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("/no-such-page", 404)]
    [InlineData("/status/503", 404)]
    [InlineData("/error", 404)]
    [InlineData("/fault", 500)]
    [InlineData("/health/live", 200)]
    [InlineData("/css/site.css", 200)]
    public async Task Answer_AnyStatus_CarriesTheSecurityHeaders(string address, int status)
    {
        using var answer = await Get(address);

        Assert.Equal(status, (int)answer.StatusCode);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("strict-origin-when-cross-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
    }

    [Theory]
    [InlineData("/no-such-page")]
    [InlineData("/health/live")]
    [InlineData("/css/site.css")]
    [InlineData("/theme/dark")]
    public async Task Head_WhereGetIsAnswered_SameStatusAndNoBody(string address)
    {
        using var get = await Get(address);
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var head = await _client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Get_UnknownAddress_DesignedPageThatLeadsOn()
    {
        var html = await (await Get("/no-such-page")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("There is nothing at this address", html, StringComparison.Ordinal);
        Assert.Contains("See all negotiations", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_UnknownAddressOfTheApi_AProblemAndNoPage()
    {
        using var answer = await Get("/api/v1/no-such-thing");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Error_Page_GivesARequestIdAndNoTrace()
    {
        var html = await (await Get("/fault")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Matches("<code id=\"request-id\">[^<]+</code>", html);
        Assert.DoesNotContain("Exception", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_NoJavaScript_HasNeitherInlineScriptNorInlineStyleBlock()
    {
        var html = await (await Get("/no-such-page")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotMatch("<script(?![^>]*src=)", html);
        Assert.DoesNotContain("<style", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(" on[a-z]+=\"", html);
    }

    [Theory]
    [InlineData("/negotiations/x?asOf=2025-05-03", "/negotiations/x?asOf=2025-05-03")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("https://elsewhere.example", "/")]
    [InlineData("", "/")]
    public async Task Theme_Chosen_ReturnsOnlyToThisSite(string returnTo, string location)
    {
        using var answer = await Get($"/theme/dark?returnTo={Uri.EscapeDataString(returnTo)}");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(location, answer.Headers.Location?.OriginalString);
        Assert.StartsWith("theme=dark;", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("theme=dark", "data-theme=\"dark\"")]
    [InlineData("theme=light", "data-theme=\"light\"")]
    [InlineData("theme=%22%3E%3Cscript%3E", "<html lang=\"en\" dir=\"ltr\">")]
    [InlineData("other=1", "<html lang=\"en\" dir=\"ltr\">")]
    public async Task Theme_Cookie_DecidesInTheFirstByte(string cookie, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/no-such-page");
        request.Headers.Add("Cookie", cookie);
        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains(expected, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> Get(string address) =>
        _client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>The program as it is started by default, with its settings for development.</summary>
    public sealed class Host : WebApplicationFactory<Program>
    {
        private readonly TemporaryFolder data = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("PeaceTracker:DataDirectory", data.Path);
            builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0"); // see TrackerHost
            builder.ConfigureServices(services => services.AddSingleton<IStartupFilter, Faulty>());
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing)
            {
                data.Dispose();
            }
        }

        // An address at which the program fails.
        private sealed class Faulty : IStartupFilter
        {
            public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
            {
                next(app);
                app.Map("/fault", failing => failing.Run(_ => throw new InvalidOperationException("It was asked for.")));
            };
        }
    }
}
