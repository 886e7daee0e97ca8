using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.SigningIn;

/// <summary>A session that was ended is dead everywhere: in every copy of its cookie, and on whatever is still open.</summary>
public sealed class EndedSessionTests(CodesHost host) : IClassFixture<CodesHost>
{
    private const string Edit = "/negotiations/russia-ukraine-2025/edit";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Whoever copied the cookie must not go on after its owner has left.
    [Fact]
    public async Task SignOut_CookieThatWasCopied_IsDeadToo()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);
        var copied = browser.Cookies.Single(cookie => cookie.Name == "peacetracker").Value;
        Assert.Equal(HttpStatusCode.OK, await WithCookieAsync(copied));

        await browser.SubmitAsync((await browser.GetAsync("/")).Document, "/account/sign-out", "sign-out");

        Assert.Equal(HttpStatusCode.Found, await WithCookieAsync(copied));
    }

    [Fact]
    public async Task End_OneOfOnesSessions_EndsItAndNoOther()
    {
        using var here = await SignedInClient.StartAsync(host, AccountRole.Editor);
        using var there = new FormClient(host);
        there.Http.DefaultRequestHeaders.Add("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        await there.SignInAsync(here.Person.Email);
        using var third = new FormClient(host);
        await third.SignInAsync(here.Person.Email);

        var (_, page) = await here.GetAsync("/account");
        var row = Assert.Single(page.QuerySelectorAll("table.sessions tbody tr"), r => r.QuerySelector("th")!.TextContent == "Firefox, Linux");
        Assert.Equal(3, page.QuerySelectorAll("table.sessions tbody tr").Length);
        Assert.Equal(2, page.QuerySelectorAll("table.sessions button").Length); // all but this one
        var (answer, _) = await here.SubmitAsync(
            page, "/account", "session", ("Session", row.QuerySelector("button")!.GetAttribute("value")!));

        Assert.Equal("/account?done=session", answer.Headers.Location!.PathAndQuery);
        Assert.Equal(HttpStatusCode.Found, (await there.GetAsync(Edit)).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await third.GetAsync(Edit)).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync(Edit)).Answer.StatusCode);
    }

    [Fact]
    public async Task End_SessionOfSomebodyElse_EndsNothing()
    {
        using var owner = await SignedInClient.StartAsync(host, AccountRole.Editor);
        using var other = await SignedInClient.StartAsync(host, AccountRole.Editor);
        var theirs = Assert.Single(await host.Services.GetRequiredService<OpenSessions>()
            .ListAsync(new Actor(owner.Person.Id, null), TestContext.Current.CancellationToken)).Id;

        await other.SubmitAsync("/account", "session", ("Session", theirs));

        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync(Edit)).Answer.StatusCode);
    }

    // A stolen session must not become the account.
    [Fact]
    public async Task Confirm_PresentPasswordGuessedTooOften_EndsTheSession()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);
        for (var i = 0; i < SignInThrottle.MostOfPair; i++)
        {
            var (wrong, _) = await browser.SubmitAsync(
                "/account/password", "password", ("Present", $"guess number {i}"), ("Wanted", "harbour violin sixteen moss"));
            Assert.Equal((HttpStatusCode)422, wrong.StatusCode);
        }

        var (held, _) = await browser.SubmitAsync(
            "/account/password", "password", ("Present", TestPerson.Password), ("Wanted", "harbour violin sixteen moss"));

        Assert.Equal(HttpStatusCode.TooManyRequests, held.StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await browser.GetAsync("/account")).Answer.StatusCode);
    }

    [Fact]
    public async Task Rename_NameOfSomebodyElse_IsRefused()
    {
        using var other = await SignedInClient.StartAsync(host, AccountRole.Editor, "Olga Only");
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);

        var (refused, page) = await browser.SubmitAsync("/account", "name", ("Name", "olga  ONLY"));

        Assert.Equal((HttpStatusCode)422, refused.StatusCode);
        Assert.Contains("Somebody else here has this name", page.QuerySelector(".form-error")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sign out")]
    [InlineData("disabled")]
    [InlineData("a day later")]
    public async Task Stream_OfSomebodySignedIn_EndsWithTheSession(string end)
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Viewer);
        using var admin = await SignedInClient.StartAsync(host, AccountRole.Administrator);
        using var answer = await browser.Http.GetAsync(
            new Uri("/live/russia-ukraine-2025", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        using var stream = new StreamReader(await answer.Content.ReadAsStreamAsync(Cancellation));
        // The name of the store’s history comes first; then the number of the newest change, which is shorter.
        while (await stream.ReadLineAsync(Cancellation) is { } line
            && !(line.StartsWith("data: ", StringComparison.Ordinal) && line.Length < "data: 123456789012".Length))
        {
        }

        switch (end)
        {
            case "sign out":
                await browser.SubmitAsync((await browser.GetAsync("/")).Document, "/account/sign-out", "sign-out");
                break;
            case "disabled":
                var result = await host.Services.GetRequiredService<AccountAdministration>()
                    .DisableAsync(new Actor(admin.Person.Id, null), browser.Person.Id, Cancellation);
                Assert.True(result.Succeeded);
                break;
            default:
                host.Clock.Advance(TimeSpan.FromHours(8));
                break;
        }

        while (await stream.ReadLineAsync(Cancellation) is { } line)
        {
            Assert.True(line is "" or "event: beat" or "data:", line); // beats, and no news
        }
    }

    private async Task<HttpStatusCode> WithCookieAsync(string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Edit, UriKind.Relative));
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Cookie", $"peacetracker={value}");
        return (await host.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
    }
}
