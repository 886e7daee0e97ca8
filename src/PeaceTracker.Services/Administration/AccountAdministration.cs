using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Services.Administration;

/// <summary>
/// What administrators do with accounts. Each is held against the administrator's own role in the turn at the gate in which it is
/// saved, together with the event that says so; what it takes away is gone at once, for sessions and open circuits.
/// </summary>
public sealed class AccountAdministration(
    IDbContextFactory<TrackerContext> contexts, WriteGate gate, PasswordHashing hashing, SecurityLog log, AccountBus bus, TimeProvider clock)
{
    private const string CommandLine = "command line";

    /// <summary>All accounts, by address, for an administrator; null for whoever is none, or no longer.</summary>
    public async Task<IReadOnlyList<ListedAccount>?> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Administrators.FindAsync(context, actor, cancellationToken) is null ? null : await ListAsync(cancellationToken);
    }

    /// <summary>All accounts, by address.</summary>
    internal async Task<IReadOnlyList<ListedAccount>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await ListAsync(context, cancellationToken);
    }

    /// <summary>The same, of a store that was not started.</summary>
    internal static async Task<IReadOnlyList<ListedAccount>> ListAsync(TrackerContext context, CancellationToken cancellationToken)
    {
        var passkeys = await context.Set<Microsoft.AspNetCore.Identity.IdentityUserPasskey<string>>().GroupBy(passkey => passkey.UserId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var accounts = await context.Accounts.AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. accounts.OrderBy(a => a.NormalizedEmail, StringComparer.Ordinal).Select(a => new ListedAccount(
                a.Id, a.Email ?? "", a.DisplayName, a.Role, a.CreatedAt, a.DisabledAt, a.TwoFactorEnabled, passkeys.GetValueOrDefault(a.Id))),
        ];
    }

    /// <summary>Gives an account another role.</summary>
    public Task<AccountResult> SetRoleAsync(Actor actor, string accountId, AccountRole role, CancellationToken cancellationToken) =>
        ChangeAsync(actor, account => account.Id == accountId, SecurityKinds.RoleChanged, SetRole(actor, role), cancellationToken);

    /// <summary>Locks an account out and ends its sessions.</summary>
    public Task<AccountResult> DisableAsync(Actor actor, string accountId, CancellationToken cancellationToken) =>
        ChangeAsync(actor, account => account.Id == accountId, SecurityKinds.Disabled, async (context, account) =>
        {
            if (await IsLastAsync(context, account, cancellationToken))
            {
                return (AccountFault.LastAdministrator, null);
            }

            if (account.Id == actor.AccountId)
            {
                return (AccountFault.OwnAccount, null);
            }

            account.DisabledAt ??= clock.GetUtcNow().UtcDateTime;
            return (null, account.DisplayName);
        }, cancellationToken);

    /// <summary>Lets a disabled account in again.</summary>
    public Task<AccountResult> EnableAsync(Actor actor, string accountId, CancellationToken cancellationToken) =>
        ChangeAsync(actor, account => account.Id == accountId, SecurityKinds.Enabled, (_, account) =>
        {
            account.DisabledAt = null;
            return Task.FromResult<(AccountFault?, string?)>((null, account.DisplayName));
        }, cancellationToken);

    /// <summary>Ends all sessions of an account; it can sign in again.</summary>
    public Task<AccountResult> EndSessionsAsync(Actor actor, string accountId, CancellationToken cancellationToken) =>
        ChangeAsync(
            actor, account => account.Id == accountId, SecurityKinds.SessionsEnded,
            (_, account) => Task.FromResult<(AccountFault?, string?)>((null, account.DisplayName)), cancellationToken);

    /// <summary>Removes all passkeys of an account, such as those on a lost device, and ends its sessions.</summary>
    public Task<AccountResult> RemovePasskeysAsync(Actor actor, string accountId, CancellationToken cancellationToken) =>
        ChangeAsync(actor, account => account.Id == accountId, SecurityKinds.PasskeyRemoved, async (context, account) =>
            await RemovePasskeysAsync(context, account, cancellationToken) is var removed && removed == 0
                ? (AccountFault.NotFound, null) : (null, $"{account.DisplayName}: {removed}"), cancellationToken);

    /// <summary>
    /// Erases a disabled account with all that it signs in with, and forgets where it came from. What it recorded stays under its name, which is
    /// part of the record and of its chain of hashes.
    /// </summary>
    public Task<AccountResult> EraseAsync(Actor actor, string accountId, CancellationToken cancellationToken) =>
        ChangeAsync(actor, account => account.Id == accountId, SecurityKinds.Erased, async (context, account) =>
        {
            if (account.DisabledAt is null)
            {
                return (AccountFault.NotDisabled, null);
            }

            var email = AccountNames.Key(account.Email ?? "");
            context.RemoveRange(await context.SecurityEvents.Where(row => row.AccountId == account.Id && row.Trace != null)
                .Select(row => row.Trace!).ToListAsync(cancellationToken));
            var invitations = await context.Invitations.Where(row => row.ClosedAt != null).ToListAsync(cancellationToken);
            context.RemoveRange(invitations.Where(row => AccountNames.Key(row.Email) == email));
            context.Remove(account);
            return (null, account.DisplayName);
        }, cancellationToken);

    /// <summary>Gives an account another role, for whoever has the server's command line.</summary>
    internal Task<AccountResult> SetRoleAsync(string email, AccountRole role, CancellationToken cancellationToken)
    {
        var key = AccountNames.Key(email);
        return ChangeAsync(null, account => account.NormalizedEmail == key, SecurityKinds.RoleChanged, SetRole(null, role), cancellationToken);
    }

    /// <summary>Gives an account a new password and takes its second factor away, for whoever has the server's command line.</summary>
    internal async Task<AccountResult> ResetPasswordAsync(string email, CancellationToken cancellationToken)
    {
        var (key, password) = (AccountNames.Key(email), SecretCode.New());
        if (await hashing.HashAsync(password, cancellationToken) is not { } hash)
        {
            return new AccountResult(AccountFault.Busy);
        }

        var result = await ChangeAsync(null, account => account.NormalizedEmail == key, SecurityKinds.PasswordChanged, async (context, account) =>
        {
            (account.PasswordHash, account.TwoFactorEnabled) = (hash, false);
            await CodeKeys.ForgetAsync(context, account.Id, cancellationToken);
            var passkeys = await RemovePasskeysAsync(context, account, cancellationToken);
            var tokens = await OwnTokens.RevokeAllAsync(context, account.Id, cancellationToken);
            return (null,
                $"{account.DisplayName}: reset, signing in with codes switched off, "
                + $"{(passkeys == 1 ? "1 passkey" : $"{passkeys} passkeys")} removed, {OwnTokens.Revoked(tokens)}");
        }, cancellationToken);
        return result with { Secret = result.Succeeded ? password : null };
    }

    private static async Task<int> RemovePasskeysAsync(TrackerContext context, Account account, CancellationToken cancellationToken)
    {
        var passkeys = await context.Passkeys.Where(row => row.UserId == account.Id).ToListAsync(cancellationToken);
        context.RemoveRange(passkeys);
        return passkeys.Count;
    }

    private static Func<TrackerContext, Account,
    Task<(AccountFault?, string?)>> SetRole(Actor? actor, AccountRole role) => async (context, account) =>
    {
        if (role != AccountRole.Administrator && await IsLastAsync(context, account, CancellationToken.None))
        {
            return (AccountFault.LastAdministrator, null);
        }

        if (account.Id == actor?.AccountId)
        {
            return (AccountFault.OwnAccount, null);
        }

        var before = account.Role;
        account.Role = role;
        return (null, $"{account.DisplayName}: {before} to {role}");
    };

    private static async Task<bool> IsLastAsync(TrackerContext context, Account account, CancellationToken cancellationToken) =>
        account is { Role: AccountRole.Administrator, DisabledAt: null }
        && !await context.Accounts.AnyAsync(
            other => other.Id != account.Id && other.Role == AccountRole.Administrator && other.DisabledAt == null, cancellationToken);

    private async Task<AccountResult> ChangeAsync(
        Actor? actor, System.Linq.Expressions.Expression<Func<Account, bool>> which, string kind,
        Func<TrackerContext, Account, Task<(AccountFault? Fault, string? Detail)>> change, CancellationToken cancellationToken)
    {
        var result = await SaveAsync(actor, which, kind, change, cancellationToken);
        if (result.AccountId is { } moved)
        {
            bus.Publish(moved);
        }

        return result;
    }

    private async Task<AccountResult> SaveAsync(
        Actor? actor, System.Linq.Expressions.Expression<Func<Account, bool>> which, string kind,
        Func<TrackerContext, Account, Task<(AccountFault? Fault, string? Detail)>> change, CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        var context = turn.Context;
        var administrator = actor is null ? null : await Administrators.FindAsync(context, actor, cancellationToken);
        if (actor is not null && administrator is null)
        {
            return await Administrators.RefuseAsync(turn, log, actor, kind, cancellationToken);
        }

        if (await context.Accounts.SingleOrDefaultAsync(which, cancellationToken) is not { } account)
        {
            return new AccountResult(AccountFault.NotFound);
        }

        var (fault, detail) = await change(context, account);
        if (fault is { } refused)
        {
            return new AccountResult(refused);
        }

        await OpenSessions.EndAllAsync(context, account.Id, null, cancellationToken);
        account.SecurityStamp = Account.NewStamp();
        account.ConcurrencyStamp = Account.NewStamp();
        log.Add(context, kind, administrator?.Id, administrator?.DisplayName ?? CommandLine, actor?.From, detail);
        await turn.SaveAsync(cancellationToken);
        return new AccountResult { AccountId = account.Id };
    }
}
