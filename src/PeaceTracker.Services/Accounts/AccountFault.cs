namespace PeaceTracker.Services.Accounts;

/// <summary>Why something about an account was refused.</summary>
public enum AccountFault
{
    /// <summary>The address is none that mail could go to.</summary>
    EmailInvalid,
    /// <summary>There is already an account with that address.</summary>
    EmailTaken,
    /// <summary>The name is empty, too long, or has characters that can't be seen.</summary>
    NameInvalid,
    /// <summary>Somebody else has the name: what they record must not look like another's.</summary>
    NameTaken,
    /// <summary>The password is too short.</summary>
    PasswordTooShort,
    /// <summary>The password is too long.</summary>
    PasswordTooLong,
    /// <summary>The password is among those that are tried first.</summary>
    PasswordCommon,
    /// <summary>The present password is not the one that was given.</summary>
    PasswordWrong,
    /// <summary>The code is not the right one, or was used already.</summary>
    CodeWrong,
    /// <summary>The code was the right one, but is too old.</summary>
    CodeExpired,
    /// <summary>There is an administrator already: no first one can be made.</summary>
    Closed,
    /// <summary>The account would leave nobody who can administer.</summary>
    LastAdministrator,
    /// <summary>It is one's own account: what takes a right away is done by somebody else.</summary>
    OwnAccount,
    /// <summary>The account is in use: it is disabled first.</summary>
    NotDisabled,
    /// <summary>There is no such account or invitation, or no longer.</summary>
    NotFound,
    /// <summary>Who asked has not the right, as the roles are now.</summary>
    NotAllowed,
    /// <summary>Too many attempts; see <see cref="AccountResult.RetryAfter"/>.</summary>
    TooManyAttempts,
    /// <summary>The server has more passwords to check than it can at the moment.</summary>
    Busy,
    /// <summary>There are as many as there may be.</summary>
    TooMany,
    /// <summary>The name of a passkey is empty, too long, or has characters that can't be seen.</summary>
    PasskeyNameInvalid,
    /// <summary>The name of a token is empty, too long, or has characters that can't be seen.</summary>
    TokenNameInvalid,
    /// <summary>A token is to last for a time that is none of those offered.</summary>
    TermInvalid,
    /// <summary>The session began too long ago for this.</summary>
    SignInAgain,
    /// <summary>Signing in with codes is on already, perhaps from another window.</summary>
    CodesOn,
    /// <summary>Signing in with codes is off, perhaps since another window switched it off.</summary>
    CodesOff,
    /// <summary>What the browser sent is no passkey that can be taken, or came too late.</summary>
    PasskeyRefused,
}

/// <summary>What came of a wish about an account: nothing to object to, or why it was refused and nothing changed.</summary>
public sealed record AccountResult(params IReadOnlyList<AccountFault> Faults)
{
    /// <summary>It was done.</summary>
    public static AccountResult Done { get; } = new();

    /// <summary>Whether it was done.</summary>
    public bool Succeeded => Faults.Count == 0;

    /// <summary>The account that it was about, where it was done.</summary>
    public string? AccountId { get; init; }

    /// <summary>What is shown once and kept nowhere: an invitation's code, a password that was made.</summary>
    public string? Secret { get; init; }

    /// <summary>The recovery codes that were made, likewise.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; init; } = [];

    /// <summary>How long to wait before the next attempt.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>
/// Who asks for something: the account that is signed in, the network address that it comes from, and the session, where it asks in one.
/// </summary>
public sealed record Actor(string AccountId, string? From, string? Session = null)
{
    /// <summary>The claim by which a person's session is known.</summary>
    public const string SessionClaim = "session";
}
