using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace PeaceTracker.Services.SigningIn;

/// <summary>What a page gives to the browser to ask an authenticator with, and what has to come back with the answer.</summary>
/// <param name="Options">The question, as JSON of the Web Authentication standard.</param>
/// <param name="State">What the server has to know again, sealed; good once, for some minutes.</param>
public sealed record PasskeyRequest(string Options, string State);

/// <summary>Seals what the server has to know again when an authenticator has answered, so that nothing is kept for whoever only asks.</summary>
public sealed class PasskeyStates(IDataProtectionProvider protection, ReplayGuard guard, TimeProvider clock)
{
    /// <summary>How long an answer may take.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    internal string Seal(string purpose, string state) =>
        Protector(purpose).Protect(string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow().ToUnixTimeSeconds()} {state}"));

    /// <summary>A state that was sealed; null where it was not, is too old, or was opened before.</summary>
    internal async Task<string?> OpenAsync(string purpose, string text, CancellationToken cancellationToken)
    {
        string[] parts;
        try
        {
            parts = Protector(purpose).Unprotect(text).Split(' ', 2);
        }
        catch (CryptographicException)
        {
            return null;
        }

        var sealedAt = DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[0], CultureInfo.InvariantCulture));
        // By what is in it: the sealed text itself could be written in more than one way.
        var what = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose} {parts[0]} {parts[1]}")));
        return await guard.TryUseAsync(what, sealedAt + Lifetime, cancellationToken) ? parts[1] : null;
    }

    private IDataProtector Protector(string purpose) => protection.CreateProtector("PeaceTracker.Passkey", purpose);
}
