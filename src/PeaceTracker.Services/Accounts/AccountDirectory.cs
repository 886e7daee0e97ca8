using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.Accounts;

/// <summary>An account as it is now.</summary>
public sealed record AccountView(string Id, string DisplayName, AccountRole Role, bool Disabled)
{
    /// <summary>Changes whenever sessions that began before are to end.</summary>
    internal string? Stamp { get; init; }
}

/// <summary>Says who somebody is and what they may do, read from the store each time: a right taken away is gone at the next question.</summary>
public sealed class AccountDirectory(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>The account of that id; null where there is none.</summary>
    public async Task<AccountView?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Accounts.AsNoTracking().Where(account => account.Id == id)
            .Select(account =>
                new AccountView(account.Id, account.DisplayName, account.Role, account.DisabledAt != null) { Stamp = account.SecurityStamp })
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Whether there is anybody who can administer.</summary>
    public async Task<bool> HasAdministratorAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Accounts.AnyAsync(account => account.Role == AccountRole.Administrator, cancellationToken);
    }
}
