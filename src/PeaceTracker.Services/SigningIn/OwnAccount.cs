using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.SigningIn;

/// <summary>What people do with their own account.</summary>
public sealed class OwnAccount(
    IDbContextFactory<TrackerContext> contexts, WriteGate gate, PasswordConfirmation confirmation, PasswordHashing hashing, SecurityLog log,
    AccountBus bus,
    AccountSignIn signIn)
{
    private static readonly string WrongCode = CodeSignIns.Wrong("code"), WrongRecoveryCode = CodeSignIns.Wrong("recovery code");

    /// <summary>The account of whoever is signed in.</summary>
    public async Task<ListedAccount?> FindAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == actor.AccountId, cancellationToken) is not { } own)
        {
            return null;
        }

        var passkeys = await context.Passkeys.CountAsync(passkey => passkey.UserId == own.Id, cancellationToken);
        return new ListedAccount(own.Id, own.Email ?? "", own.DisplayName, own.Role, own.CreatedAt, own.DisabledAt, own.TwoFactorEnabled, passkeys);
    }

    /// <summary>Changes the name that the board shows beside what is recorded from now on.</summary>
    public async Task<AccountResult> RenameAsync(Actor actor, string name, CancellationToken cancellationToken)
    {
        if (AccountNames.CheckName(name) is { } fault)
        {
            return new AccountResult(fault);
        }

        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (await HasOtherAsync(context, actor.AccountId, name, cancellationToken))
            {
                return new AccountResult(AccountFault.NameTaken);
            }
        }

        return await SaveAsync(actor, SecurityKinds.Renamed, account =>
        {
            var before = account.DisplayName;
            account.DisplayName = name.Trim();
            return $"{before} to {account.DisplayName}";
        }, cancellationToken);
    }

    /// <summary>
    /// How many wrong codes were typed between the last sign-in of an account and the one before it: each of them by somebody who had the password.
    /// </summary>
    public Task<int> WrongCodesAsync(Actor actor, CancellationToken cancellationToken) =>
        WrongCodesAsync(contexts, actor.AccountId, cancellationToken);

    internal static async Task<int> WrongCodesAsync(
        IDbContextFactory<TrackerContext> contexts, string accountId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var events = context.SecurityEvents.Where(row => row.AccountId == accountId);
        var last = await events.Where(row => row.Kind == SecurityKinds.SignedIn).OrderByDescending(row => row.Number).Select(row => row.Number)
            .Take(2).ToListAsync(cancellationToken);
        var (until, from) = (last.Count > 0 ? last[0] : long.MaxValue, last.Count > 1 ? last[1] : 0);
        return await events.CountAsync(
            row => row.Number > from && row.Number < until && row.Kind == SecurityKinds.SignInFailed
                && (row.Detail == WrongCode || row.Detail == WrongRecoveryCode),
            cancellationToken);
    }

    /// <summary>Whether another account has a name, or one that looks the same.</summary>
    internal static async Task<bool> HasOtherAsync(TrackerContext context, string accountId, string name, CancellationToken cancellationToken)
    {
        var names = await context.Accounts.Where(other => other.Id != accountId).Select(other => other.DisplayName).ToListAsync(cancellationToken);
        return names.Exists(other => AccountNames.NameKey(other) == AccountNames.NameKey(name));
    }

    /// <summary>Changes the password, ends all other sessions, revokes all access tokens and goes on with this session.</summary>
    public async Task<AccountResult> ChangePasswordAsync(Actor actor, string present, string wanted, CancellationToken cancellationToken)
    {
        if (await confirmation.ConfirmAsync(actor, present, cancellationToken) is { Succeeded: false } refused)
        {
            return refused;
        }

        if (await ReadAsync(actor, cancellationToken) is not { } own)
        {
            return new AccountResult(AccountFault.NotFound);
        }

        if (PasswordRules.Check(wanted, own.Email ?? "", own.DisplayName) is { } fault)
        {
            return new AccountResult(fault);
        }

        if (await hashing.HashAsync(wanted, cancellationToken) is not { } hash)
        {
            return new AccountResult(AccountFault.Busy);
        }

        return await EndOthersAsync(actor, SecurityKinds.PasswordChanged, account => account.PasswordHash = hash, cancellationToken,
            revokeTokens: true);
    }

    /// <summary>Ends all sessions but this one.</summary>
    public Task<AccountResult> EndOtherSessionsAsync(Actor actor, CancellationToken cancellationToken) =>
        EndOthersAsync(actor, SecurityKinds.SessionsEnded, _ => { }, cancellationToken);

    /// <summary>The account as it is stored.</summary>
    internal async Task<Account?> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == actor.AccountId, cancellationToken);
    }

    private async Task<AccountResult> EndOthersAsync(
        Actor actor, string kind, Action<Account> change, CancellationToken cancellationToken, bool revokeTokens = false)
    {
        var result = await SaveAsync(actor, kind, account =>
        {
            change(account);
            account.SecurityStamp = Account.NewStamp();
            return null;
        }, cancellationToken, endOthers: true, revokeTokens);
        if (result.Succeeded && await ReadAsync(actor, cancellationToken) is { } own)
        {
            bus.Publish(own.Id);
            await signIn.GoOnAsync(own);
        }

        return result;
    }

    private async Task<AccountResult> SaveAsync(
        Actor actor, string kind, Func<Account, string?> change, CancellationToken cancellationToken, bool endOthers = false,
        bool revokeTokens = false)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        var context = turn.Context;
        if (await context.Accounts.SingleOrDefaultAsync(a => a.Id == actor.AccountId && a.DisabledAt == null, cancellationToken) is not { } account)
        {
            return new AccountResult(AccountFault.NotFound);
        }

        if (endOthers)
        {
            await OpenSessions.EndAllAsync(context, account.Id, actor.Session, cancellationToken);
        }

        var detail = change(account);
        if (revokeTokens && await OwnTokens.RevokeAllAsync(context, account.Id, cancellationToken) is > 0 and var revoked)
        {
            detail = OwnTokens.Revoked(revoked);
        }

        account.ConcurrencyStamp = Account.NewStamp();
        log.Add(context, kind, account.Id, account.DisplayName, actor.From, detail);
        await turn.SaveAsync(cancellationToken);
        return new AccountResult { AccountId = account.Id };
    }
}
