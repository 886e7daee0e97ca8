using System.Globalization;
using System.Net.Mail;
using System.Text;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.Accounts;

/// <summary>How addresses and names of accounts are written and compared.</summary>
public static class AccountNames
{
    // Cyrillic and Greek capitals that can't be told from Latin ones, in the order of those (Unicode TR 39, confusables).
    private const string LookAlikes = "АВЕЅІЈКМНОРСТУХԚԜҮ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
    private const string Latin = "ABESIJKMHOPCTYXQWY" + "ABEZHIKMNOPTYX";

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>The longest address.</summary>
    public const int LongestEmail = 254;

    /// <summary>The longest name.</summary>
    public const int LongestName = 80;

    /// <summary>
    /// What an address is found by, however it was typed: in capitals or not, its domain in its own script or as browsers write it for mail servers.
    /// </summary>
    public static string Key(string email)
    {
        var plain = TypedText.Normalized(email.Trim());
        var at = plain.LastIndexOf('@');
        return (at < 0 ? plain : plain[..(at + 1)] + (Ascii(plain[(at + 1)..]) ?? plain[(at + 1)..])).ToUpperInvariant();
    }

    /// <summary>What is wrong with an address; null where nothing is. What passes can be signed in with.</summary>
    public static AccountFault? CheckEmail(string email) =>
        email.Trim() is var plain && plain.Length <= LongestEmail
            && !plain.Any(c => char.IsWhiteSpace(c) || c is '<' or '>' or '"') && TypedText.Clean(plain).TakenOut == 0
            && MailAddress.TryCreate(plain, out var address) && address.Address == plain
            && Ascii(address.Host) is { } host && Uri.CheckHostName(host) == UriHostNameType.Dns
            ? null : AccountFault.EmailInvalid;

    /// <summary>What a name is known by: two that look the same are the same, also where their letters are of different scripts.</summary>
    public static string NameKey(string name) => string.Concat(string.Join(
        ' ', TypedText.Normalized(name, NormalizationForm.FormKC).Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant()
        .Select(letter => LookAlikes.IndexOf(letter) is >= 0 and var at ? Latin[at] : letter));

    /// <summary>What is wrong with a name; null where nothing is.</summary>
    public static AccountFault? CheckName(string name) =>
        name.Trim() is { Length: > 0 and <= LongestName } plain && IsSeen(plain) ? null : AccountFault.NameInvalid;

    /// <summary>The longest name of a passkey.</summary>
    public const int LongestPasskeyName = 60;

    /// <summary>What is wrong with the name of a passkey; null where nothing is.</summary>
    public static AccountFault? CheckPasskeyName(string name) =>
        name.Trim() is { Length: > 0 and <= LongestPasskeyName } plain && IsSeen(plain) ? null : AccountFault.PasskeyNameInvalid;

    // Nor what turns the direction of the text round it, by which one name can be made to look like another.
    private static bool IsSeen(string text) =>
        !TypedText.LooksEmpty(text) && TypedText.Clean(text).TakenOut == 0
        && !text.Any(c => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse);

    private static string? Ascii(string domain)
    {
        try
        {
            return Idn.GetAscii(domain);
        }
        catch (ArgumentException)
        {
            return null; // no name of a host in any script
        }
    }
}
