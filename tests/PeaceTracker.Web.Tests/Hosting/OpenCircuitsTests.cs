using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Logging.Abstractions;
using PeaceTracker.Web.Hosting;

namespace PeaceTracker.Web.Tests.Hosting;

public sealed class OpenCircuitsTests : IDisposable
{
    private readonly OpenCircuits _circuits = new();
    private readonly List<CircuitAuthentication> _authentications = [];

    public void Dispose() => _authentications.ForEach(authentication => ((IDisposable)authentication).Dispose());

    [Fact]
    public async Task SignOff_AnAccount_MakesItsCircuitsAnonymousAtOnceAndNoOther()
    {
        var (first, second, other) = (Open("1", "ann"), Open("2", "ann"), Open("3", "ben"));
        var told = 0;
        first.AuthenticationStateChanged += _ => told++;

        Assert.Equal(2, _circuits.SignOff("ann"));

        Assert.Equal(1, told);
        Assert.False(await IsSignedInAsync(first));
        Assert.False(await IsSignedInAsync(second));
        Assert.True(await IsSignedInAsync(other));
        Assert.Equal((0, 1, 3), (_circuits.CountOf("ann"), _circuits.CountOf("ben"), _circuits.Count));
        Assert.Equal(0, _circuits.SignOff("ann"));
    }

    [Fact]
    public async Task SignOffSession_OneOfAnAccounts_LeavesItsOtherSessionsAlone()
    {
        var (here, elsewhere) = (Open("1", "ann", "this browser"), Open("2", "ann", "another"));

        Assert.Equal(1, _circuits.SignOffSession("this browser"));

        Assert.False(await IsSignedInAsync(here));
        Assert.True(await IsSignedInAsync(elsewhere));
    }

    [Fact]
    public void Remove_CircuitClosed_IsCountedNoMore()
    {
        Open("1", "ann");
        Open("2", null);

        _circuits.Remove("1");

        Assert.Equal((1, 0), (_circuits.Count, _circuits.CountOf("ann")));
    }

    private static async Task<bool> IsSignedInAsync(CircuitAuthentication authentication) =>
        (await authentication.GetAuthenticationStateAsync()).User.Identity!.IsAuthenticated;

    private CircuitAuthentication Open(string circuit, string? account, string? session = null)
    {
        var authentication = new CircuitAuthentication(NullLoggerFactory.Instance, (_, _) => Task.FromResult(true), TimeProvider.System);
        _authentications.Add(authentication);
        var identity = account is null ? new ClaimsIdentity() : new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account)], "test");
        authentication.SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(identity))));
        _circuits.Add(circuit, authentication, account, session);
        return authentication;
    }
}
