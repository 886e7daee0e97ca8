using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.SigningIn;

/// <summary>Whether an account has codes switched on, how many recovery codes are left, and the key that waits to be confirmed.</summary>
public sealed record CodesView(bool On, int RecoveryCodesLeft, NewCodeKey? Waiting);

/// <summary>A key on its way into an app: in groups, to be typed, and as a link that the app opens.</summary>
public sealed record NewCodeKey(string Text, string Link);

/// <summary>What people do with the codes of their own account. A key counts only once a code of it was typed in.</summary>
public sealed class OwnCodes(
    IDbContextFactory<TrackerContext> contexts, WriteGate gate, PasswordConfirmation confirmation, CodeKeys keys, SecurityLog log,
    AccountBus bus, TimeProvider clock)
{
    /// <summary>How long a new key waits for its first code.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(15);

    private const string Product = "PeaceTracker";

    /// <summary>
    /// How the account of whoever is signed in stands. An app lists the codes of several boards: <paramref name="host"/> is what this one is
    /// known by.
    /// </summary>
    public async Task<CodesView> FindAsync(Actor actor, CancellationToken cancellationToken, string? host = null)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == actor.AccountId, cancellationToken) is not { } own)
        {
            return new CodesView(false, 0, null);
        }

        var left = await context.RecoveryCodes.CountAsync(row => row.AccountId == own.Id, cancellationToken);
        var waiting = own.TwoFactorEnabled ? null : await WaitingAsync(context, actor, cancellationToken);
        return new CodesView(
            own.TwoFactorEnabled, own.TwoFactorEnabled ? left : 0, waiting is null ? null : View(waiting.Value.Key, own.Email ?? "", host));
    }

    /// <summary>Makes a key, to be taken into an app and confirmed by <see cref="SwitchOnAsync"/>.</summary>
    public Task<AccountResult> BeginAsync(Actor actor, string password, CancellationToken cancellationToken) =>
        ConfirmedAsync(actor, password, async (context, account) =>
        {
            if (account.TwoFactorEnabled)
            {
                return new AccountResult(AccountFault.CodesOn);
            }

            await CodeKeys.ForgetAsync(context, account.Id, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            context.CodeKeys.Add(
                new CodeKey
                {
                    AccountId = account.Id, Sealed = keys.Seal(TimedCode.NewKey()), MadeAt = clock.GetUtcNow().UtcDateTime, Session = actor.Session,
                });
            return AccountResult.Done;
        }, cancellationToken);

    /// <summary>
    /// Switches codes on by the first code of the new key and ends all other sessions; <see cref="AccountResult.RecoveryCodes"/> are shown once. No
    /// guess is worth anything here: whoever may ask sees the key.
    /// </summary>
    public async Task<AccountResult> SwitchOnAsync(Actor actor, string code, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> ended = [];
        var result = await SaveAsync(actor, async (context, account) =>
        {
            if (account.TwoFactorEnabled)
            {
                return new AccountResult(AccountFault.CodesOn);
            }

            if (await WaitingAsync(context, actor, cancellationToken) is not var (row, key))
            {
                return new AccountResult(AccountFault.CodeExpired);
            }

            if (TimedCode.Find(key, code, clock.GetUtcNow(), row.LastStep) is not { } step)
            {
                return new AccountResult(AccountFault.CodeWrong);
            }

            (row.LastStep, account.TwoFactorEnabled) = (step, true);
            if (await context.Sessions.SingleOrDefaultAsync(row => row.Id == actor.Session, cancellationToken) is { } own)
            {
                own.SecondFactor = true;
            }

            // Whoever got in with the password alone is out.
            ended = await OpenSessions.EndAllAsync(context, account.Id, actor.Session, cancellationToken);
            log.Add(context, SecurityKinds.CodesOn, account.Id, account.DisplayName, actor.From);
            return new AccountResult { RecoveryCodes = await CodeKeys.RenewRecoveryCodesAsync(context, account.Id, cancellationToken) };
        }, cancellationToken);
        foreach (var session in result.Succeeded ? ended : [])
        {
            bus.PublishEnd(session);
        }

        return result;
    }

    /// <summary>Switches codes off and forgets the key and the recovery codes.</summary>
    public Task<AccountResult> SwitchOffAsync(Actor actor, string password, CancellationToken cancellationToken) =>
        ConfirmedAsync(actor, password, async (context, account) =>
        {
            if (!account.TwoFactorEnabled)
            {
                return new AccountResult(AccountFault.CodesOff);
            }

            account.TwoFactorEnabled = false;
            await CodeKeys.ForgetAsync(context, account.Id, cancellationToken);
            log.Add(context, SecurityKinds.CodesOff, account.Id, account.DisplayName, actor.From);
            return AccountResult.Done;
        }, cancellationToken);

    /// <summary>Makes new recovery codes, shown once; earlier ones stop working.</summary>
    public Task<AccountResult> RenewRecoveryCodesAsync(Actor actor, string password, CancellationToken cancellationToken) =>
        ConfirmedAsync(actor, password, async (context, account) =>
        {
            if (!account.TwoFactorEnabled)
            {
                return new AccountResult(AccountFault.CodesOff);
            }

            log.Add(context, SecurityKinds.RecoveryCodesMade, account.Id, account.DisplayName, actor.From);
            return new AccountResult { RecoveryCodes = await CodeKeys.RenewRecoveryCodesAsync(context, account.Id, cancellationToken) };
        }, cancellationToken);

    private async Task<AccountResult> ConfirmedAsync(
        Actor actor, string password, Func<TrackerContext, Account, Task<AccountResult>> change, CancellationToken cancellationToken) =>
        await confirmation.ConfirmAsync(actor, password, cancellationToken) is { Succeeded: false } refused
            ? refused
            : await SaveAsync(actor, change, cancellationToken);

    private async Task<AccountResult> SaveAsync(
        Actor actor, Func<TrackerContext, Account, Task<AccountResult>> change, CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        var context = turn.Context;
        if (await context.Accounts.SingleOrDefaultAsync(a => a.Id == actor.AccountId && a.DisabledAt == null, cancellationToken) is not { } account)
        {
            return new AccountResult(AccountFault.NotFound);
        }

        var result = await change(context, account);
        if (result.Succeeded)
        {
            account.ConcurrencyStamp = Account.NewStamp();
            await turn.SaveAsync(cancellationToken);
        }

        return result;
    }

    private async Task<(CodeKey Row, byte[] Key)?> WaitingAsync(TrackerContext context, Actor actor, CancellationToken cancellationToken) =>
        await CodeKeys.FindAsync(context, actor.AccountId, cancellationToken) is { } row && row.Session == actor.Session
            && row.MadeAt + Wait > clock.GetUtcNow().UtcDateTime
            && keys.Open(row) is { } key
            ? (row, key)
            : null;

    private static NewCodeKey View(byte[] key, string email, string? host)
    {
        var text = TimedCode.Text(key);
        var issuer = Uri.EscapeDataString(host is null ? Product : $"{Product} {host}");
        return new NewCodeKey(
            string.Join(' ', text.Chunk(4).Select(group => new string(group))),
            $"otpauth://totp/{issuer}:{Uri.EscapeDataString(email)}?secret={text}&issuer={issuer}"
            + $"&algorithm=SHA1&digits={TimedCode.Digits}&period={TimedCode.TimeStepSeconds}");
    }
}
