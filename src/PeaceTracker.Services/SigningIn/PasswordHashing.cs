using Microsoft.AspNetCore.Identity;
using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Services.SigningIn;

/// <summary>
/// Hashes passwords a few at a time. One takes a tenth of a second of a processor on purpose: whoever sends many must not take
/// the processors from those who read.
/// </summary>
public sealed class PasswordHashing(IPasswordHasher<Account> hasher) : IDisposable
{
    /// <summary>PBKDF2-HMAC-SHA512, OWASP's number for it.</summary>
    public const int Iterations = 210_000;

    private const int MostWaiting = 32;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly Account Nobody = new() { DisplayName = "" };

    private int _waiting;
    private readonly SemaphoreSlim _turns = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly Lazy<string> _decoy = new(() => hasher.HashPassword(Nobody, Guid.NewGuid().ToString()));

    /// <summary>The hash of a password; null where the server is too busy.</summary>
    public async Task<string?> HashAsync(string password, CancellationToken cancellationToken)
    {
        if (!await EnterAsync(cancellationToken))
        {
            return null;
        }

        try
        {
            return hasher.HashPassword(Nobody, PasswordRules.Normal(password));
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <summary>Whether a password is the one of a hash; takes as long where there is no hash. Null where the server is too busy.</summary>
    public async Task<bool?> VerifyAsync(string? hash, string password, CancellationToken cancellationToken)
    {
        if (!await EnterAsync(cancellationToken))
        {
            return null;
        }

        try
        {
            // Hashes from before passwords were normalised are of what was typed then.
            var normal = PasswordRules.Normal(password);
            return (Fits(normal) || (normal != password && Fits(password))) && hash is not null;
        }
        finally
        {
            _turns.Release();
        }

        bool Fits(string typed) => hasher.VerifyHashedPassword(Nobody, hash ?? _decoy.Value, typed) != PasswordVerificationResult.Failed;
    }

    // Whoever would wait longer than a person does is told so at once.
    private async Task<bool> EnterAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Interlocked.Increment(ref _waiting) <= MostWaiting && await _turns.WaitAsync(LongestWait, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turns.Dispose();
}
