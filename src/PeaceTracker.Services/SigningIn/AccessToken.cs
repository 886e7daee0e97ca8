using System.Buffers.Text;
using System.Security.Cryptography;

namespace PeaceTracker.Services.SigningIn;

/// <summary>
/// What a program shows in the place of a person: it has that person's rights, narrowed by its scope, until it expires or is revoked. Only a hash of
/// it is kept.
/// </summary>
public sealed class AccessToken
{
    /// <summary>The longest time that one lasts.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <summary>For how many days one can be made.</summary>
    public static readonly IReadOnlyList<int> Terms = [30, 90, 365];

    /// <summary>By what one is recognised, wherever it turns up.</summary>
    public const string Prefix = "pt_";

    private const int Bytes = 32;

    /// <summary>A new one, as it is shown once.</summary>
    internal static string NewSecret() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether what was sent could be one.</summary>
    internal static bool IsForm(string sent) =>
        sent.StartsWith(Prefix, StringComparison.Ordinal) && sent.Length == Prefix.Length + Base64Url.GetEncodedLength(Bytes)
        && Base64Url.IsValid(sent.AsSpan(Prefix.Length));

    /// <summary>Its number.</summary>
    public required Guid Id { get; init; }

    /// <summary>The account whose rights it has.</summary>
    public required string AccountId { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The hash of the token (SHA-256, in hexadecimal).</summary>
    public required string Hash { get; init; }

    /// <summary>What may be done with it.</summary>
    public required TokenScope Scope { get; init; }

    /// <summary>Whether it was made in a session that began with more than a password.</summary>
    public required bool SecondFactor { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>From when on it is worth nothing (UTC).</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>When it was last used (UTC), to within a minute; null where it never was.</summary>
    public DateTime? LastUsedAt { get; set; }
}

/// <summary>What may be done with a token, beneath the rights of its owner.</summary>
public enum TokenScope
{
    /// <summary>Read what the owner may read.</summary>
    Read,
    /// <summary>Read, and record what the owner may record.</summary>
    Write,
}
