using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Web.Hosting;

namespace PeaceTracker.Web.Tests.Accounts;

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

    [Fact]
    public async Task Circuit_SessionThatEnds_IsAnonymousFromThatMomentOn()
    {
        var clock = new FakeTimeProvider();
        using var circuit = new CircuitAuthentication(NullLoggerFactory.Instance, (_, _) => Task.FromResult(true), clock);
        var person = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, "ann")], "test"));
        SessionEnd.Set(person, clock.GetUtcNow().AddHours(1));
        SessionEnd.Set(person, clock.GetUtcNow().AddHours(2)); // a later request says anew
        circuit.SetAuthenticationState(Task.FromResult(new AuthenticationState(person)));

        clock.Advance(TimeSpan.FromHours(2) - TimeSpan.FromMilliseconds(1));
        Assert.True(await IsSignedInAsync(circuit));
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(await IsSignedInAsync(circuit));
    }

    private static async Task<bool> IsSignedInAsync(CircuitAuthentication circuit) => (await circuit.GetAuthenticationStateAsync()).User.Identity!.IsAuthenticated;
}
