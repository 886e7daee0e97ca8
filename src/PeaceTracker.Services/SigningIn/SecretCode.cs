using System.Security.Cryptography;
using System.Text;

namespace PeaceTracker.Services.SigningIn;

/// <summary>Codes that a person can read off one screen and type into another, too long to be found by trying.</summary>
internal static class SecretCode
{
    // Crockford's 32 characters: none that is taken for another.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    // Characters of 5 bits: 130 and 75.
    private const int Length = 26;

    /// <summary>The length of codes that are kept on paper and useless without a password besides.</summary>
    public const int Short = 15;

    /// <summary>A new code in groups: <c>7K3QD-…</c>.</summary>
    public static string New(int length = Length)
    {
        var characters = RandomNumberGenerator.GetString(Alphabet, length);
        return string.Join('-', characters.Chunk(5).Select(group => new string(group)));
    }

    /// <summary>What is kept of a code; what is typed with blanks, small letters, O for 0 or I for 1 is the same code.</summary>
    public static string Hash(string typed)
    {
        var plain = new StringBuilder(Length);
        foreach (var c in typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Take(2 * Length))
        {
            plain.Append(c switch { 'O' => '0', 'I' or 'L' => '1', _ => c });
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(plain.ToString())));
    }

    /// <summary>Whether two hashes are the same, in a time that does not tell where they differ.</summary>
    public static bool Same(string hash, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(other));
}
