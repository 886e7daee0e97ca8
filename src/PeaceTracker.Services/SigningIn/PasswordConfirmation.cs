using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.SigningIn;

/// <summary>Asks for the present password before the ways to sign in are changed: an open session alone must not be enough for that.</summary>
public sealed class PasswordConfirmation(
    IDbContextFactory<TrackerContext> contexts, PasswordHashing hashing, SignInThrottle throttle, SecurityLog log)
{
    private const string Purpose = "own password";

    /// <summary>Done where the password is the present one.</summary>
    internal async Task<AccountResult> ConfirmAsync(Actor actor, string password, CancellationToken cancellationToken)
    {
        if (throttle.Begin(Purpose, actor.AccountId, actor.From) is { } wait)
        {
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
                    SecurityKinds.SignInFailed, actor.AccountId, own?.DisplayName ?? "", actor.From, "Wrong present password.", cancellationToken);
                return new AccountResult(AccountFault.PasswordWrong);
            default:
                throttle.Succeed(Purpose, actor.AccountId, actor.From);
                return AccountResult.Done;
        }
    }
}
