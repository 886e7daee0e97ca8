using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace PeaceTracker.Web.Hosting;

/// <summary>Whether an account may still do what its session says: still there, not disabled, its roles as they were. Asked once a minute.</summary>
public delegate Task<bool> StillSignedIn(ClaimsPrincipal account, CancellationToken cancellation);

/// <summary>
/// Who sits at the other end of a circuit. It is signed off at once by <see cref="OpenCircuits.SignOff"/>; asking again each
/// minute is the net below that.
/// </summary>
public sealed class CircuitAuthentication(ILoggerFactory logs, StillSignedIn stillSignedIn) : RevalidatingServerAuthenticationStateProvider(logs)
{
    private static readonly AuthenticationState Nobody = new(new ClaimsPrincipal(new ClaimsIdentity()));

    /// <inheritdoc />
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    /// <summary>Makes this circuit anonymous and tells its page.</summary>
    public void SignOff() => SetAuthenticationState(Task.FromResult(Nobody));

    /// <inheritdoc />
    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        stillSignedIn(authenticationState.User, cancellationToken);
}
