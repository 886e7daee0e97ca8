using System.Net;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.SigningIn;

/// <summary>Tokens on the page of one's own account and on that of administrators: made, shown once, listed, revoked.</summary>
public sealed class TokensPageTests(TokensPageTests.Host host) : IClassFixture<TokensPageTests.Host>
{
    private const string New = "/account/tokens/new", List = "/account/tokens";

    [Fact]
    public async Task Make_ShownOnce_ThenListedAndRevoked()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);

        var (made, page) = await browser.SubmitAsync(New, "token", Fields("a script"));

        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        Assert.Equal("no-store", made.Headers.CacheControl!.ToString());
        var token = page.QuerySelector("code.token")!.TextContent;
        Assert.StartsWith("pt_", token, StringComparison.Ordinal);
        var (_, list) = await browser.GetAsync(List);
        Assert.DoesNotContain(token, list.Source.Text, StringComparison.Ordinal);
        var row = list.QuerySelector("tbody tr")!;
        Assert.Equal("a script", row.QuerySelector("th")!.TextContent);
        Assert.Equal("reads and records", row.QuerySelector("td")!.TextContent);
        Assert.Contains("never", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(token));

        var (revoked, _) = await browser.SubmitAsync(List, "revoke", ("Token", row.QuerySelector("button")!.GetAttribute("value")!));

        Assert.Equal("/account/tokens?done=revoked", revoked.Headers.Location!.PathAndQuery);
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(token));
        Assert.Equal(
            [SecurityKinds.TokenMade, SecurityKinds.TokenRevoked],
            (await TestPeople.EventsAsync(host.Folder, browser.Person.Id, TestContext.Current.CancellationToken)).Select(e => e.Kind)
                .Where(kind => kind.StartsWith("token", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("a script", "30", "another password", "#field-password-error")]
    [InlineData(" ", "30", TestPerson.Password, "#field-name-error")]
    [InlineData("a script", "9999", TestPerson.Password, "#field-days-error")]
    public async Task Make_Refused_SaysWhyAtTheFieldAndKeepsWhatWasTyped(string name, string days, string password, string error)
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);

        var (answer, page) = await browser.SubmitAsync(New, "token", Fields(name, days, password));

        Assert.Equal((HttpStatusCode)422, answer.StatusCode);
        Assert.NotEmpty(page.QuerySelector(error)!.TextContent.Trim());
        Assert.Null(page.QuerySelector("code.token"));
        Assert.Equal("Write", page.QuerySelector("#field-scope option[selected]")!.GetAttribute("value"));
        Assert.Null((await browser.GetAsync(List)).Document.QuerySelector("tbody tr"));
    }

    // As the other sessions are ended: whoever changes it may do so because somebody else knew it.
    [Fact]
    public async Task ChangePassword_RevokesAllAndSaysSo()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);
        var token = (await browser.SubmitAsync(New, "token", Fields("nightly"))).Document.QuerySelector("code.token")!.TextContent;
        Assert.Contains(
            "all your access tokens revoked", (await browser.GetAsync("/account/password")).Document.Body!.TextContent, StringComparison.Ordinal);

        await browser.SubmitAsync(
            "/account/password", "password", ("Present", TestPerson.Password), ("Wanted", "umbrella quarry violet sand"));

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(token));
        Assert.Null((await browser.GetAsync(List)).Document.QuerySelector("tbody tr"));
        Assert.Equal(
            "1 access token revoked",
            (await TestPeople.EventsAsync(host.Folder, browser.Person.Id, TestContext.Current.CancellationToken))
                .Single(noted => noted.Kind == SecurityKinds.PasswordChanged).Detail);
    }

    [Fact]
    public async Task Make_WithoutTheFormsOwnToken_IsRefused()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);
        using var content = new FormUrlEncodedContent(
            [.. Fields("a script").Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("_handler", "token")]);

        var (answer, _) = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, New) { Content = content });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null((await browser.GetAsync(List)).Document.QuerySelector("tbody tr"));
    }

    [Fact]
    public async Task Administrator_SeesEverybodysAndRevokes()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor, "Owner of a token");
        var token = (await browser.SubmitAsync(New, "token", Fields("nightly"))).Document.QuerySelector("code.token")!.TextContent;
        using var administrator = await SignedInClient.StartAsync(host, AccountRole.Administrator);
        var (_, page) = await administrator.GetAsync("/admin/tokens");
        var row = page.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("Owner of a token", StringComparison.Ordinal));

        await administrator.SubmitAsync("/admin/tokens", "revoke", ("Token", row.QuerySelector("button")!.GetAttribute("value")!));

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(token));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/admin/tokens")).Answer.StatusCode);
    }

    private static (string Name, string Value)[] Fields(string name, string days = "30", string password = TestPerson.Password) =>
        [("Name", name), ("Scope", "Write"), ("Days", days), ("Password", password)];

    private async Task<HttpStatusCode> AskAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/negotiations");
        request.Headers.Authorization = new("Bearer", token);
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    public sealed class Host : TrackerHost;
}
