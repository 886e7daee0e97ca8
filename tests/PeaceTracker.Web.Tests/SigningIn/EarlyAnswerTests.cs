using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.SigningIn;

/// <summary>
/// Whoever is signed in is given kept documents before anything else is done, and all that ends or changes a session counts at the next request all
/// the same.
/// </summary>
public sealed class EarlyAnswerTests(EarlyAnswerTests.EarlyHost host) : IClassFixture<EarlyAnswerTests.EarlyHost>
{
    private const string Board = $"/negotiations/{SeedFile.RussiaUkraine}";
    private const string Edit = $"{Board}/edit";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(AccountRole.Viewer)]
    [InlineData(AccountRole.Editor)]
    public async Task Get_KeptPageAgain_IsTheSamePageAnsweredEarly(AccountRole role)
    {
        using var browser = await SignedInClient.StartAsync(host, role, $"Early {role}");
        var late = await TextAsync(browser, early: false);
        await TextAsync(browser, early: null); // the token of its forms is known by now

        var early = await TextAsync(browser, early: true);

        Assert.Equal(late, early);
        Assert.Contains($"<bdi>Early {role}</bdi>", early, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TwoOfOneRole_EachIsGivenTheirOwnName()
    {
        using var one = await ReadyAsync(AccountRole.Editor, "Early One");
        using var two = await ReadyAsync(AccountRole.Editor, "Early Two");

        var (first, second) = (await TextAsync(one, early: true), await TextAsync(two, early: true));

        Assert.Contains("<bdi>Early One</bdi>", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Early Two", first, StringComparison.Ordinal);
        Assert.Contains("<bdi>Early Two</bdi>", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Early One", second, StringComparison.Ordinal);
        Assert.NotEqual(Token(first), Token(second));
    }

    // What was sent first said it as well; here nobody but the kept headers says it.
    [Fact]
    public async Task Get_Early_HasTheHeadersOfTheLongWay()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Viewer);
        await TextAsync(browser, early: null);
        var late = (await browser.GetAsync(Board)).Answer;
        var early = (await browser.GetAsync(Board)).Answer;

        Assert.True(host.WasEarly);
        Assert.True(early.Headers.CacheControl is { Private: true, NoCache: true });
        Assert.Equal(Headers(late), Headers(early));
        Assert.False(early.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("role taken away")]
    [InlineData("account disabled")]
    [InlineData("signed out elsewhere")]
    [InlineData("another password")]
    public async Task Get_AfterWhatEndsOrChangesASession_SeesItAtOnce(string what)
    {
        using var browser = await ReadyAsync(AccountRole.Editor);
        Assert.Contains(Edit, await TextAsync(browser, early: true), StringComparison.Ordinal);

        switch (what)
        {
            case "role taken away":
                await TestPeople.ChangeAsync(host.Folder, browser.Person.Id, account => account.Role = AccountRole.Viewer, Cancellation);
                break;
            case "account disabled":
                using (var admin = await SignedInClient.StartAsync(host, AccountRole.Administrator))
                {
                    var result = await host.Services.GetRequiredService<AccountAdministration>()
                        .DisableAsync(new Actor(admin.Person.Id, null), browser.Person.Id, Cancellation);
                    Assert.True(result.Succeeded);
                }

                break;
            case "signed out elsewhere":
                using (var copy = new HttpRequestMessage(HttpMethod.Get, Board))
                {
                    copy.Headers.Add("Cookie", string.Join("; ", browser.Cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));
                    await browser.SubmitAsync((await browser.GetAsync("/")).Document, "/account/sign-out", "sign-out");
                    using var answer = await host.Client.SendAsync(copy, Cancellation);
                    var stranger = await answer.Content.ReadAsStringAsync(Cancellation);
                    Assert.False(host.WasEarly);
                    Assert.DoesNotContain(Edit, stranger, StringComparison.Ordinal);
                    Assert.DoesNotContain(browser.Person.Name, stranger, StringComparison.Ordinal);
                }

                break;
            default:
                await TestPeople.ChangeAsync(
                    host.Folder, browser.Person.Id, account => account.SecurityStamp = Guid.NewGuid().ToString("N"), Cancellation);
                break;
        }

        var text = await TextAsync(browser, early: null);

        Assert.DoesNotContain(Edit, text, StringComparison.Ordinal);
        Assert.Equal(what == "role taken away", text.Contains(browser.Person.Name, StringComparison.Ordinal));
    }

    // Reading alone keeps a session: after five minutes a page goes the long way and is given a new cookie.
    [Fact]
    public async Task Get_AfterFiveMinutes_GoesTheLongWayAndRenewsTheSession()
    {
        using var browser = await ReadyAsync(AccountRole.Viewer);
        var before = SessionOf(browser);
        host.Clock.Advance(TimeSpan.FromMinutes(6));

        await TextAsync(browser, early: false);

        Assert.NotEqual(before, SessionOf(browser));
        host.Clock.Advance(TimeSpan.FromHours(7.95)); // more than eight hours after it was first made
        Assert.Contains(browser.Person.Name, await TextAsync(browser, early: false), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AfterAChangeOfTheBoard_IsNotGivenTheOldPage()
    {
        using var browser = await ReadyAsync(AccountRole.Viewer);

        await host.Services.RecordAsync(SeedFile.RussiaUkraine, "Something new.", cancellationToken: Cancellation);

        await TextAsync(browser, early: false);
    }

    [Fact]
    public async Task Get_CookieOfNobodyOrAltered_IsAStrangers()
    {
        using var browser = await ReadyAsync(AccountRole.Editor);
        using var request = new HttpRequestMessage(HttpMethod.Get, Board);
        request.Headers.Add("Cookie", $"peacetracker={SessionOf(browser)[..^2]}xx");

        using var answer = await host.Client.SendAsync(request, Cancellation);

        Assert.DoesNotContain(browser.Person.Name, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static string SessionOf(SignedInClient browser) => browser.Cookies.Single(cookie => cookie.Name == "peacetracker").Value;

    private static string Token(string page) => page.Split("__RequestVerificationToken\" value=\"")[1].Split('"')[0];

    private static string Headers(HttpResponseMessage answer) => string.Join('\n', answer.Headers.Concat(answer.Content.Headers)
        .Where(header => header.Key is not ("Date" or "Content-Length" or "Pragma"))
        .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal));

    private async Task<SignedInClient> ReadyAsync(AccountRole role, string? name = null)
    {
        var browser = await SignedInClient.StartAsync(host, role, name);
        await TextAsync(browser, early: null);
        await TextAsync(browser, early: null);
        return browser;
    }

    private async Task<string> TextAsync(SignedInClient browser, bool? early)
    {
        var answer = await browser.Http.GetAsync(new Uri(Board, UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(early ?? host.WasEarly, host.WasEarly);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    /// <summary>A host that knows whether its last answer was given before routes were matched.</summary>
    public class EarlyHost : TrackerHost, IStartupFilter
    {
        public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

        public bool WasEarly { get; private set; }

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (http, go) =>
            {
                await go(http);
                WasEarly = http.GetEndpoint() is null;
            });
            next(app);
        };

        protected override bool BeginsWithNothing => true;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock).AddSingleton<IStartupFilter>(this));
        }
    }
}
