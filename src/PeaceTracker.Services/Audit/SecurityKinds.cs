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

    /// <summary>An administrator said that mails to somebody come back, or that they arrive again.</summary>
    public const string MailReturned = "mail-returned";

    /// <summary>A save was refused: who asked had not the right.</summary>
    public const string SaveRefused = "save-refused";

    /// <summary>An outcome was submitted for approval.</summary>
    public const string OutcomeSubmitted = "outcome-submitted";

    /// <summary>A submitted outcome was returned to its author.</summary>
    public const string OutcomeReturned = "outcome-returned";

    /// <summary>An account was erased.</summary>
    public const string Erased = "account-erased";

    /// <summary>A passkey was removed.</summary>
    public const string PasskeyRemoved = "passkey-removed";

    /// <summary>A token was made, by which a program asks for its owner.</summary>
    public const string TokenMade = "token-made";

    /// <summary>A token was revoked, by its owner or an administrator.</summary>
    public const string TokenRevoked = "token-revoked";

    /// <summary>Somebody asked for a page without the right to it.</summary>
    public const string AccessRefused = "access-refused";

    /// <summary>An address was approved that is told of changes.</summary>
    public const string WebhookAdded = "webhook-added";

    /// <summary>Nothing is sent to such an address for the time being.</summary>
    public const string WebhookPaused = "webhook-paused";

    /// <summary>Such an address is told of changes again.</summary>
    public const string WebhookResumed = "webhook-resumed";

    /// <summary>Such an address was removed.</summary>
    public const string WebhookRemoved = "webhook-removed";

    /// <summary>A delivery was sent again by hand.</summary>
    public const string WebhookResent = "webhook-resent";
}
