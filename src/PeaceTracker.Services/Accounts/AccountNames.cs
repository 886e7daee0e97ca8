using System.Net.Mail;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.Accounts;

/// <summary>How addresses and names of accounts are written and compared.</summary>
public static class AccountNames
{
    /// <summary>The longest address.</summary>
    public const int LongestEmail = 254;

    /// <summary>The longest name.</summary>
    public const int LongestName = 80;

    /// <summary>What an address is found by, however it was typed.</summary>
    public static string Key(string email) => TypedText.Normalized(email.Trim()).ToUpperInvariant();

    /// <summary>What is wrong with an address; null where nothing is.</summary>
    public static AccountFault? CheckEmail(string email) =>
        email.Trim() is var plain && plain.Length <= LongestEmail
            && !plain.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '"')
        && MailAddress.TryCreate(plain, out var address) && address.Address == plain
            ? null : AccountFault.EmailInvalid;

    /// <summary>What is wrong with a name; null where nothing is.</summary>
    public static AccountFault? CheckName(string name) =>
        name.Trim() is { Length: > 0 and <= LongestName } plain && !plain.Any(IsUnseen) ? null : AccountFault.NameInvalid;

    /// <summary>The longest name of a passkey.</summary>
    public const int LongestPasskeyName = 60;

    /// <summary>What is wrong with the name of a passkey; null where nothing is.</summary>
    public static AccountFault? CheckPasskeyName(string name) =>
        name.Trim() is { Length: > 0 and <= LongestPasskeyName } plain && !plain.Any(IsUnseen) ? null : AccountFault.PasskeyNameInvalid;

    // Nor what turns the direction of the text round it, by which one name can be made to look like another.
    private static bool IsUnseen(char c) =>
        char.IsControl(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format
            or System.Globalization.UnicodeCategory.LineSeparator
            or System.Globalization.UnicodeCategory.ParagraphSeparator or System.Globalization.UnicodeCategory.PrivateUse;
}
