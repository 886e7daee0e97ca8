using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Web.Features.SigningIn;

/// <summary>Refusals in words.</summary>
public static class FaultWords
{
    /// <summary>What was wrong and what to do.</summary>
    public static string Sentence(IStringLocalizer<Text> L, AccountFault fault) => fault switch
    {
        AccountFault.EmailInvalid => L["Enter an e-mail address, such as name@example.org."],
        AccountFault.EmailTaken => L["There is already an account with this address. Sign in with it, or use another address."],
        AccountFault.NameInvalid =>
            L["Enter the name that the board shows beside what you record: 1 to {0} characters, all of them visible.", AccountNames.LongestName],
        AccountFault.NameTaken => L["Somebody else here has this name. Add something to tell the two of you apart, such as an initial."],
        AccountFault.PasswordTooShort => L["Use at least {0} characters. Several words in a row are easy to remember.", PasswordRules.Shortest],
        AccountFault.PasswordTooLong => L["Use at most {0} characters.", PasswordRules.Longest],
        AccountFault.PasswordCommon => L["This password is too easy to guess: a common word, a name, keys in a row, or your own "
            + "address. Use four unrelated words, or let your password manager make one."],
        AccountFault.PasswordWrong => L["This is not your current password."],
        AccountFault.CodeWrong => L["This code is wrong, or it has been used already. Copy all of it and try again."],
        AccountFault.CodeExpired => L["This code is too old."],
        AccountFault.Closed => L["There is an administrator already."],
        AccountFault.LastAdministrator => L["This is the only administrator. Give somebody else that role first."],
        AccountFault.OwnAccount => L["This is your own account: another administrator must do this."],
        AccountFault.NotDisabled => L["This account is in use. Disable it first."],
        AccountFault.NotFound => L["This no longer exists. Load the page again."],
        AccountFault.NotAllowed => L["You no longer have the right to do this."],
        AccountFault.TooManyAttempts => L["Too many attempts. Wait a few minutes, then try again."],
        AccountFault.PasskeyNameInvalid => L["Enter a name of 1 to {0} characters, all of them visible.", AccountNames.LongestPasskeyName],
        AccountFault.PasskeyRefused => L["The passkey could not be added: the answer came too late, or the browser was at another address. "
            + "Start again."],
        AccountFault.TooMany => L["You have as many as you can. Remove one first."],
        AccountFault.TokenNameInvalid => L["Name the token with 1 to {0} characters, all of them visible.", AccountNames.LongestPasskeyName],
        AccountFault.TermInvalid => L["Choose one of the periods offered: a year is the longest."],
        AccountFault.SignInAgain => L["You signed in more than {0} minutes ago. Sign out, sign in again, and make the token then.",
            OwnTokens.Fresh.TotalMinutes],
        AccountFault.CodesOn => L["Codes are on already. If you have not seen your recovery codes, make new ones."],
        AccountFault.CodesOff => L["Codes are off already. Perhaps another window switched them off."],
        AccountFault.Busy => L["The server is busy. Nothing was changed; try again in a moment."],
    };
}
