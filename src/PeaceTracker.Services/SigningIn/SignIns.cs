using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.SigningIn;

/// <summary>How an attempt to sign in ended.</summary>
public enum SignInEnd
{
    /// <summary>Signed in.</summary>
    Done,
    /// <summary>The password was right; a code is asked for next.</summary>
    SecondFactor,
    /// <summary>Wrong address, password or code, or a passkey that is not known; which of them is not told.</summary>
    Wrong,
    /// <summary>What would show whether it is right can't be opened: the keys that the server had are not there.</summary>
    KeyLost,
    /// <summary>The first step was too long ago, or never: start again.</summary>
    TooLate,
    /// <summary>Right, but the account is disabled.</summary>
    Disabled,
    /// <summary>Too many attempts; not looked at.</summary>
    TooMany,
    /// <summary>The server has more passwords to check than it can at the moment.</summary>
    Busy,
}

/// <summary>An outcome, and how long to wait where there were too many attempts.</summary>
public sealed record SignInAnswer(SignInEnd End, TimeSpan? RetryAfter = null)
{
    /// <summary>How many wrong codes were typed on the account since its owner signed in before.</summary>
    public int WrongCodes { get; init; }
}

/// <summary>Signs people in. An unknown address costs the same time and gets the same words as a wrong password.</summary>
public sealed class SignIns(
    IDbContextFactory<TrackerContext> contexts, PasswordHashing hashing, SignInThrottle throttle, AccountSignIn signIn, OpenSessions sessions,
    ExternalSettings external, SecurityLog log)
{
    private const string Purpose = "password";

    /// <summary>Looks at an address and a password; sets the session's cookie where they are right.</summary>
    public async Task<SignInAnswer> WithPasswordAsync(string email, string password, string? from, CancellationToken cancellationToken)
    {
        var who = email.Trim();
        if (who.Length > AccountNames.LongestEmail || !external.AllowsPasswords)
        {
            // No account has such an address, or none has a password: nothing is counted, kept or looked up.
            return new SignInAnswer(SignInEnd.Wrong);
        }

        if (await throttle.BeginAsync(Purpose, who, from, cancellationToken) is { } wait)
        {
            await log.WriteFoldedAsync(SecurityKinds.Throttled, null, "", from, null, cancellationToken, Typed(who));
            return new SignInAnswer(SignInEnd.TooMany, wait);
        }

        using var place = throttle.Enter(from);
        if (place is null)
        {
            return new SignInAnswer(SignInEnd.Busy, TimeSpan.FromSeconds(2));
        }

        var account = await FindAsync(who, cancellationToken);
        var right = await hashing.VerifyAsync(account?.PasswordHash, password.Length <= PasswordRules.Longest ? password : "", cancellationToken);
        if (right is null)
        {
            return new SignInAnswer(SignInEnd.Busy, TimeSpan.FromSeconds(10));
        }

        if (right == false || account is null)
        {
            await log.WriteAsync(
                SecurityKinds.SignInFailed, account?.Id, account?.DisplayName ?? "", from, null, cancellationToken,
                account is null ? Typed(who) : null);
            return new SignInAnswer(SignInEnd.Wrong);
        }

        await throttle.SucceedAsync(Purpose, who, from, cancellationToken);
        if (account.DisabledAt is not null)
        {
            await log.WriteAsync(SecurityKinds.SignInFailed, account.Id, account.DisplayName, from, "The account is disabled.", cancellationToken);
            return new SignInAnswer(SignInEnd.Disabled);
        }

        if (account.TwoFactorEnabled)
        {
            await signIn.AskForCodeAsync(account);
            return new SignInAnswer(SignInEnd.SecondFactor);
        }

        await signIn.SignInAsync(account, isPersistent: false);
        await log.WriteAsync(SecurityKinds.SignedIn, account.Id, account.DisplayName, from, "With a password.", cancellationToken);
        return new SignInAnswer(SignInEnd.Done);
    }

    /// <summary>Signs in an account that was just made or has just proved itself otherwise.</summary>
    public async Task SignInAsync(string accountId, string? from, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await context.Accounts.AsNoTracking().SingleAsync(a => a.Id == accountId, cancellationToken);
        await signIn.SignInAsync(account, isPersistent: false);
        await log.WriteAsync(SecurityKinds.SignedIn, account.Id, account.DisplayName, from, null, cancellationToken);
    }

    /// <summary>Ends the session of this browser, and with it every copy of its cookie.</summary>
    public async Task SignOutAsync(Actor actor, string name, CancellationToken cancellationToken)
    {
        await signIn.SignOutAsync();
        await sessions.EndAsync(actor, actor.Session ?? "", name, SecurityKinds.SignedOut, cancellationToken);
    }

    // What is no address may be a password in the wrong field: it is not kept.
    private static string? Typed(string text) => AccountNames.CheckEmail(text) is null ? text : null;

    private async Task<Account?> FindAsync(string email, CancellationToken cancellationToken)
    {
        var key = AccountNames.Key(email);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.NormalizedEmail == key, cancellationToken);
    }
}
