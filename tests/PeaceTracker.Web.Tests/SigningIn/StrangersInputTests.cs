using System.Net;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.SigningIn;

/// <summary>What a stranger can send: cookies, characters that are none, text in the wrong field.</summary>
public sealed class StrangersInputTests(StrangersInputTests.Host host) : IClassFixture<StrangersInputTests.Host>
{
    [Fact]
    public async Task SignIn_EncryptedLine_CookieOfTheFormAndOfTheThemeAreBoundToTheHost()
    {
        using var browser = new FormClient(host);
        browser.Http.BaseAddress = new Uri("https://localhost");

        var page = (await browser.GetAsync("/account/sign-in")).Answer;
        var theme = (await browser.GetAsync("/theme/dark")).Answer;

        Assert.Contains(page.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("__Host-peacetracker-form=", StringComparison.Ordinal));
        Assert.All(page.Headers.GetValues("Set-Cookie").Concat(theme.Headers.GetValues("Set-Cookie")), cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("path=/;", cookie, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Equal("dark", (await browser.GetAsync("/account/sign-in")).Document.DocumentElement.GetAttribute("data-theme"));
    }

    // Another host of the domain could have set it.
    [Fact]
    public async Task Post_EncryptedLineWithAFormCookieOfThePlainName_IsRefused()
    {
        using var browser = new FormClient(host);
        browser.Http.BaseAddress = new Uri("https://localhost");
        var (answer, page) = await browser.GetAsync("/account/sign-in");
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-peacetracker-form=", StringComparison.Ordinal));
        using var other = new FormClient(host);
        other.Http.BaseAddress = new Uri("https://localhost");
        other.Http.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0].Replace("__Host-", "", StringComparison.Ordinal));

        var (refused, _) = await other.SubmitAsync(page, "/account/sign-in", "sign-in", ("Email", "a@example.org"), ("Password", "x"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Post_FormCookieThatIsBroken_IsRefusedWithoutAStackTraceInTheLog()
    {
        using var browser = new FormClient(host);
        var page = (await browser.GetAsync("/account/sign-in")).Document;
        using var broken = new FormClient(host);
        broken.Http.DefaultRequestHeaders.Add("Cookie", "peacetracker-form=CfDJ8broken");

        var (refused, _) = await broken.SubmitAsync(page, "/account/sign-in", "sign-in", ("Email", "a@example.org"), ("Password", "x"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.DoesNotContain("AntiforgeryValidationException", await host.LogSoFarAsync(), StringComparison.Ordinal);
    }

    // What is no character in any script, wherever a stranger can type.
    [Theory]
    [InlineData("/search?q=%EF%BF%BE")]
    [InlineData("/negotiations/russia-ukraine-2025/search?q=%EF%BF%BE")]
    [InlineData("/negotiations/russia-ukraine-2025/issues?q=%EF%BF%BF&category=%EF%B7%90")]
    [InlineData("/negotiations/russia-ukraine-2025/issues.csv?q=%EF%BF%BE")]
    [InlineData("/negotiations/russia-ukraine-2025/claims?party=%EF%BF%BE")]
    [InlineData("/negotiations/russia-ukraine-2025/changes?by=%EF%BF%BE")]
    [InlineData("/negotiations/%EF%BF%BE")]
    [InlineData("/%EF%BF%BE?%EF%BF%BE=%EF%BF%BE")]
    [InlineData("/account/sign-in?returnUrl=%EF%BF%BE")]
    [InlineData("/account/invitation/%EF%BF%BE")]
    public async Task Get_NoncharacterInAnAddress_IsNoFault(string address)
    {
        using var browser = new FormClient(host);

        Assert.InRange((int)(await browser.GetAsync(address)).Answer.StatusCode, 200, 499);
    }

    [Fact]
    public async Task SignIn_NoncharacterInAddressOrPassword_IsWrongAndNoFault()
    {
        using var browser = new FormClient(host, "192.0.2.30");

        Assert.Equal((HttpStatusCode)422, (await browser.SignInAsync("a\uFFFE@example.org", "\uFFFE\uFFFF")).Answer.StatusCode);
        Assert.Equal((HttpStatusCode)422, (await browser.SignInAsync((await AddAsync(AccountRole.Viewer)).Email, "\uFFFE")).Answer.StatusCode);
    }

    // A password typed into the wrong field must not stand in the audit.
    [Fact]
    public async Task SignIn_TextThatIsNoAddress_IsKeptNowhere()
    {
        using var browser = new FormClient(host, "192.0.2.23");

        await browser.SignInAsync("hunter2 is my password", "x");

        var kept = TestStore.Scalar(
            Path.Combine(host.Folder, "peacetracker.db"),
            "SELECT (SELECT COUNT(*) FROM SecurityEvents WHERE Who LIKE '%hunter2%') + "
            + "(SELECT COUNT(*) FROM SecurityTraces WHERE Address LIKE '%hunter2%')");
        Assert.Equal(0L, kept);
    }

    // Browsers write a domain in another script in two ways.
    [Fact]
    public async Task SignIn_DomainWrittenInItsOwnScript_FindsTheAccountMadeWithTheOther()
    {
        using var browser = new FormClient(host);
        var person = await AddAsync(AccountRole.Viewer);
        await ChangeAsync(person, account =>
        {
            account.Email = "ida@xn--bcher-kva.example";
            account.NormalizedEmail = AccountNames.Key(account.Email);
        });

        Assert.Equal(HttpStatusCode.Found, (await browser.SignInAsync("Ida@Bücher.example")).Answer.StatusCode);
    }

    // A whole office is behind one address.
    [Fact]
    public async Task SignIn_ManyWrongAnswersOfOnePasskey_HoldNoOther()
    {
        using var browser = new FormClient(host, "192.0.2.33");
        for (var i = 0; i <= SignInThrottle.MostOfPair; i++)
        {
            await browser.SubmitAsync("/account/sign-in", "passkey", ("State", "none"), ("Answer", "{\"id\":\"one\"}"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync("one"));
        Assert.Equal((HttpStatusCode)422, await StatusAsync("another"));

        async Task<HttpStatusCode> StatusAsync(string id) => (await browser.SubmitAsync(
            "/account/sign-in", "passkey", ("State", "none"), ("Answer", $$"""{"id":"{{id}}"}"""))).Answer.StatusCode;
    }

    private Task ChangeAsync(TestPerson person, Action<Account> change) =>
        TestPeople.ChangeAsync(host.Folder, person.Id, change, TestContext.Current.CancellationToken);

    private async Task<TestPerson> AddAsync(AccountRole role)
    {
        _ = host.Client;
        return await TestPeople.AddAsync(host.Folder, role, cancellationToken: TestContext.Current.CancellationToken);
    }

    /// <summary>One host for these tests.</summary>
    public sealed class Host : TrackerHost;
}
