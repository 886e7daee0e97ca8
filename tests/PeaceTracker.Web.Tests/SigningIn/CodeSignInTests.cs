using System.Net;
using AngleSharp.Html.Dom;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.SigningIn;

/// <summary>Signing in with a code after the password, through the forms, on a clock that the tests set.</summary>
public sealed class CodeSignInTests(CodesHost host) : IClassFixture<CodesHost>
{
    private const string Issues = "/negotiations/russia-ukraine-2025/issues";

    [Fact]
    public async Task SignIn_PasswordAndCode_LeadsBackToThePage()
    {
        var (person, app, _) = await host.AddPersonAsync();
        using var browser = new FormClient(host);

        var asked = await CodesHost.AskAsync(browser, person, Issues);
        var (page, document) = await browser.GetAsync(asked);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var field = document.QuerySelector("input[name=Code]")!;
        Assert.Equal(("one-time-code", "numeric"), (field.GetAttribute("autocomplete"), field.GetAttribute("inputmode")));
        var (answer, _) = await browser.SubmitAsync(asked, "code", ("Code", app.CodeAt(host.Clock.GetUtcNow())));

        Assert.Equal(Issues, answer.Headers.Location!.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).Answer.StatusCode);
        Assert.DoesNotContain(browser.Cookies, cookie => cookie.Name == "peacetracker-second");
        Assert.Equal((SecurityKinds.SignedIn, "With a password and a code."), (await EventsAsync(person))[^1]);
    }

    [Fact]
    public async Task SignIn_PasswordAlone_OpensNothing()
    {
        var (person, _, _) = await host.AddPersonAsync();
        using var browser = new FormClient(host);
        await CodesHost.AskAsync(browser, person);

        Assert.Equal(HttpStatusCode.Found, (await browser.GetAsync("/account")).Answer.StatusCode);

        // Nor under the name of the session's cookie.
        var second = Assert.Single(browser.Cookies, cookie => cookie.Name == "peacetracker-second");
        Assert.True(second.HttpOnly);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account");
        request.Headers.Add("Cookie", $"peacetracker={second.Value}");
        using var other = new FormClient(host);
        Assert.Equal(HttpStatusCode.Found, (await other.SendAsync(request)).Answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_CodeThatWasTaken_IsTakenNoMore()
    {
        var (person, app, _) = await host.AddPersonAsync();
        var code = app.CodeAt(host.Clock.GetUtcNow());
        Assert.Equal(HttpStatusCode.Found, (await WithCodeAsync(person, code)).StatusCode);

        Assert.Equal((HttpStatusCode)422, (await WithCodeAsync(person, code)).StatusCode);
        Assert.Equal((HttpStatusCode)422, (await WithCodeAsync(person, app.CodeAt(host.Clock.GetUtcNow().AddSeconds(-30)))).StatusCode); // before it
        Assert.Equal(HttpStatusCode.Found, (await WithCodeAsync(person, app.CodeAt(host.Clock.GetUtcNow().AddSeconds(30)))).StatusCode);
        Assert.Contains((SecurityKinds.SignInFailed, "Wrong code."), await EventsAsync(person));
    }

    [Fact]
    public async Task SignIn_OneCodeFromManyBrowsersAtOnce_OneIsIn()
    {
        var (person, app, _) = await host.AddPersonAsync();
        var code = app.CodeAt(host.Clock.GetUtcNow());
        var browsers = Enumerable.Range(0, SignInThrottle.MostOfPair).Select(_ => new FormClient(host)).ToList();
        var pages = new List<(FormClient Browser, IHtmlDocument Page)>();
        foreach (var browser in browsers)
        {
            await CodesHost.AskAsync(browser, person);
            pages.Add((browser, (await browser.GetAsync("/account/code")).Document));
        }

        var answers = await Task.WhenAll(pages.Select(at => at.Browser.SubmitAsync(at.Page, "/account/code", "code", ("Code", code))));

        Assert.Single(answers, answer => answer.Answer.StatusCode == HttpStatusCode.Found);
        Assert.Single(browsers, browser => browser.Cookies.Any(cookie => cookie.Name == "peacetracker"));
        browsers.ForEach(browser => browser.Dispose());
    }

    [Theory]
    [InlineData(-60, 422)]
    [InlineData(-30, 302)]
    [InlineData(30, 302)]
    [InlineData(60, 422)]
    public async Task SignIn_ClockOfTheDeviceIsWrong_HalfAMinuteIsForgiven(int seconds, int status)
    {
        var (person, app, _) = await host.AddPersonAsync();

        Assert.Equal(status, (int)(await WithCodeAsync(person, app.CodeAt(host.Clock.GetUtcNow().AddSeconds(seconds)))).StatusCode);
    }

    [Fact]
    public async Task SignIn_SixthWrongCode_IsHeldFromEveryAddressUntilTheFirstHasRunOut()
    {
        var (person, app, recovery) = await host.AddPersonAsync();
        for (var i = 1; i <= SignInThrottle.MostOfPair; i++)
        {
            Assert.Equal((HttpStatusCode)422, (await WithCodeAsync(person, "none", $"192.0.2.{i}")).StatusCode);
        }

        var held = await WithCodeAsync(person, app.CodeAt(host.Clock.GetUtcNow()), "192.0.2.100");
        Assert.Equal(HttpStatusCode.TooManyRequests, held.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(15), held.Headers.RetryAfter!.Delta);
        // Whoever owns the account still gets in by another way.
        using var owner = new FormClient(host);
        await CodesHost.AskAsync(owner, person);
        Assert.Equal(HttpStatusCode.Found, (await owner.SubmitAsync("/account/recovery-code", "code", ("Code", recovery[0]))).Answer.StatusCode);

        host.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(HttpStatusCode.Found, (await WithCodeAsync(person, app.CodeAt(host.Clock.GetUtcNow()))).StatusCode);
    }

    [Fact]
    public async Task SignIn_RecoveryCode_WorksOnceHoweverTyped()
    {
        var (person, _, recovery) = await host.AddPersonAsync();
        using var browser = new FormClient(host);
        var typed = $" {recovery[3].ToLowerInvariant().Replace('-', ' ')} ";

        await CodesHost.AskAsync(browser, person, Issues);
        var (answer, _) = await browser.SubmitAsync($"/account/recovery-code?returnUrl={Uri.EscapeDataString(Issues)}", "code", ("Code", typed));

        Assert.Equal(Issues, answer.Headers.Location!.PathAndQuery);
        Assert.Contains("9 of 10", (await browser.GetAsync("/account/codes")).Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains((SecurityKinds.RecoveryCodeUsed, "9 left."), await EventsAsync(person));
        using var again = new FormClient(host);
        await CodesHost.AskAsync(again, person);
        Assert.Equal((HttpStatusCode)422, (await again.SubmitAsync("/account/recovery-code", "code", ("Code", typed))).Answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_RecoveryCodeOfSomebodyElse_IsWrong()
    {
        var (person, _, _) = await host.AddPersonAsync();
        var (_, _, theirs) = await host.AddPersonAsync();
        using var browser = new FormClient(host);
        await CodesHost.AskAsync(browser, person);

        Assert.Equal((HttpStatusCode)422, (await browser.SubmitAsync("/account/recovery-code", "code", ("Code", theirs[0]))).Answer.StatusCode);
    }

    [Fact]
    public async Task Code_MoreThanFiveMinutesAfterThePassword_IsTooLate()
    {
        var (person, app, _) = await host.AddPersonAsync();
        using var browser = new FormClient(host);
        await CodesHost.AskAsync(browser, person);
        var page = (await browser.GetAsync("/account/code")).Document;
        host.Clock.Advance(TimeSpan.FromSeconds(301));

        var (answer, said) = await browser.SubmitAsync(page, "/account/code", "code", ("Code", app.CodeAt(host.Clock.GetUtcNow())));

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains("took too long", said.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await browser.GetAsync("/account")).Answer.StatusCode);
    }

    [Theory]
    [InlineData("stamp")]
    [InlineData("disabled")]
    public async Task Code_AccountChangedSinceThePassword_IsTooLate(string change)
    {
        var (person, app, _) = await host.AddPersonAsync();
        using var browser = new FormClient(host);
        await CodesHost.AskAsync(browser, person);
        var page = (await browser.GetAsync("/account/code")).Document;
        await TestPeople.ChangeAsync(host.Folder, person.Id, account =>
        {
            account.SecurityStamp = change == "stamp" ? "another" : account.SecurityStamp;
            account.DisabledAt = change == "disabled" ? new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) : null;
        }, TestContext.Current.CancellationToken);

        var (answer, _) = await browser.SubmitAsync(page, "/account/code", "code", ("Code", app.CodeAt(host.Clock.GetUtcNow())));

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
    }

    [Theory]
    [InlineData("/account/code")]
    [InlineData("/account/recovery-code")]
    public async Task Code_WithoutAPassword_LeadsToSignIn(string address)
    {
        using var browser = new FormClient(host);

        var (answer, _) = await browser.GetAsync($"{address}?returnUrl={Uri.EscapeDataString(Issues)}");

        Assert.Equal($"/account/sign-in?returnUrl={Uri.EscapeDataString(Issues)}", answer.Headers.Location!.PathAndQuery);
    }

    private async Task<HttpResponseMessage> WithCodeAsync(TestPerson person, string code, string? address = null)
    {
        using var browser = new FormClient(host, address);
        await CodesHost.AskAsync(browser, person);
        return (await browser.SubmitAsync("/account/code", "code", ("Code", code))).Answer;
    }

    private Task<IReadOnlyList<(string Kind, string? Detail)>> EventsAsync(TestPerson person) =>
        TestPeople.EventsAsync(host.Folder, person.Id, TestContext.Current.CancellationToken);

    // Nobody else gets as far: each wrong code is of somebody who has the password.
    [Fact]
    public async Task SignIn_WrongCodesOfADay_EndAtTwentyAndTheOwnerIsTold()
    {
        var (person, app, recovery) = await host.AddPersonAsync();
        using var guesser = new FormClient(host, "192.0.2.40");
        for (var i = 0; i < CodeSignIns.MostInADay; i++)
        {
            var asked = await CodesHost.AskAsync(guesser, person);
            Assert.Equal((HttpStatusCode)422, (await guesser.SubmitAsync(asked, "code", ("Code", "000000"))).Answer.StatusCode);
            host.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        using var owner = new FormClient(host);
        var place = await CodesHost.AskAsync(owner, person);
        var held = (await owner.SubmitAsync(place, "code", ("Code", app.CodeAt(host.Clock.GetUtcNow())))).Answer;
        var (let, _) = await owner.SubmitAsync(place.Replace("/code", "/recovery-code", StringComparison.Ordinal), "code", ("Code", recovery[0]));

        Assert.Equal(HttpStatusCode.TooManyRequests, held.StatusCode);
        Assert.Equal("/account", let.Headers.Location!.PathAndQuery);
        Assert.Contains(
            $"{CodeSignIns.MostInADay} wrong codes", (await owner.GetAsync("/account")).Document.QuerySelector(".note-warn")!.TextContent,
            StringComparison.Ordinal);
    }
}
