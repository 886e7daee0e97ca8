using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Services.Administration;

/// <summary>What is said of a refusal where there is no page: at the command line and at start.</summary>
internal static class AccountSentences
{
    public static string Of(AccountFault fault) => fault switch
    {
        AccountFault.EmailInvalid => "That is not an e-mail address.",
        AccountFault.EmailTaken => "There is already an account with that address.",
        AccountFault.NameInvalid => $"The name must have 1 to {AccountNames.LongestName} characters, all of them visible.",
        AccountFault.NameTaken => "Somebody else has that name. Add something to tell the two apart.",
        AccountFault.PasswordTooShort => $"The password must have at least {PasswordRules.Shortest} characters.",
        AccountFault.PasswordTooLong => $"The password may have at most {PasswordRules.Longest} characters.",
        AccountFault.PasswordCommon => "The password is too easy to guess: a common word, a name, or the address itself.",
        AccountFault.LastAdministrator => "It is the only administrator: make another one first.",
        AccountFault.NotFound => "There is no account with that address.",
        AccountFault.Closed => "There is an administrator already.",
        AccountFault.PasswordWrong or AccountFault.CodeWrong or AccountFault.CodeExpired or AccountFault.OwnAccount
            or AccountFault.NotDisabled or AccountFault.NotAllowed
            or AccountFault.TooManyAttempts or AccountFault.Busy or AccountFault.TooMany or AccountFault.PasskeyNameInvalid
            or AccountFault.PasskeyRefused or AccountFault.CodesOn or AccountFault.CodesOff or AccountFault.TokenNameInvalid
            or AccountFault.TermInvalid or AccountFault.SignInAgain => "It is not possible at the moment.",
    };
}
