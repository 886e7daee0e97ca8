using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace PeaceTracker.Web.Hosting;

/// <summary>Whether an account may still do what its session says: still there, not disabled, its roles as they were. Asked once a minute.</summary>
public delegate Task<bool> StillSignedIn(ClaimsPrincipal account, CancellationToken cancellation);

/// <summary>
/// Who sits at the other end of a circuit. It is signed off at once by <see cref="OpenCircuits.SignOff(string)"/> and when the session that
/// opened it is over; asking again each minute is the net below that.
/// </summary>
public sealed class CircuitAuthentication : RevalidatingServerAuthenticationStateProvider
{
    private static readonly AuthenticationState Nobody = new(new ClaimsPrincipal(new ClaimsIdentity()));

    private readonly StillSignedIn stillSignedIn;
    private readonly TimeProvider clock;
    private ITimer? end;

    /// <summary>Waits for the person that the circuit is opened with.</summary>
    public CircuitAuthentication(ILoggerFactory logs, StillSignedIn stillSignedIn, TimeProvider clock) : base(logs)
    {
        (this.stillSignedIn, this.clock) = (stillSignedIn, clock);
        AuthenticationStateChanged += EndInTime;
    }

    /// <inheritdoc />
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    /// <summary>Makes this circuit anonymous and tells its page.</summary>
    public void SignOff() => SetAuthenticationState(Task.FromResult(Nobody));

    /// <inheritdoc />
    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        stillSignedIn(authenticationState.User, cancellationToken);

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        AuthenticationStateChanged -= EndInTime;
        end?.Dispose();
        base.Dispose(disposing);
    }

    private async void EndInTime(Task<AuthenticationState> state)
    {
        end?.Dispose();
        end = null;
        if (Session.EndOf((await state).User) is { } at)
        {
            var left = at - clock.GetUtcNow();
            end = clock.CreateTimer(_ => SignOff(), null, left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
