using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Services.SigningIn;

/// <summary>What a password has to be: long, and not among those that are tried first. Nothing about kinds of characters.</summary>
public static class PasswordRules
{
    /// <summary>The fewest characters.</summary>
    public const int Shortest = 12;

    /// <summary>The most characters.</summary>
    public const int Longest = 256;

    /// <summary>What is wrong with a password; null where nothing is. The owner's address and name make it easy to guess, too.</summary>
    public static AccountFault? Check(string typed, string email, string name) =>
        Normal(typed) is var password && password.Length < Shortest ? AccountFault.PasswordTooShort
        : password.Length > Longest ? AccountFault.PasswordTooLong
        : CommonPasswords.Has(password, [.. Words(email), .. Words(name)]) ? AccountFault.PasswordCommon
        : null;

    /// <summary>A password as it is hashed: the same letters are the same characters, whatever device they were typed on.</summary>
    public static string Normal(string typed) => TypedText.Normalized(typed);

    private static IEnumerable<string> Words(string text)
    {
        var words = text.ToLowerInvariant().Split([' ', '@', '.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries);
        return words.Append(string.Concat(words)).Where(word => word.Length >= 3);
    }
}
