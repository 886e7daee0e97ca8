using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PeaceTracker.Services.SigningIn;

/// <summary>Codes of six digits that change every half minute (RFC 6238).</summary>
internal static class TimedCode
{
    /// <summary>How many digits a code has.</summary>
    public const int Digits = 6;

    /// <summary>For how many seconds a code stands.</summary>
    public const int TimeStepSeconds = 30;

    // A clock that is half a minute wrong, or a code that is typed as it runs out.
    private const int Tolerance = 1;
    private const int KeyBytes = 20; // as long as the hash, as RFC 4226 recommends

    /// <summary>A new key.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    /// <summary>The time step of a moment.</summary>
    public static long TimeStepOf(DateTimeOffset time) => time.ToUnixTimeSeconds() / TimeStepSeconds;

    /// <summary>The code of a time step.</summary>
    public static string At(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The one hash that every app knows; what SHA-1 is broken for, two texts with one hash, does not matter to an HMAC.
        HMACSHA1.HashData(key, counter, mac);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 0xF)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The time step whose code was typed: this one or its neighbours, but none up to <paramref name="last"/>. Null where it is none of them.
    /// </summary>
    public static long? Find(byte[] key, string typed, DateTimeOffset now, long last)
    {
        var digits = string.Concat(typed.Where(c => !char.IsWhiteSpace(c)).Take(Digits + 1));
        if (digits.Length != Digits || !digits.All(char.IsAsciiDigit))
        {
            return null;
        }

        long? found = null;
        for (var step = TimeStepOf(now) - Tolerance; step <= TimeStepOf(now) + Tolerance; step++)
        {
            if (step > last && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(At(key, step)), Encoding.ASCII.GetBytes(digits)))
            {
                found ??= step;
            }
        }

        return found;
    }

    /// <summary>A key as apps take it: base 32 (RFC 4648), without padding, because its length needs none.</summary>
    public static string Text(byte[] key)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var text = new StringBuilder(key.Length * 8 / 5);
        var (bits, count) = (0, 0);
        foreach (var part in key)
        {
            (bits, count) = ((bits << 8) | part, count + 8);
            for (; count >= 5; count -= 5)
            {
                text.Append(Alphabet[(bits >> (count - 5)) & 31]);
            }

            bits &= (1 << count) - 1;
        }

        return text.ToString();
    }
}
