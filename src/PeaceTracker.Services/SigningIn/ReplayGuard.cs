using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.SigningIn;

/// <summary>
/// Remembers what may be used once, until it would be refused as too old in any case. Nothing is forgotten before, and what was used on one node is
/// used on all.
/// </summary>
public sealed class ReplayGuard(WriteGate gate, TimeProvider clock)
{
    /// <summary>Uses something up. False where it was used before, or where its time is over.</summary>
    public async Task<bool> TryUseAsync(string what, DateTimeOffset expires, CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        if (expires <= clock.GetUtcNow() || await IsUsedAsync(turn.Context, what, clock, cancellationToken))
        {
            return false;
        }

        await UseAsync(turn.Context, what, expires, clock, cancellationToken);
        await turn.SaveAsync(cancellationToken);
        return true;
    }

    /// <summary>Whether something is remembered as used.</summary>
    internal static Task<bool> IsUsedAsync(TrackerContext context, string what, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return context.UsedUp.AnyAsync(row => row.What == what && row.Until > now, cancellationToken);
    }

    /// <summary>Uses something up with what is about to be saved, and forgets what is over.</summary>
    internal static async Task UseAsync(
        TrackerContext context, string what, DateTimeOffset expires, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        context.RemoveRange(await context.UsedUp.Where(row => row.Until <= now).ToListAsync(cancellationToken));
        context.UsedUp.Add(new UsedUp { What = what, Until = expires.UtcDateTime });
    }
}
