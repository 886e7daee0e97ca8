using System.Net;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;
using PeaceTracker.Web.Tests.Pages;

namespace PeaceTracker.Web.Tests.SigningIn;

/// <summary>With PeaceTracker:Access:Reading = SignedIn the board is shown to those alone who are signed in.</summary>
public sealed class ClosedReadingTests(ClosedReadingTests.Host host) : IClassFixture<ClosedReadingTests.Host>
{
    private const string Board = "/negotiations/" + SeedFile.RussiaUkraine;

    [Fact]
    public async Task Get_EveryReadingPage_LeadsToSignIn()
    {
        foreach (var address in ReadingRoutes.Addresses.Where(a => !a.StartsWith("/negotiations/example", StringComparison.Ordinal)))
        {
            var (answer, document) = await host.GetAsync(address);

            Assert.True(answer.StatusCode == HttpStatusCode.Found, $"{address}: {answer.StatusCode}");
            Assert.StartsWith("/account/sign-in?returnUrl=", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
            Assert.Equal("", document.Body!.TextContent.Trim());
        }
    }

    [Theory]
    [InlineData(Board + "/issues.csv")]
    [InlineData(Board + "/issues.json")]
    [InlineData(Board + "/issues.xlsx")]
    [InlineData("/live/" + SeedFile.RussiaUkraine)]
    [InlineData("/api/v1/negotiations")]
    [InlineData("/admin/audit.csv")]
    [InlineData("/_blazor?id=x")]
    public async Task Get_FileAsAProgram_401(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept", "*/*");
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Post_NegotiationOfACircuit_401()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    // Nor what is drawn for those who are signed in.
    [Fact]
    public async Task Get_ImagesOfSharesAndAnError_TellNothingOfABoard()
    {
        foreach (var address in new[] { Board + "/shares.svg", Board + "/shares.csv", "/error", "/status/404", "/not-found" })
        {
            var (answer, document) = await host.GetAsync(address);

            Assert.True(answer.StatusCode != HttpStatusCode.OK, address);
            Assert.DoesNotContain("Ukraine", document.Source.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/negotiations/no-such-negotiation")]
    [InlineData("/no-such-page")]
    public async Task Get_AddressThatLeadsNowhere_IsNotToldApart(string address) =>
        Assert.Equal(HttpStatusCode.Found, (await host.GetAsync(address)).Answer.StatusCode);

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/account/sign-in")]
    [InlineData("/account/setup")]
    [InlineData("/css/site.css")]
    [InlineData("/js/as-of.js")]
    [InlineData("/js/passkeys.js")]
    [InlineData("/favicon.svg")]
    public async Task Get_WhatIsNeededToSignIn_IsOpen(string address) =>
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync(address)).Answer.StatusCode);

    [Fact]
    public async Task Post_PasskeyOptions_AreGivenToWhoIsNotSignedIn()
    {
        using var browser = new FormClient(host);
        var token = (await browser.GetAsync("/account/sign-in")).Document.QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/passkey-options")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]),
        };

        Assert.Equal(HttpStatusCode.OK, (await browser.SendAsync(request)).Answer.StatusCode);
    }

    [Fact]
    public async Task Get_SignedInViewer_ReadsAndNothingIsKeptForOthers()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Viewer);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Board)).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/no-such-page")).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await host.GetAsync(Board)).Answer.StatusCode);
    }

    /// <summary>A host whose board is closed.</summary>
    public sealed class Host : TrackerHost
    {
        public Host() => Settings = new() { ["PeaceTracker:Access:Reading"] = "SignedIn" };
    }
}
