using System.Net;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.SigningIn;

/// <summary>Signing in and out through the forms, and what a session is held against.</summary>
public sealed class SignInTests(SignInTests.Host host) : IClassFixture<SignInTests.Host>
{
    private const string Edit = "/negotiations/russia-ukraine-2025/edit";

    [Fact]
    public async Task SignIn_RightPassword_LeadsBackAndNamesThePerson()
    {
        using var browser = new FormClient(host);
        var person = await AddAsync(AccountRole.Viewer, "Ada Testing");

        var (answer, _) = await browser.SignInAsync(
            $"  {person.Email.ToUpperInvariant()} ", returnUrl: "/negotiations/russia-ukraine-2025/issues?level=disputed");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/negotiations/russia-ukraine-2025/issues?level=disputed", answer.Headers.Location!.PathAndQuery);
        var session = Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("peacetracker=", StringComparison.Ordinal));
        Assert.Contains("httponly", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", session, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", session, StringComparison.OrdinalIgnoreCase); // gone with the browser
        Assert.Contains("Ada Testing", (await browser.GetAsync("/")).Document.QuerySelector(".account-menu")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOut_FormOfTheHeader_EndsTheSession()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Edit)).Answer.StatusCode);

        var (answer, _) = await browser.SubmitAsync((await browser.GetAsync("/")).Document, "/account/sign-out", "sign-out");

        Assert.Equal("/", answer.Headers.Location!.PathAndQuery);
        Assert.Equal(HttpStatusCode.Found, (await browser.GetAsync(Edit)).Answer.StatusCode);
        Assert.Contains("Sign in", (await browser.GetAsync("/")).Document.QuerySelector(".account-menu")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_EncryptedLine_CookieIsBoundToTheHost()
    {
        using var browser = new FormClient(host);
        browser.Http.BaseAddress = new Uri("https://localhost");

        var (answer, _) = await browser.SignInAsync((await AddAsync(AccountRole.Viewer)).Email);

        var session = Assert.Single(
            answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("__Host-peacetracker=", StringComparison.Ordinal));
        Assert.Contains("secure", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/;", session, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", session, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/a\u202Eb")]
    [InlineData("/account/sign-out")]
    [InlineData("")]
    public async Task SignIn_ReturnAddressThatIsNotOurs_LeadsToTheStart(string returnUrl)
    {
        using var browser = new FormClient(host);

        var (answer, _) = await browser.SignInAsync((await AddAsync(AccountRole.Viewer)).Email, returnUrl: returnUrl);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("http://localhost/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task SignIn_UnknownAddressAndWrongPassword_GetTheSameAnswer()
    {
        using var browser = new FormClient(host, "192.0.2.10");
        var person = await AddAsync(AccountRole.Viewer);

        var unknown = await browser.SignInAsync("nobody@example.org");
        var wrong = await browser.SignInAsync(person.Email, "quartz lantern motif");

        Assert.Equal((HttpStatusCode)422, unknown.Answer.StatusCode);
        Assert.Equal(unknown.Answer.StatusCode, wrong.Answer.StatusCode);
        Assert.Equal(Said(unknown.Document), Said(wrong.Document));
        Assert.Equal("nobody@example.org", unknown.Document.QuerySelector("input[name=Email]")!.GetAttribute("value"));
        Assert.Null(unknown.Document.QuerySelector("input[name=Password]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task SignIn_SixthWrongPassword_ThrottlesThisAddressAndNoOther()
    {
        var person = await AddAsync(AccountRole.Viewer);
        using var attacker = new FormClient(host, "192.0.2.20");
        for (var attempt = 1; attempt <= SignInThrottle.MostOfPair; attempt++)
        {
            Assert.Equal((HttpStatusCode)422, (await attacker.SignInAsync(person.Email, $"wrong number {attempt}")).Answer.StatusCode);
        }

        var (answer, document) = await attacker.SignInAsync(person.Email); // with the right one
        using var owner = new FormClient(host, "192.0.2.21");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
        Assert.Contains("Too many attempts", Said(document), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await owner.SignInAsync(person.Email)).Answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_AddressLongerThanAnyAccounts_IsWrongAndNotCounted()
    {
        using var browser = new FormClient(host, "192.0.2.22");
        for (var attempt = 0; attempt <= SignInThrottle.MostOfAddress; attempt++)
        {
            Assert.Equal((HttpStatusCode)422, (await browser.SignInAsync(new string('x', 100_000) + "@example.org")).Answer.StatusCode);
        }
    }

    [Fact]
    public async Task Get_AccountDisabledMeanwhile_SessionIsOverAtTheNextRequest()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Edit)).Answer.StatusCode);

        await ChangeAsync(browser.Person, account => account.DisabledAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        var (answer, _) = await browser.GetAsync(Edit);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.StartsWith("/account/sign-in", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.SignInAsync(browser.Person.Email)).Answer.StatusCode);
    }

    [Fact]
    public async Task Get_RoleChangedMeanwhile_HoldsAtTheNextRequest()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Viewer);
        var (refused, page) = await browser.GetAsync(Edit);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("You may not use this page", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);

        await ChangeAsync(browser.Person, account => account.Role = AccountRole.Editor);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Edit)).Answer.StatusCode);

        await ChangeAsync(browser.Person, account => account.Role = AccountRole.Viewer);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(Edit)).Answer.StatusCode);
    }

    [Fact]
    public async Task Get_StampRotated_EarlierSessionIsOver()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);

        await ChangeAsync(browser.Person, account => account.SecurityStamp = "another");

        Assert.Equal(HttpStatusCode.Found, (await browser.GetAsync(Edit)).Answer.StatusCode);
    }

    [Theory]
    [InlineData(null, "text/html", 302)]
    [InlineData(null, "application/json", 401)]
    [InlineData(AccountRole.Viewer, "text/html", 403)]
    [InlineData(AccountRole.Editor, "text/html", 200)]
    [InlineData(AccountRole.Administrator, "text/html", 200)]
    public async Task Get_EditPage_ByRole(AccountRole? role, string accept, int status)
    {
        using var browser = role is { } r ? await SignedInClient.StartAsync(host, r) : new FormClient(host);
        browser.Http.DefaultRequestHeaders.Remove("Accept");
        browser.Http.DefaultRequestHeaders.Add("Accept", accept);

        Assert.Equal(status, (int)(await browser.GetAsync(Edit)).Answer.StatusCode);
    }

    [Fact]
    public async Task Post_WithoutToken_IsRefusedWithAPage()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-out")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("_handler", "sign-out")]),
        };

        var (answer, document) = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("This form can no longer be accepted", document.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Edit)).Answer.StatusCode); // still signed in
    }

    [Fact]
    public async Task Post_TokenOfAnotherBrowser_IsRefused()
    {
        using var other = new FormClient(host);
        using var browser = new FormClient(host);
        var theirs = (await other.GetAsync("/account/sign-in")).Document;
        await browser.GetAsync("/account/sign-in");

        var (answer, _) = await browser.SubmitAsync(
            theirs, "/account/sign-in", "sign-in", ("Email", (await AddAsync(AccountRole.Editor)).Email), ("Password", TestPerson.Password));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(browser.Cookies, cookie => cookie.Name == "peacetracker");
    }

    [Fact]
    public async Task Get_SignInPageTwice_IsKeptForNobody()
    {
        using var browser = new FormClient(host);
        var first = await browser.GetAsync("/account/sign-in");
        using var other = new FormClient(host);
        var second = await other.GetAsync("/account/sign-in");

        Assert.Equal("no-store", first.Answer.Headers.CacheControl!.ToString());
        Assert.NotEqual(Token(first.Document), Token(second.Document));

        static string Token(AngleSharp.Html.Dom.IHtmlDocument page) =>
            page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    [Fact]
    public async Task Get_AfterSomebodySignedIn_AnonymousDocumentHoldsNoForm()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor, "Not For Others");
        var address = "/negotiations/russia-ukraine-2025/drafts";
        Assert.Contains("Not For Others", (await browser.GetAsync(address)).Document.Source.Text, StringComparison.Ordinal);

        var anonymous = await host.DocumentAsync(address);

        Assert.DoesNotContain("Not For Others", anonymous.Source.Text, StringComparison.Ordinal);
        Assert.Empty(anonymous.QuerySelectorAll("form[method=post], input[name=__RequestVerificationToken]"));
    }

    private static string Said(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector(".form-refused")!.TextContent;

    private Task ChangeAsync(TestPerson person, Action<Account> change) =>
        TestPeople.ChangeAsync(host.Folder, person.Id, change, TestContext.Current.CancellationToken);

    private async Task<TestPerson> AddAsync(AccountRole role, string? name = null)
    {
        _ = host.Client;
        return await TestPeople.AddAsync(host.Folder, role, name, TestContext.Current.CancellationToken);
    }

    /// <summary>One host for these tests: each has people of its own.</summary>
    public sealed class Host : TrackerHost;
}
