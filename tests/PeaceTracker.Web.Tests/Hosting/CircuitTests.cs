using System.Net;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>What the server puts round pages that are alive.</summary>
public class CircuitTests(SignedInHost host) : IClassFixture<SignedInHost>
{
    private const string Edit = $"/negotiations/{SeedFile.RussiaUkraine}/edit";

    [Theory]
    [InlineData(null, HttpStatusCode.Found)]
    [InlineData("Viewer", HttpStatusCode.Forbidden)]
    [InlineData("Editor", HttpStatusCode.OK)]
    [InlineData("Administrator", HttpStatusCode.OK)]
    public async Task Get_EditingPageByRole_SaysSoInTheStatus(string? role, HttpStatusCode expected)
    {
        using var answer = await host.AsAsync(role, Edit);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Get_EditingPage_IsKeptNowhere()
    {
        using var answer = await host.AsAsync("Editor", Edit);

        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Get_EditingPageOfNoNegotiation_404()
    {
        using var answer = await host.AsAsync("Editor", "/negotiations/no-such/edit");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Get_ReadingPage_LoadsNothingOfTheComponentLibrary()
    {
        var html = await host.Client.GetStringAsync(
            new Uri($"/negotiations/{SeedFile.RussiaUkraine}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.DoesNotContain("MudBlazor", html, StringComparison.Ordinal);
        Assert.DoesNotContain("editing", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("http://localhost", HttpStatusCode.OK)]
    [InlineData("http://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("https://localhost", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:81", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    public async Task Post_NegotiationOfACircuitByOrigin_AnswersOnlyOurOwnPages(string? origin, HttpStatusCode expected)
    {
        using var answer = await NegotiateAsync(origin);

        Assert.Equal(expected, answer.StatusCode);
    }

    // What a browser opens without asking first: the line itself, at whatever spelling of the address.
    [Theory]
    [InlineData("/_blazor?id=x")]
    [InlineData("/_BLAZOR?id=x")]
    [InlineData("/_blazor/initializers/")]
    public async Task Get_CircuitFromAPageOfAnotherSite_403(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Origin", "http://elsewhere.example");
        request.Headers.Add("Connection", "Upgrade");
        request.Headers.Add("Upgrade", "websocket");
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    // A circuit costs memory for as long as it is open.
    [Theory]
    [InlineData("", HttpStatusCode.Unauthorized)]
    [InlineData("Viewer", HttpStatusCode.Forbidden)]
    [InlineData("Editor", HttpStatusCode.OK)]
    public async Task Post_NegotiationOfACircuitByRole_IsForThoseWhoMayEdit(string role, HttpStatusCode expected)
    {
        using var answer = await NegotiateAsync(null, role);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Post_NegotiationOfACircuit_IsNotCompressed()
    {
        using var answer = await NegotiateAsync(null);

        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("PUT", "/_blazor/negotiate")]
    [InlineData("DELETE", "/account/sign-in")]
    [InlineData("POST", Edit)]
    [InlineData("POST", "/_blazorx")]
    [InlineData("POST", "/accounts")]
    public async Task Send_WhereNothingIsSentOnPurpose_405(string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> NegotiateAsync(string? origin, string role = "Editor")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add("Accept-Encoding", "br, gzip");
        request.Headers.Add("Cookie", $"as={role}");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
