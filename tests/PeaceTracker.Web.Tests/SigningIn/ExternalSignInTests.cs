using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.SigningIn;

/// <summary>Signing in by OpenID Connect, against a provider that runs.</summary>
public sealed class ExternalSignInTests : IAsyncLifetime
{
    private const string Edit = $"/negotiations/{SeedFile.RussiaUkraine}/edit";

    private readonly HttpClient _outside = new(new HttpClientHandler { AllowAutoRedirect = false });
    private TestProvider _provider = null!;
    private TrackerHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _provider = await TestProvider.StartAsync();
        _host = Host();
    }

    public async ValueTask DisposeAsync()
    {
        _outside.Dispose();
        await _host.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task SignIn_FirstTime_MakesTheAccountWithTheRoleOfTheClaim()
    {
        _provider.Person = Person("1", "eve@example.org", "Eve Editor", roles: ["staff", "board-editors"]);
        using var browser = new FormClient(_host);

        var answer = await SignInAsync(browser, Edit);

        Assert.Equal(Edit, answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Edit)).Answer.StatusCode);
        var account = Assert.Single(await AccountsAsync());
        Assert.Equal(("eve@example.org", "Eve Editor", AccountRole.Editor), (account.Email, account.DisplayName, account.Role));
    }

    [Fact]
    public async Task SignIn_RoleTakenAwayThere_IsTakenAwayHereAndEarlierSessionsEnd()
    {
        _provider.Person = Person("1", "eve@example.org", "Eve", roles: ["board-editors"]);
        using var earlier = new FormClient(_host);
        await SignInAsync(earlier);
        _provider.Person = Person("1", "eve@example.org", "Eve", roles: ["board-readers"]);
        using var browser = new FormClient(_host);

        await SignInAsync(browser);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(Edit)).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await earlier.GetAsync(Edit)).Answer.StatusCode);
        Assert.Equal(AccountRole.Viewer, Assert.Single(await AccountsAsync()).Role);
    }

    [Fact]
    public async Task SignIn_NobodyOfTheRoles_IsRefusedAndMakesNoAccount()
    {
        _provider.Person = Person("1", "eve@example.org", "Eve", roles: ["staff"]);
        using var browser = new FormClient(_host);

        var answer = await SignInAsync(browser);

        Assert.Equal("/account/sign-in?external=refused", answer.Headers.Location!.OriginalString);
        var page = (await browser.GetAsync("/account/sign-in?external=refused")).Document;
        Assert.Contains("no access here", page.QuerySelector(".form-refused")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await AccountsAsync());
    }

    // Whoever could write any address into their profile there must not become somebody here.
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task SignIn_AddressOfAnAccountHere_IsThatAccountOnlyIfTheServiceHasVerifiedIt(bool verified, int ofTheAccount)
    {
        _ = _host.Client;
        var ada = await TestPeople.AddAsync(_host.Folder, AccountRole.Manager, "Ada", Cancellation);
        _provider.Person = Person("9", ada.Email, "Somebody", verified, "board-editors");
        using var browser = new FormClient(_host);

        await SignInAsync(browser);

        var account = Assert.Single(await AccountsAsync());
        Assert.Equal(verified ? AccountRole.Editor : AccountRole.Manager, account.Role);
        var events = await TestPeople.EventsAsync(_host.Folder, ada.Id, Cancellation);
        Assert.Equal(ofTheAccount, events.Count(one => one.Kind == "signed-in"));
    }

    [Fact]
    public async Task SignIn_TokenForAnotherClient_IsRefused()
    {
        _provider.Person = Person("1", "eve@example.org", "Eve", roles: ["board-editors"]);
        _provider.Audience = "another";
        using var browser = new FormClient(_host);

        Assert.Equal("/account/sign-in?external=failed", (await SignInAsync(browser)).Headers.Location!.OriginalString);
        Assert.Empty(await AccountsAsync());
    }

    // A link that finishes somebody else's sign-in in this browser.
    [Fact]
    public async Task Callback_BegunInAnotherBrowser_IsRefused()
    {
        _provider.Person = Person("1", "eve@example.org", "Eve", roles: ["board-editors"]);
        using var one = new FormClient(_host);
        using var other = new FormClient(_host);
        var back = await BackAsync(one, "/");

        var (answer, _) = await other.GetAsync(back);

        Assert.Equal("/account/sign-in?external=failed", answer.Headers.Location!.OriginalString);
        Assert.DoesNotContain(other.Cookies, cookie => cookie.Name == "peacetracker");
    }

    [Fact]
    public async Task SignOut_SessionOfTheService_LeavesTheServiceToo()
    {
        _provider.Person = Person("1", "eve@example.org", "Eve", roles: ["board-editors"]);
        using var browser = new FormClient(_host);
        await SignInAsync(browser);

        var (answer, _) = await browser.SubmitAsync((await browser.GetAsync("/")).Document, "/account/sign-out", "sign-out");
        using var ended = await _outside.GetAsync(answer.Headers.Location, Cancellation);

        Assert.NotEmpty(_provider.Ended!["id_token_hint"].ToString());
        Assert.StartsWith("http://localhost/account/external/signed-out", ended.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await browser.GetAsync(Edit)).Answer.StatusCode);
    }

    // Another site can't begin it: it has no token, nor can it send one beside something that is no form.
    [Theory]
    [InlineData("no token")]
    [InlineData("token of somebody else's page")]
    [InlineData("token in a header, beside JSON")]
    [InlineData("token in a header, beside a form that can't be read")]
    public async Task SignIn_WithoutTheTokenInAForm_IsRefused(string what)
    {
        using var browser = new FormClient(_host);
        var (page, theirs) = ((await browser.GetAsync("/account/sign-in")).Document, await _host.DocumentAsync("/account/sign-in"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/external");
        request.Content = what switch
        {
            "no token" => new FormUrlEncodedContent([]),
            "token of somebody else's page" => new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", Token(theirs))]),
            "token in a header, beside JSON" => new StringContent("{}", Encoding.UTF8, "application/json"),
            _ => new StringContent("no part", Encoding.UTF8, "multipart/form-data"),
        };
        if (what.Contains("header", StringComparison.Ordinal))
        {
            request.Headers.Add("RequestVerificationToken", Token(page));
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(request)).Answer.StatusCode);
    }

    // A browser follows no redirect from a form to where the policy does not let forms go.
    [Fact]
    public async Task Get_SignInPage_LetsItsFormLeadToTheService()
    {
        await using var host = Host(("PeaceTracker:OpenIdConnect:Hosts", "https://login.example.org/somewhere"));

        var policy = Assert.Single((await host.GetAsync("/account/sign-in")).Answer.Headers.GetValues("Content-Security-Policy"));

        Assert.EndsWith($"; form-action 'self' {_provider.Address} https://login.example.org", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_LocalAccountsSwitchedOff_TakesNoPassword()
    {
        await using var host = Host(("PeaceTracker:Access:LocalAccounts", "false"));
        _ = host.Client;
        var ada = await TestPeople.AddAsync(host.Folder, AccountRole.Editor, "Ada", Cancellation);
        using var browser = new FormClient(host);

        var page = (await browser.GetAsync("/account/sign-in")).Document;
        var (answer, _) = await browser.SignInAsync(ada.Email);

        Assert.True(page.QuerySelector("input[name=Password]")!.Closest("form")!.HasAttribute("hidden"));
        Assert.NotNull(page.QuerySelector("form[action='/account/external']"));
        Assert.Equal((HttpStatusCode)422, answer.StatusCode);
    }

    private static Dictionary<string, object> Person(string id, string email, string name, bool verified = true, params string[] roles) =>
        new() { ["sub"] = id, ["email"] = email, ["email_verified"] = verified, ["name"] = name, ["roles"] = roles };

    private TrackerHost Host(params (string Name, string Value)[] settings)
    {
        const string Section = "PeaceTracker:OpenIdConnect:";
        var all = new Dictionary<string, string>
        {
            [Section + "Authority"] = _provider.Address, [Section + "AllowHttp"] = "true", [Section + "ClientId"] = TestProvider.Client,
            [Section + "ClientSecret"] = TestProvider.Secret,
            [Section + "Roles:Editor"] = "board-editors", [Section + "Roles:Viewer"] = "board-readers",
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return new TrackerHost { Settings = all };
    }

    private static string Token(IHtmlDocument page) =>
        page.QuerySelector("form[action='/account/external'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    // To the service and back, as a browser goes; returns the answer at the end of the way.
    private async Task<HttpResponseMessage> SignInAsync(FormClient browser, string returnUrl = "/") =>
        (await browser.GetAsync(await BackAsync(browser, returnUrl))).Answer;

    private async Task<string> BackAsync(FormClient browser, string returnUrl)
    {
        var page = (await browser.GetAsync($"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}")).Document;
        var form = page.QuerySelector("form[action='/account/external']")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/external")
        {
            Content = new FormUrlEncodedContent(form.QuerySelectorAll("input").Select(
                input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""))),
        };
        var (there, _) = await browser.SendAsync(request);
        using var back = await _outside.GetAsync(there.Headers.Location, Cancellation);
        return back.Headers.Location!.PathAndQuery;
    }

    private async Task<IReadOnlyList<ListedAccount>> AccountsAsync() =>
        await _host.Services.GetRequiredService<AccountAdministration>().ListAsync(Cancellation);
}
