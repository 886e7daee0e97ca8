using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Services.Administration;

/// <summary>What administrators do with everybody's tokens: see them, and revoke them.</summary>
public sealed class TokenAdministration(IDbContextFactory<TrackerContext> contexts, WriteGate gate, SecurityLog log, TimeProvider clock)
{
    /// <summary>All tokens, the newest first, for an administrator; null for whoever is none, or no longer.</summary>
    public async Task<IReadOnlyList<ListedToken>?> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Administrators.FindAsync(context, actor, cancellationToken) is null ? null
            : await OwnTokens.ListAsync(context, null, clock.UtcNow(), cancellationToken);
    }

    /// <summary>Revokes somebody's token.</summary>
    public async Task<AccountResult> RevokeAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        var context = turn.Context;
        if (await Administrators.FindAsync(context, actor, cancellationToken) is not { } administrator)
        {
            return await Administrators.RefuseAsync(turn, log, actor, SecurityKinds.TokenRevoked, cancellationToken);
        }

        if (await context.AccessTokens.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } token)
        {
            return new AccountResult(AccountFault.NotFound);
        }

        var owner = await context.Accounts.Where(account => account.Id == token.AccountId).Select(account => account.DisplayName)
            .SingleAsync(cancellationToken);
        context.Remove(token);
        log.Add(context, SecurityKinds.TokenRevoked, administrator.Id, administrator.DisplayName, actor.From, $"{owner}: {token.Name}");
        await turn.SaveAsync(cancellationToken);
        return AccountResult.Done;
    }
}
