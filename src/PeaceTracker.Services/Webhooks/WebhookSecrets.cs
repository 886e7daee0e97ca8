using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace PeaceTracker.Services.Webhooks;

/// <summary>The secrets by which deliveries are signed: sealed with the keys of the program, shown once.</summary>
public sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    private const int Bytes = 32;

    private readonly IDataProtector _protector = protection.CreateProtector("PeaceTracker.Webhook");

    /// <summary>A new secret, of 256 random bits.</summary>
    internal static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    internal byte[] Seal(string secret) => _protector.Protect(Encoding.ASCII.GetBytes(secret));

    /// <summary>A secret that was sealed; null where the keys are others than those it was sealed with.</summary>
    public string? Open(byte[] sealedSecret)
    {
        try
        {
            return Encoding.ASCII.GetString(_protector.Unprotect(sealedSecret));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>
    /// The signature of a body that is sent at a moment: HMAC with SHA-256 of the moment in seconds, a full stop and the body, by the secret's
    /// letters. It holds the moment, so that what was caught on its way can't be sent again much later.
    /// </summary>
    public static string Signature(string secret, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{seconds}."), .. body];
        return $"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(secret), signed))}";
    }
}
