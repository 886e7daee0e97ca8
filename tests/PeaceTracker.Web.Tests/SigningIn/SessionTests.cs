using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.SigningIn;
using PeaceTracker.Web.Hosting;

namespace PeaceTracker.Web.Tests.SigningIn;

/// <summary>How long a session lasts: eight hours with nothing asked for, a day in all.</summary>
public sealed class SessionTests(CodesHost host) : IClassFixture<CodesHost>
{
    private const string Edit = "/negotiations/russia-ukraine-2025/edit";

    [Theory]
    [InlineData(0, "7:59", HttpStatusCode.OK)]
    [InlineData(0, "8:01", HttpStatusCode.Found)]
    [InlineData(3, "5:59", HttpStatusCode.OK)] // not quite a day, with something asked for every six hours
    [InlineData(3, "6:01", HttpStatusCode.Found)]
    public async Task Get_AfterHours_HoldsTheSessionAgainstTheClock(int timesSix, string then, HttpStatusCode expected)
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);
        for (var i = 0; i < timesSix; i++)
        {
            host.Clock.Advance(TimeSpan.FromHours(6));
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Edit)).Answer.StatusCode);
        }

        host.Clock.Advance(TimeSpan.Parse(then, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(expected, (await browser.GetAsync(Edit)).Answer.StatusCode);
    }

    // Whoever has stolen a cookie must not live for ever by ending the others' sessions now and then.
    [Fact]
    public async Task Get_AfterEndingAllOtherSessions_TheDayIsOverAllTheSame()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);
        for (var i = 0; i < 3; i++)
        {
            host.Clock.Advance(TimeSpan.FromHours(7));
            await browser.SubmitAsync("/account", "sessions");
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Edit)).Answer.StatusCode);
        }

        host.Clock.Advance(TimeSpan.FromHours(3.1));

        Assert.Equal(HttpStatusCode.Found, (await browser.GetAsync(Edit)).Answer.StatusCode);
    }

    // Eight hours from the last request, however shortly before it the cookie was made.
    [Fact]
    public async Task Get_RequestSoonAfterSigningIn_RenewsTheEightHours()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await browser.GetAsync(Edit);

        host.Clock.Advance(TimeSpan.FromHours(7.9));

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Edit)).Answer.StatusCode);
    }

    // A page that is left open asks whether the board moved, and keeps nobody signed in by it.
    [Fact]
    public async Task Get_LivePageLeftOpen_RenewsNothing()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);
        host.Clock.Advance(TimeSpan.FromHours(5));
        var address = new Uri("/live/russia-ukraine-2025/since/0", UriKind.Relative);
        Assert.Equal(HttpStatusCode.OK, (await browser.Http.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);

        host.Clock.Advance(TimeSpan.FromHours(3.1));

        Assert.Equal(HttpStatusCode.Found, (await browser.GetAsync(Edit)).Answer.StatusCode);
    }

    // What a page asks for besides, and what watches over the server, is nobody at work.
    [Theory]
    [InlineData("/css/site.css")]
    [InlineData("/health/live")]
    [InlineData("/negotiations/russia-ukraine-2025/issues.csv")]
    public async Task Get_NoPage_RenewsNothing(string path)
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);
        host.Clock.Advance(TimeSpan.FromHours(5));
        var address = new Uri(path, UriKind.Relative);
        Assert.Equal(HttpStatusCode.OK, (await browser.Http.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);

        host.Clock.Advance(TimeSpan.FromHours(3.1));

        Assert.Equal(HttpStatusCode.Found, (await browser.GetAsync(Edit)).Answer.StatusCode);
    }

    [Fact]
    public async Task Stands_UnderAnotherName_GoesOn()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);
        var person = await host.Services.GetRequiredService<AccountPrincipals>().CreateAsync(
            new() { Id = browser.Person.Id, DisplayName = "Earlier", Role = AccountRole.Editor, SecurityStamp = await StampAsync(browser.Person) });

        Assert.True(await host.Services.GetRequiredService<StillSignedIn>()(person, TestContext.Current.CancellationToken));
        await TestPeople.ChangeAsync(
            host.Folder, browser.Person.Id, account => account.Role = AccountRole.Viewer, TestContext.Current.CancellationToken);
        Assert.False(await host.Services.GetRequiredService<StillSignedIn>()(person, TestContext.Current.CancellationToken));
    }

    private async Task<string> StampAsync(TestPerson person)
    {
        var stamp = "";
        await TestPeople.ChangeAsync(host.Folder, person.Id, account => stamp = account.SecurityStamp!, TestContext.Current.CancellationToken);
        return stamp;
    }

    [Fact]
    public async Task Circuit_SessionThatEnds_IsAnonymousFromThatMomentOn()
    {
        var clock = new FakeTimeProvider();
        using var circuit = new CircuitAuthentication(NullLoggerFactory.Instance, (_, _) => Task.FromResult(true), clock);
        var person = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, "ann")], "test"));
        Session.Mark(person, "one", clock.GetUtcNow().AddHours(1));
        Session.Mark(person, "one", clock.GetUtcNow().AddHours(2)); // a later request says anew
        circuit.SetAuthenticationState(Task.FromResult(new AuthenticationState(person)));

        clock.Advance(TimeSpan.FromHours(2) - TimeSpan.FromMilliseconds(1));
        Assert.True(await IsSignedInAsync(circuit));
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(await IsSignedInAsync(circuit));
    }

    [Fact]
    public async Task Circuit_PageThatCannotBeTold_IsAnonymousAllTheSameAndTheClockGoesOn()
    {
        var clock = new FakeTimeProvider();
        using var circuit = new CircuitAuthentication(NullLoggerFactory.Instance, (_, _) => Task.FromResult(true), clock);
        var person = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, "ann")], "test"));
        Session.Mark(person, "one", clock.GetUtcNow().AddHours(1));
        circuit.SetAuthenticationState(Task.FromResult(new AuthenticationState(person)));
        circuit.AuthenticationStateChanged += _ => throw new InvalidOperationException("The page is gone.");

        // The clock calls on this thread here, and on one of the pool's in the program, where a fault would end the process.
        clock.Advance(TimeSpan.FromHours(1));

        Assert.False(await IsSignedInAsync(circuit));
    }

    [Fact]
    public async Task Circuit_PersonWhoCannotBeRead_IsNobody()
    {
        using var circuit = new CircuitAuthentication(NullLoggerFactory.Instance, (_, _) => Task.FromResult(true), new FakeTimeProvider());

        circuit.SetAuthenticationState(Task.FromException<AuthenticationState>(new InvalidOperationException("No store.")));

        Assert.False(await IsSignedInAsync(circuit));
    }

    private static async Task<bool> IsSignedInAsync(CircuitAuthentication circuit) =>
        (await circuit.GetAuthenticationStateAsync()).User.Identity!.IsAuthenticated;
}
