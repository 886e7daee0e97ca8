using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;
using PeaceTracker.Web.Tests.SigningIn;

namespace PeaceTracker.Web.Tests.Administration;

/// <summary>The first administrator: by the code in the log, once, and never again.</summary>
public partial class SetupTests
{
    [Fact]
    public async Task Setup_CodeFromTheLog_MakesAnAdministratorAndSignsIn()
    {
        await using var host = new TrackerHost();
        using var browser = new FormClient(host);

        var (answer, _) = await SubmitAsync(browser, CodeOf(host).ToLowerInvariant().Replace('-', ' '), "ada@example.org");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var own = (await browser.GetAsync("/account")).Document;
        Assert.Contains("Administrator", own.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Setup_CodeUsedAgain_IsRefusedAndThePageClosed()
    {
        await using var host = new TrackerHost();
        using var browser = new FormClient(host);
        using var second = new FormClient(host);
        var code = CodeOf(host);
        var open = (await second.GetAsync("/account/setup")).Document; // got while it was open
        await SubmitAsync(browser, code, "ada@example.org");

        var (answer, document) = await second.SubmitAsync(open, "/account/setup", "setup", Fields(code, "eve@example.org"));
        var (closed, page) = await second.GetAsync("/account/setup");

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Empty(document.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.Gone, closed.StatusCode);
        Assert.Contains("made already", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/account/sign-in']"));
        Assert.Equal(["ada@example.org"], await AdministratorsAsync(host));
    }

    [Fact]
    public async Task Setup_WrongCode_IsRefusedAndKeepsWhatWasTyped()
    {
        await using var host = new TrackerHost();
        using var browser = new FormClient(host);

        var (answer, document) = await SubmitAsync(browser, "00000-00000-00000-00000-00000-0", "ada@example.org");

        Assert.Equal((HttpStatusCode)422, answer.StatusCode);
        Assert.Contains("This code is wrong", document.QuerySelector("#field-code-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("field-code-error", document.QuerySelector("#field-code")!.GetAttribute("aria-describedby"));
        Assert.Equal("ada@example.org", document.QuerySelector("#field-email")!.GetAttribute("value"));
        Assert.Empty(await AdministratorsAsync(host));
    }

    [Fact]
    public async Task Setup_CodeOfAnHourAgo_IsRefused()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
        await using var host = new HostWithClock(clock);
        using var browser = new FormClient(host);
        var code = CodeOf(host);
        clock.Advance(FirstAdministrator.Lifetime);

        var (answer, document) = await SubmitAsync(browser, code, "ada@example.org");

        Assert.Equal((HttpStatusCode)422, answer.StatusCode);
        Assert.Contains("too old", document.QuerySelector("#field-code-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Restart the program", document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await AdministratorsAsync(host));
    }

    [Fact]
    public async Task Start_WithSettings_MakesTheAdministratorAndNoCode()
    {
        await using var host = new TrackerHost
        {
            Settings = new() { ["PeaceTracker:Setup:AdminEmail"] = "ada@example.org", ["PeaceTracker:Setup:AdminPassword"] = TestPerson.Password },
        };
        using var browser = new FormClient(host);

        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync("/account/setup")).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await browser.SignInAsync("ada@example.org")).Answer.StatusCode);
        var log = host.LogSaying(Signing().IsMatch);
        Assert.DoesNotMatch(Code(), log);
        Assert.DoesNotContain(TestPerson.Password, log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_AfterSigningInAndBeingInvited_HoldsNoSecret()
    {
        await using var host = new TrackerHost();
        var secret = await InviteAsync(host);
        using var guest = new FormClient(host);

        var (answer, _) = await guest.SubmitAsync(
            $"/account/invitation/{secret}", "invitation", ("Name", "Ada"), ("Password", TestPerson.Password));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var log = host.LogSaying(PostedInvitation().IsMatch);
        Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(TestPerson.Password, log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invitation_UsedOrUnknown_IsRefusedAsPageAndAsForm()
    {
        await using var host = new TrackerHost();
        var secret = await InviteAsync(host);
        var address = $"/account/invitation/{secret}";
        using var guest = new FormClient(host);
        using var second = new FormClient(host);
        var open = (await second.GetAsync(address)).Document;
        await guest.SubmitAsync(address, "invitation", ("Name", "Ada"), ("Password", TestPerson.Password));

        Assert.Equal(HttpStatusCode.Gone, (await guest.GetAsync(address)).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await guest.GetAsync("/account/invitation/00000")).Answer.StatusCode);
        var (answer, document) = await second.SubmitAsync(open, address, "invitation", ("Name", "Eve"), ("Password", TestPerson.Password));
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains("can’t be used", document.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var all = await host.Services.GetRequiredService<AccountAdministration>().ListAsync(TestContext.Current.CancellationToken);
        Assert.Equal("Ada", Assert.Single(all, account => account.Email == "ada@example.org").DisplayName);
    }

    // The second request left the browser before the first one was answered.
    [Fact]
    public async Task Invitation_SentTwice_EndsAtSuccessBothTimes()
    {
        await using var host = new TrackerHost();
        var secret = await InviteAsync(host);
        var address = $"/account/invitation/{secret}";
        using var guest = new FormClient(host);
        var (_, open) = await guest.GetAsync(address);
        using var again = new FormClient(host);
        again.Http.DefaultRequestHeaders.Add("Cookie", string.Join("; ", guest.Cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));

        var (first, _) = await guest.SubmitAsync(open, address, "invitation", ("Name", "Ada"), ("Password", TestPerson.Password));
        var (second, _) = await again.SubmitAsync(open, address, "invitation", ("Name", "Ada"), ("Password", TestPerson.Password));

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Found), (first.StatusCode, second.StatusCode));
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Contains(second.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("peacetracker=", StringComparison.Ordinal));
    }

    private static Task<(HttpResponseMessage Answer, AngleSharp.Html.Dom.IHtmlDocument Document)> SubmitAsync(
        FormClient browser, string code, string email) =>
        browser.SubmitAsync("/account/setup", "setup", Fields(code, email));

    private static async Task<string> InviteAsync(TrackerHost host)
    {
        using var admin = await SignedInClient.StartAsync(host, AccountRole.Administrator);
        var invited = await host.Services.GetRequiredService<Invitations>().InviteAsync(
            new Actor(admin.Person.Id, null), "ada@example.org", AccountRole.Editor, TestContext.Current.CancellationToken);
        return invited.Secret!;
    }

    internal static (string, string)[] Fields(string code, string email) =>
        [("Code", code), ("Email", email), ("Name", "Ada"), ("Password", TestPerson.Password)];

    // As an operator gets it.
    internal static string CodeOf(TrackerHost host)
    {
        _ = host.Client;
        return Code().Match(host.LogSaying(Code().IsMatch)).Groups[1].Value;
    }

    internal static async Task<string[]> AdministratorsAsync(TrackerHost host)
    {
        var all = await host.Services.GetRequiredService<AccountAdministration>().ListAsync(TestContext.Current.CancellationToken);
        return [.. all.Where(account => account.Role == AccountRole.Administrator).Select(account => account.Email)];
    }

    [GeneratedRegex("\"Code\":\"([0-9A-Z-]{31})\"")]
    private static partial Regex Code();

    [GeneratedRegex("\"RequestMethod\":\"POST\",\"RequestPath\":\"/account/invitation/")]
    private static partial Regex PostedInvitation();

    [GeneratedRegex("\"RequestMethod\":\"POST\",\"RequestPath\":\"/account/sign-in")]
    private static partial Regex Signing();

    private sealed class HostWithClock(TimeProvider clock) : TrackerHost
    {
        protected override bool BeginsWithNothing => true;

        protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.AddSingleton(clock));
        }
    }
}
