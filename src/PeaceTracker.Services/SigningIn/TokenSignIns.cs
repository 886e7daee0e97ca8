using System.Data.Common;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.SigningIn;

/// <summary>Finds out whose a token is, as the store knows it now.</summary>
public sealed class TokenSignIns(
    IDbContextFactory<TrackerContext> contexts, WriteGate gate, SecondFactorRule rule, StoreMark mark, TimeProvider clock,
    ILogger<TokenSignIns> logger)
{
    /// <summary>The claim that names the token by which somebody came.</summary>
    public const string TokenClaim = "token";

    /// <summary>The claim that says what may be done with it.</summary>
    public const string ScopeClaim = "scope";

    // What is sent as a token and is longer than any is not looked for.
    private const int LongestSent = 100;

    private static readonly TimeSpan Exactness = TimeSpan.FromMinutes(1);

    private readonly MarkedAnswers<string, KnownToken?> _found = new();

    /// <summary>The person of a token, with the rights that its owner has now; null where it is none, was revoked or has expired.</summary>
    public async Task<ClaimsPrincipal?> FindAsync(string sent, string scheme, CancellationToken cancellationToken)
    {
        if (sent.Length > LongestSent || !sent.StartsWith(AccessToken.Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var (hash, now) = (OwnTokens.HashOf(sent), clock.GetUtcNow().UtcDateTime);
        if (await mark.AskAsync(_found, hash, () => AskAsync(hash, cancellationToken)) is not { } token || token.ExpiresAt <= now)
        {
            return null;
        }

        if (token.LastUsedAt is null || token.LastUsedAt <= now - Exactness)
        {
            await SeeAsync(token.Id, now, cancellationToken);
        }

        return new ClaimsPrincipal(new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, token.AccountId),
                new(ClaimTypes.Name, token.DisplayName),
                new(ClaimTypes.Role, rule.Effective(token.Role, token.SecondFactor).Name()),
                new(TokenClaim, token.Id.ToString("N")),
                new(ScopeClaim, token.Scope.ToString()),
            ],
            scheme));
    }

    private async Task<KnownToken?> AskAsync(string hash, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await (from token in context.AccessTokens.AsNoTracking()
                      join account in context.Accounts on token.AccountId equals account.Id
                      where token.Hash == hash && account.DisabledAt == null
                      select new KnownToken(
                          token.Id, account.Id, account.DisplayName, account.Role, token.Scope, token.SecondFactor, token.ExpiresAt,
                          token.LastUsedAt)).SingleOrDefaultAsync(cancellationToken);
    }

    // A store that can't be written at the moment still answers questions.
    private async Task SeeAsync(Guid id, DateTime now, CancellationToken cancellationToken)
    {
        try
        {
            await using var turn = await gate.EnterAsync(cancellationToken);
            if (await turn.Context.AccessTokens.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { } token
                && (token.LastUsedAt is null || token.LastUsedAt <= now - Exactness))
            {
                token.LastUsedAt = now;
                await turn.SaveAsync(cancellationToken);
            }
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException or StoreRefusal)
        {
            logger.LogWarning(fault, "That a token was used could not be noted");
        }
    }

    private sealed record KnownToken(
        Guid Id, string AccountId, string DisplayName, AccountRole Role, TokenScope Scope, bool SecondFactor, DateTime ExpiresAt,
        DateTime? LastUsedAt);
}
