using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.SigningIn;

/// <summary>
/// The second step of signing in: a code from the app, or a recovery code. What was accepted once is never accepted again, even where two come at
/// once.
/// </summary>
public sealed class CodeSignIns(
    IDbContextFactory<TrackerContext> contexts, WriteGate gate, CodeKeys keys, SignInThrottle throttle, AccountSignIn signIn, SecurityLog log,
    TimeProvider clock)
{
    // Two clicks send one code twice, some moments apart: the second gets what the first got.
    private static readonly TimeSpan SameClick = TimeSpan.FromSeconds(30);

    /// <summary>The most wrong codes, and the most wrong recovery codes, that an account takes in a day.</summary>
    public const int MostInADay = 20;

    /// <summary>What is said of a wrong one.</summary>
    internal static string Wrong(string purpose) => $"Wrong {purpose}.";

    /// <summary>Whether the password was right in this browser some minutes ago, so that a code may be asked for.</summary>
    public async Task<bool> IsAskedAsync(CancellationToken cancellationToken) => await signIn.AskedAsync(cancellationToken) is not null;

    /// <summary>Takes a code from the app; sets the session's cookie where it is right.</summary>
    public Task<SignInAnswer> WithCodeAsync(string code, string? from, CancellationToken cancellationToken) =>
        TakeAsync("code", code, from, async (context, account) =>
        {
            if (await CodeKeys.FindAsync(context, account.Id, cancellationToken) is not { } row)
            {
                return SignInEnd.Wrong;
            }

            if (keys.Open(row) is not { } key)
            {
                return SignInEnd.KeyLost;
            }

            if (TimedCode.Find(key, code, clock.GetUtcNow(), row.LastStep) is not { } step)
            {
                return SignInEnd.Wrong;
            }

            row.LastStep = step;
            log.Add(context, SecurityKinds.SignedIn, account.Id, account.DisplayName, from, "With a password and a code.");
            return SignInEnd.Done;
        }, cancellationToken);

    /// <summary>Takes a recovery code and uses it up; sets the session's cookie where it is right.</summary>
    public Task<SignInAnswer> WithRecoveryCodeAsync(string code, string? from, CancellationToken cancellationToken) =>
        TakeAsync("recovery code", code, from, async (context, account) =>
        {
            var hash = SecretCode.Hash(code);
            if (await context.RecoveryCodes.SingleOrDefaultAsync(
                row => row.AccountId == account.Id && row.Hash == hash, cancellationToken) is not { } row)
            {
                return SignInEnd.Wrong;
            }

            context.Remove(row);
            var left = await context.RecoveryCodes.CountAsync(other => other.AccountId == account.Id, cancellationToken) - 1;
            log.Add(context, SecurityKinds.RecoveryCodeUsed, account.Id, account.DisplayName, from, $"{left} left.");
            log.Add(context, SecurityKinds.SignedIn, account.Id, account.DisplayName, from, "With a password and a recovery code.");
            return SignInEnd.Done;
        }, cancellationToken);

    private async Task<SignInAnswer> TakeAsync(
        string purpose, string code, string? from, Func<TrackerContext, Account, Task<SignInEnd>> take, CancellationToken cancellationToken)
    {
        if (await signIn.AskedAsync(cancellationToken) is not var (id, name, asked))
        {
            return new SignInAnswer(SignInEnd.TooLate);
        }

        // Counted from wherever: with many addresses, six digits would be guessed. Nobody gets here without the password.
        if (await throttle.BeginAnywhereAsync(purpose, id, SignInThrottle.MostOfPair, cancellationToken) is { } wait)
        {
            await log.WriteFoldedAsync(SecurityKinds.Throttled, id, name, from, $"With a {purpose}.", cancellationToken);
            return new SignInAnswer(SignInEnd.TooMany, wait);
        }

        if (await TriedTooOftenAsync(id, purpose, cancellationToken) is { } rest)
        {
            await log.WriteFoldedAsync(SecurityKinds.Throttled, id, name, from, $"With a {purpose}, after {MostInADay} wrong ones in a day.",
                cancellationToken);
            return new SignInAnswer(SignInEnd.TooMany, rest);
        }

        var click = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose} {id} {asked} {SecretCode.Hash(code)}")));
        var (end, account) = await SaveAsync(id, purpose, click, from, take, cancellationToken);
        if (account is null)
        {
            return new SignInAnswer(end);
        }

        await throttle.SucceedAnywhereAsync(purpose, id, cancellationToken);
        await signIn.FinishAsync(account);
        return new SignInAnswer(SignInEnd.Done) { WrongCodes = await OwnAccount.WrongCodesAsync(contexts, id, cancellationToken) };
    }

    // In the store, so that a restart forgives nothing: in a year of trying five in a quarter of an hour, one code in six would be found.
    private async Task<TimeSpan?> TriedTooOftenAsync(string id, string purpose, CancellationToken cancellationToken)
    {
        var (now, wrong) = (clock.GetUtcNow().UtcDateTime, Wrong(purpose));
        var since = now.AddDays(-1);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var tries = await context.SecurityEvents
            .Where(row => row.AccountId == id && row.Kind == SecurityKinds.SignInFailed && row.Detail == wrong && row.RecordedAt > since)
            .OrderBy(row => row.RecordedAt).Select(row => row.RecordedAt).ToListAsync(cancellationToken);
        return tries.Count >= MostInADay ? tries[^MostInADay].AddDays(1) - now : null;
    }

    private async Task<(SignInEnd End, Account? Account)> SaveAsync(
        string id, string purpose, string click, string? from, Func<TrackerContext, Account, Task<SignInEnd>> take,
        CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        var context = turn.Context;
        if (await context.Accounts.AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == id && a.DisabledAt == null && a.TwoFactorEnabled, cancellationToken) is not { } account)
        {
            return (SignInEnd.Wrong, null);
        }

        if (await ReplayGuard.IsUsedAsync(context, click, clock, cancellationToken))
        {
            return (SignInEnd.Done, account);
        }

        var end = await take(context, account);
        if (end == SignInEnd.Done)
        {
            await ReplayGuard.UseAsync(context, click, clock.GetUtcNow() + SameClick, clock, cancellationToken);
        }
        else if (end == SignInEnd.Wrong)
        {
            log.Add(context, SecurityKinds.SignInFailed, account.Id, account.DisplayName, from, Wrong(purpose));
        }

        await turn.SaveAsync(cancellationToken);
        return (end, end == SignInEnd.Done ? account : null);
    }
}
