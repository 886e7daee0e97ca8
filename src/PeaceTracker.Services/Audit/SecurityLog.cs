using System.Collections.Concurrent;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.Audit;

/// <summary>The kinds of security events.</summary>
public static class SecurityKinds
{
    /// <summary>Somebody signed in.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>A wrong password or code, or no such account.</summary>
    public const string SignInFailed = "sign-in-failed";

    /// <summary>An attempt that was not looked at, because there had been too many.</summary>
    public const string Throttled = "throttled";

    /// <summary>Somebody signed out.</summary>
    public const string SignedOut = "signed-out";

    /// <summary>The first administrator was made.</summary>
    public const string SetUp = "set-up";

    /// <summary>An account was made, by an invitation or at the command line.</summary>
    public const string AccountMade = "account-made";

    /// <summary>Somebody was invited.</summary>
    public const string Invited = "invited";

    /// <summary>An invitation was taken back.</summary>
    public const string InvitationWithdrawn = "invitation-withdrawn";

    /// <summary>A role was changed.</summary>
    public const string RoleChanged = "role-changed";

    /// <summary>An account was disabled.</summary>
    public const string Disabled = "account-disabled";

    /// <summary>A disabled account was taken into use again.</summary>
    public const string Enabled = "account-enabled";

    /// <summary>An account's sessions were ended.</summary>
    public const string SessionsEnded = "sessions-ended";

    /// <summary>A password was changed by its owner, or reset.</summary>
    public const string PasswordChanged = "password-changed";

    /// <summary>Somebody changed the name that the board shows.</summary>
    public const string Renamed = "renamed";

    /// <summary>Signing in with codes was switched on.</summary>
    public const string CodesOn = "codes-on";

    /// <summary>Signing in with codes was switched off.</summary>
    public const string CodesOff = "codes-off";

    /// <summary>New recovery codes were made.</summary>
    public const string RecoveryCodesMade = "recovery-codes-made";

    /// <summary>A recovery code was used up.</summary>
    public const string RecoveryCodeUsed = "recovery-code-used";

    /// <summary>A passkey was added.</summary>
    public const string PasskeyAdded = "passkey-added";

    /// <summary>A save was refused: who asked had not the right.</summary>
    public const string SaveRefused = "save-refused";

    /// <summary>An outcome was submitted for approval.</summary>
    public const string OutcomeSubmitted = "outcome-submitted";

    /// <summary>A submitted outcome was returned to its author.</summary>
    public const string OutcomeReturned = "outcome-returned";

    /// <summary>A passkey was removed.</summary>
    public const string PasskeyRemoved = "passkey-removed";

    /// <summary>Somebody asked for a page without the right to it.</summary>
    public const string AccessRefused = "access-refused";
}

/// <summary>Writes down what happened to accounts and what was refused; read on the audit page.</summary>
public sealed class SecurityLog(WriteGate gate, TimeProvider clock)
{
    /// <summary>The name of whoever is not signed in any more.</summary>
    internal const string Nobody = "nobody signed in";

    private const int Longest = 200;
    private const int MostThrottled = 10_000;

    private readonly ConcurrentDictionary<string, DateTimeOffset> throttled = new(StringComparer.Ordinal);

    /// <summary>Writes an event that stands alone.</summary>
    public async Task WriteAsync(string kind, string? accountId, string who, string? from, string? detail, CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        var context = turn.Context;
        Add(context, kind, accountId, who, from, detail);
        await turn.SaveAsync(cancellationToken);
    }

    /// <summary>
    /// Writes that an attempt was not looked at; of very many from one address one in a minute, because each costs a turn at the gate.
    /// </summary>
    public async Task WriteThrottledAsync(string? accountId, string who, string? from, string? detail, CancellationToken cancellationToken)
    {
        var (key, now) = ($"{accountId} {from}", clock.GetUtcNow());
        if (throttled.TryGetValue(key, out var last) && now - last < TimeSpan.FromMinutes(1))
        {
            return;
        }

        if (throttled.Count > MostThrottled)
        {
            throttled.Clear();
        }

        throttled[key] = now;
        await WriteAsync(SecurityKinds.Throttled, accountId, who, from, detail, cancellationToken);
    }

    /// <summary>Adds an event to what is about to be saved, so that the one is not there without the other.</summary>
    internal void Add(TrackerContext context, string kind, string? accountId, string who, string? from, string? detail = null) =>
        context.SecurityEvents.Add(new SecurityEvent
        {
            RecordedAt = clock.GetUtcNow().UtcDateTime,
            Kind = kind,
            AccountId = accountId,
            Who = Short(who),
            From = from,
            Detail = detail is null ? null : Short(detail),
        });

    // What a stranger typed is kept only so far that it can be recognised.
    private static string Short(string text)
    {
        var visible = string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c));
        return visible.Length <= Longest ? visible : visible[..(Longest - 1)] + "…";
    }
}
