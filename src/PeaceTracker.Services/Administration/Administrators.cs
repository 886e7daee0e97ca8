using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.Administration;

/// <summary>Who may administer, asked in the same turn at the gate in which the change is saved.</summary>
internal static class Administrators
{
    /// <summary>The administrator who asks, as the roles are now; null where the account is not one.</summary>
    public static async Task<Account?> FindAsync(TrackerContext context, Actor actor, CancellationToken cancellationToken) =>
        await context.Accounts.AsNoTracking().SingleOrDefaultAsync(
            account => account.Id == actor.AccountId && account.Role == AccountRole.Administrator && account.DisabledAt == null, cancellationToken);

    /// <summary>Records that somebody asked to administer without the right to, and refuses.</summary>
    public static async Task<AccountResult> RefuseAsync(
        WriteTurn turn, SecurityLog log, Actor actor, string what, CancellationToken cancellationToken)
    {
        var name = await turn.Context.Accounts.Where(account => account.Id == actor.AccountId)
            .Select(account => account.DisplayName).SingleOrDefaultAsync(cancellationToken);
        log.AddFolded(
            turn.Context, SecurityKinds.AccessRefused, name is null ? null : actor.AccountId, name ?? SecurityLog.Nobody, actor.From,
            $"Asked for: {what}");
        await turn.SaveAsync(cancellationToken);
        return new AccountResult(AccountFault.NotAllowed);
    }
}
