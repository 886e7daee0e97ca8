using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.Administration;

/// <summary>
/// Brings what accounts are found by up to date at the start: an earlier version wrote a domain in another script as it was typed. Of two accounts
/// that are one by now, the later stays as it is.
/// </summary>
internal sealed class AddressKeys(WriteGate gate)
{
    /// <summary>Renews those that are written otherwise now.</summary>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        var context = turn.Context;
        var accounts = await context.Accounts.OrderBy(account => account.CreatedAt).ToListAsync(cancellationToken);
        var taken = accounts.Select(account => account.NormalizedEmail).ToHashSet(StringComparer.Ordinal);
        foreach (var account in accounts)
        {
            if (AccountNames.Key(account.Email ?? "") is var key && key != account.NormalizedEmail && taken.Add(key))
            {
                (account.NormalizedEmail, account.NormalizedUserName) = (key, key);
            }
        }

        await turn.SaveAsync(cancellationToken);
    }
}
