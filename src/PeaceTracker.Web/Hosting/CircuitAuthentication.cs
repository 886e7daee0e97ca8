using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using PeaceTracker.Web.Features.SigningIn;

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
    private readonly ILogger log;
    private ITimer? end;

    /// <summary>Waits for the person that the circuit is opened with.</summary>
    public CircuitAuthentication(ILoggerFactory logs, StillSignedIn stillSignedIn, TimeProvider clock) : base(logs)
    {
        (this.stillSignedIn, this.clock, log) = (stillSignedIn, clock, logs.CreateLogger<CircuitAuthentication>());
        AuthenticationStateChanged += OnChanged;
    }

    /// <inheritdoc />
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    /// <summary>
    /// Makes this circuit anonymous and tells its page. It never throws, since it is called by a clock and in a row for many circuits: the circuit
    /// is anonymous even where its page could not be told.
    /// </summary>
    public void SignOff()
    {
        try
        {
            SetAuthenticationState(Task.FromResult(Nobody));
        }
#pragma warning disable CA1031 // On a clock's thread, a fault would end the process.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            log.LogError(fault, "A page could not be told that its session has ended; what it asks for is refused all the same");
        }
    }

    /// <inheritdoc />
    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        stillSignedIn(authenticationState.User, cancellationToken);

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        AuthenticationStateChanged -= OnChanged;
        end?.Dispose();
        base.Dispose(disposing);
    }

    private void OnChanged(Task<AuthenticationState> state) => _ = EndInTimeAsync(state);

    // Ends without a fault, whatever happens: nobody looks at the task. Who can't be read is nobody.
    private async Task EndInTimeAsync(Task<AuthenticationState> state)
    {
        try
        {
            end?.Dispose();
            end = null;
            if (Session.EndOf((await state).User) is { } at)
            {
                var left = at - clock.GetUtcNow();
                end = clock.CreateTimer(_ => SignOff(), null, left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            }
        }
#pragma warning disable CA1031 // Whatever went wrong: a session whose end is not known is over.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            log.LogError(fault, "It could not be told when a session ends; it is ended now");
            SignOff();
        }
    }
}
