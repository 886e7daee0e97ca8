using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.SigningIn;

/// <summary>Asks for the present password before the ways to sign in are changed: an open session alone must not be enough for that.</summary>
public sealed class PasswordConfirmation(
    IDbContextFactory<TrackerContext> contexts, PasswordHashing hashing, SignInThrottle throttle, OpenSessions sessions,
    SecurityLog log)
{
    private const string Purpose = "own password";

    /// <summary>Done where the password is the present one.</summary>
    internal async Task<AccountResult> ConfirmAsync(Actor actor, string password, CancellationToken cancellationToken)
    {
        // Counted from wherever: only who has a session gets here. One that goes on guessing is none of the owner's, and ends.
        if (await throttle.BeginAnywhereAsync(Purpose, actor.AccountId, SignInThrottle.MostOfPair, cancellationToken) is { } wait)
        {
            if (actor.Session is { } session)
            {
                await sessions.EndAsync(actor, session, "", SecurityKinds.Throttled, cancellationToken);
            }

            return new AccountResult(AccountFault.TooManyAttempts) { RetryAfter = wait };
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var own = await context.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == actor.AccountId, cancellationToken);
        switch (await hashing.VerifyAsync(own?.PasswordHash, password.Length <= PasswordRules.Longest ? password : "", cancellationToken))
        {
            case null:
                return new AccountResult(AccountFault.Busy);
            case false:
                await log.WriteAsync(
                    SecurityKinds.SignInFailed, actor.AccountId, own?.DisplayName ?? "", actor.From, "Wrong current password.", cancellationToken);
                return new AccountResult(AccountFault.PasswordWrong);
            default:
                await throttle.SucceedAnywhereAsync(Purpose, actor.AccountId, cancellationToken);
                return AccountResult.Done;
        }
    }
}
