using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.SigningIn;

/// <summary>A token as it is listed.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Owner">The name of its owner.</param>
/// <param name="Scope">What may be done with it.</param>
/// <param name="MadeAt">When it was made (UTC).</param>
/// <param name="ExpiresAt">From when on it is worth nothing (UTC).</param>
/// <param name="LastUsedAt">When it was last used (UTC); null where it never was.</param>
/// <param name="HasExpired">Whether that is so already.</param>
public sealed record ListedToken(
    Guid Id, string Name, string Owner, TokenScope Scope, DateTime MadeAt, DateTime ExpiresAt, DateTime? LastUsedAt, bool HasExpired);

/// <summary>What people do with the tokens of their own account: made once they have shown again who they are, listed, revoked.</summary>
public sealed class OwnTokens(
    IDbContextFactory<TrackerContext> contexts, WriteGate gate, PasswordConfirmation confirmation, ExternalSettings external, SecurityLog log,
    TimeProvider clock)
{
    /// <summary>How many an account may have.</summary>
    public const int Most = 20;

    /// <summary>How long ago a session may have begun in which a token is made without a password, where the account has none here.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>The tokens of whoever is signed in, the newest first.</summary>
    public async Task<IReadOnlyList<ListedToken>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await ListAsync(context, actor.AccountId, clock.UtcNow(), cancellationToken);
    }

    /// <summary>Whether making one asks for the present password; otherwise for a session that began a moment ago.</summary>
    public async Task<bool> AsksForPasswordAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return external.AllowsPasswords
            && await context.Accounts.AnyAsync(account => account.Id == actor.AccountId && account.PasswordHash != null, cancellationToken);
    }

    /// <summary>Makes a token; <see cref="AccountResult.Secret"/> is shown once and kept nowhere.</summary>
    public async Task<AccountResult> MakeAsync(
        Actor actor, string name, TokenScope scope, int days, string password, CancellationToken cancellationToken)
    {
        AccountFault[] faults =
        [
            .. AccountNames.CheckPasskeyName(name) is null ? Array.Empty<AccountFault>() : [AccountFault.TokenNameInvalid],
            .. AccessToken.Terms.Contains(days) ? Array.Empty<AccountFault>() : [AccountFault.TermInvalid],
        ];
        if (faults.Length > 0)
        {
            return new AccountResult(faults);
        }

        var asks = await AsksForPasswordAsync(actor, cancellationToken);
        if (asks && await confirmation.ConfirmAsync(actor, password, cancellationToken) is { Succeeded: false } refused)
        {
            return refused;
        }

        await using var turn = await gate.EnterAsync(cancellationToken);
        var (context, now) = (turn.Context, clock.UtcNow());
        var own = await context.Accounts.AsNoTracking()
            .SingleOrDefaultAsync(account => account.Id == actor.AccountId && account.DisabledAt == null, cancellationToken);
        var session = await context.Sessions.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == actor.Session && row.AccountId == actor.AccountId, cancellationToken);
        if (own is null || session is null)
        {
            return new AccountResult(AccountFault.NotFound);
        }

        if (!asks && session.BeganAt < now - Fresh)
        {
            return new AccountResult(AccountFault.SignInAgain);
        }

        if (await context.AccessTokens.CountAsync(token => token.AccountId == own.Id, cancellationToken) >= Most)
        {
            return new AccountResult(AccountFault.TooMany);
        }

        var secret = AccessToken.NewSecret();
        context.Add(new AccessToken
        {
            Id = Guid.NewGuid(), AccountId = own.Id, Name = name.Trim(), Hash = HashOf(secret), Scope = scope, SecondFactor = session.SecondFactor,
            MadeAt = now, ExpiresAt = now.AddDays(days),
        });
        log.Add(context, SecurityKinds.TokenMade, own.Id, own.DisplayName, actor.From, $"{name.Trim()}: {scope}, {days} days");
        await turn.SaveAsync(cancellationToken);
        return AccountResult.Done with { Secret = secret };
    }

    /// <summary>Revokes one of one's own tokens; one that is gone is refused as such.</summary>
    public async Task<AccountResult> RevokeAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        var context = turn.Context;
        if (await context.AccessTokens.SingleOrDefaultAsync(row => row.Id == id && row.AccountId == actor.AccountId, cancellationToken)
            is not { } token)
        {
            return new AccountResult(AccountFault.NotFound);
        }

        context.Remove(token);
        var name = await context.Accounts.Where(account => account.Id == actor.AccountId).Select(account => account.DisplayName)
            .SingleAsync(cancellationToken);
        log.Add(context, SecurityKinds.TokenRevoked, actor.AccountId, name, actor.From, token.Name);
        await turn.SaveAsync(cancellationToken);
        return AccountResult.Done;
    }

    /// <summary>How many were revoked, in words.</summary>
    internal static string Revoked(int count) => count == 1 ? "1 access token revoked" : $"{count} access tokens revoked";

    /// <summary>Revokes all tokens of an account with what is about to be saved; returns how many.</summary>
    internal static async Task<int> RevokeAllAsync(TrackerContext context, string accountId, CancellationToken cancellationToken)
    {
        var tokens = await context.AccessTokens.Where(token => token.AccountId == accountId).ToListAsync(cancellationToken);
        context.RemoveRange(tokens);
        return tokens.Count;
    }

    /// <summary>What is kept of a token.</summary>
    internal static string HashOf(string token) => Digest.Of(token);

    /// <summary>The tokens of an account, or of all, the newest first.</summary>
    internal static async Task<IReadOnlyList<ListedToken>> ListAsync(
        TrackerContext context, string? accountId, DateTime now, CancellationToken cancellationToken) =>
        await (from token in context.AccessTokens.AsNoTracking()
               join account in context.Accounts on token.AccountId equals account.Id
               where accountId == null || token.AccountId == accountId
               orderby token.MadeAt descending, token.Id
               select new ListedToken(
                   token.Id, token.Name, account.DisplayName, token.Scope, token.MadeAt, token.ExpiresAt, token.LastUsedAt,
                   token.ExpiresAt <= now)).ToListAsync(cancellationToken);
}
