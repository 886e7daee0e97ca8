using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.Accounts;

/// <summary>
/// Finds the accounts that another process has changed and the sessions that it has ended, and says so on the bus of this one. Whatever an account
/// may do hangs on its stamp, so that is all that is compared; nothing that was missed while the line was cut is missed for good.
/// </summary>
internal sealed class AccountWatch(IDbContextFactory<TrackerContext> contexts, AccountBus bus)
{
    private Dictionary<string, string?>? _known;
    private HashSet<string> _sessions = [];

    /// <summary>Looks, and publishes what has changed since the last look; the first one only remembers.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = await context.Accounts.AsNoTracking().ToDictionaryAsync(account => account.Id, account => account.SecurityStamp, cancellationToken);
        var sessions = (await context.Sessions.Select(session => session.Id).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var (before, open) = (_known, _sessions);
        _sessions = sessions;
        _known = now;
        foreach (var id in before is null ? [] : now.Keys.Union(before.Keys))
        {
            if (!before!.TryGetValue(id, out var old) || !now.TryGetValue(id, out var stamp) || old != stamp)
            {
                bus.Publish(id);
            }
        }

        foreach (var ended in open.Except(sessions))
        {
            bus.PublishEnd(ended);
        }
    }
}
