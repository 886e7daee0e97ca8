using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.SigningIn;

/// <summary>Finds out whose a token is, as the store knows it now.</summary>
public sealed class TokenSignIns(
    IDbContextFactory<TrackerContext> contexts, WriteGate gate, SecondFactorRule rule, ExternalSettings external, StoreMark mark,
    TimeProvider clock, ILogger<TokenSignIns> logger)
{
    /// <summary>The claim that names the token by which somebody came.</summary>
    public const string TokenClaim = "token";

    /// <summary>The claim that says what may be done with it.</summary>
    public const string ScopeClaim = "scope";

    /// <summary>
    /// How long a token works after its owner's last sign-in where only another service vouches for people: whoever has no account there any more
    /// can't sign in here, and is not told of here.
    /// </summary>
    public static readonly TimeSpan SinceSignIn = TimeSpan.FromDays(30);

    private static readonly TimeSpan Exactness = TimeSpan.FromMinutes(1);

    private readonly MarkedAnswers<string, KnownToken?> _found = new();
    private readonly ConcurrentDictionary<Guid, Task> _noting = new();

    /// <summary>All uses that are being noted at the moment.</summary>
    internal Task Noting => Task.WhenAll(_noting.Values);

    /// <summary>
    /// The person of a token, with the rights that its owner has now; null where it is none, was revoked or has expired. What has not the form of one
    /// is not looked for. That it was used is noted beside the request, which nobody's writing holds up.
    /// </summary>
    public async Task<ClaimsPrincipal?> FindAsync(string sent, string scheme, CancellationToken cancellationToken)
    {
        if (!AccessToken.IsForm(sent))
        {
            return null;
        }

        var (hash, now) = (OwnTokens.HashOf(sent), clock.UtcNow());
        if (await mark.AskAsync(_found, hash, () => AskAsync(hash, cancellationToken), keepsNothing: false) is not { } token || token.ExpiresAt <= now
            || (!external.AllowsPasswords && !(token.SignedInAt > now - SinceSignIn)))
        {
            return null;
        }

        if (token.LastUsedAt is null || token.LastUsedAt <= now - Exactness)
        {
            Note(token.Id, now);
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
        var found = await (from token in context.AccessTokens.AsNoTracking()
                      join account in context.Accounts on token.AccountId equals account.Id
                      where token.Hash == hash && account.DisabledAt == null
                      select new KnownToken(
                          token.Id, account.Id, account.DisplayName, account.Role, token.Scope, token.SecondFactor, token.ExpiresAt,
                          token.LastUsedAt, null)).SingleOrDefaultAsync(cancellationToken);
        return found is null || external.AllowsPasswords ? found : found with
        {
            SignedInAt = await context.SecurityEvents.Where(row => row.AccountId == found.AccountId && row.Kind == SecurityKinds.SignedIn)
                .MaxAsync(row => (DateTime?)row.RecordedAt, cancellationToken),
        };
    }

    // One at a time for each token; the next request notes it where this one does not.
    private void Note(Guid id, DateTime now)
    {
        var noting = new Task<Task>(() => SeeAsync(id, now));
        if (_noting.TryAdd(id, noting.Unwrap()))
        {
            noting.Start(TaskScheduler.Default);
        }
    }

    // A store that can't be written at the moment still answers questions.
    private async Task SeeAsync(Guid id, DateTime now)
    {
        try
        {
            await using var turn = await gate.TryEnterAsync(CancellationToken.None);
            if (turn is not null && await turn.Context.AccessTokens.SingleOrDefaultAsync(row => row.Id == id) is { } token
                && (token.LastUsedAt is null || token.LastUsedAt <= now - Exactness))
            {
                token.LastUsedAt = now;
                await turn.SaveAsync(CancellationToken.None);
            }
        }
#pragma warning disable CA1031 // Nobody waits for it: what fails here is said in the log, also while the program ends.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            logger.LogWarning(fault, "That a token was used could not be noted");
        }
        finally
        {
            _noting.TryRemove(id, out _);
        }
    }

    private sealed record KnownToken(
        Guid Id, string AccountId, string DisplayName, AccountRole Role, TokenScope Scope, bool SecondFactor, DateTime ExpiresAt,
        DateTime? LastUsedAt, DateTime? SignedInAt);
}
