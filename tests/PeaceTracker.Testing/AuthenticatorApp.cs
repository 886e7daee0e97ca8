using System.Globalization;
using System.Security.Cryptography;

namespace PeaceTracker.Testing;

/// <summary>An app that makes codes, written from RFC 6238 and RFC 4648 and not from the program: it knows what the link says and no more.</summary>
public sealed class AuthenticatorApp
{
    private readonly byte[] key;
    private readonly int seconds;
    private readonly int digits;

    /// <summary>Takes the key from a link of the kind <c>otpauth://totp/…</c>.</summary>
    public AuthenticatorApp(string link)
    {
        var address = new Uri(link);
        if (address.Scheme != "otpauth" || address.Host != "totp")
        {
            throw new ArgumentException($"No link that an app would open: {link}", nameof(link));
        }

        var values = address.Query.TrimStart('?').Split('&')
            .Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        (key, seconds, digits) = (
            Decode(values["secret"]),
            int.Parse(values["period"], CultureInfo.InvariantCulture),
            int.Parse(values["digits"], CultureInfo.InvariantCulture));
        (Account, Issuer) = (Uri.UnescapeDataString(address.AbsolutePath.TrimStart('/')), values["issuer"]);
    }

    /// <summary>What the app writes above the code.</summary>
    public string Account { get; }

    /// <summary>Who the code is for.</summary>
    public string Issuer { get; }

    /// <summary>The code that it shows at a moment.</summary>
    public string CodeAt(DateTimeOffset time)
    {
        var counter = BitConverter.GetBytes(time.ToUnixTimeSeconds() / seconds);
        Array.Reverse(counter); // the most significant byte first
#pragma warning disable CA5350 // what the standard asks for
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var offset = hash[19] % 16;
        var number = (((long)hash[offset] % 128) * 16_777_216) + (hash[offset + 1] * 65_536L) + (hash[offset + 2] * 256L) + hash[offset + 3];
        return (number % (long)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    private static byte[] Decode(string text)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(text.Select(c => Convert.ToString(Alphabet.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(8 * i, 8), 2))];
    }
}
