using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.SigningIn;

/// <summary>Seals the keys of codes with the keys in the data folder, and reads in the store what stands for an account.</summary>
public sealed class CodeKeys(IDataProtectionProvider protection, ILogger<CodeKeys> logger)
{
    private readonly IDataProtector _protector = protection.CreateProtector("PeaceTracker.CodeKey");

    internal byte[] Seal(byte[] key) => _protector.Protect(key);

    /// <summary>A key that was sealed; null where the keys in the data folder are others than those it was sealed with.</summary>
    internal byte[]? Open(CodeKey row)
    {
        try
        {
            return _protector.Unprotect(row.Sealed);
        }
        catch (CryptographicException fault)
        {
            logger.LogError(fault, "The key of an account’s codes can’t be opened: it was encrypted with keys other than those in the data folder. "
                + "Recovery codes work; users reset-password at the command line switches codes off");
            return null;
        }
    }

    internal static Task<CodeKey?> FindAsync(TrackerContext context, string accountId, CancellationToken cancellationToken) =>
        context.CodeKeys.SingleOrDefaultAsync(row => row.AccountId == accountId, cancellationToken);

    /// <summary>Replaces the recovery codes of an account.</summary>
    internal static async Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(
        TrackerContext context, string accountId, CancellationToken cancellationToken)
    {
        await ForgetRecoveryCodesAsync(context, accountId, cancellationToken);
        string[] codes = [.. Enumerable.Range(0, RecoveryCode.Count).Select(_ => SecretCode.New(SecretCode.Short))];
        context.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode { AccountId = accountId, Hash = SecretCode.Hash(code) }));
        return codes;
    }

    /// <summary>Takes an account's key and recovery codes away.</summary>
    internal static async Task ForgetAsync(TrackerContext context, string accountId, CancellationToken cancellationToken)
    {
        if (await FindAsync(context, accountId, cancellationToken) is { } key)
        {
            context.Remove(key);
        }

        await ForgetRecoveryCodesAsync(context, accountId, cancellationToken);
    }

    private static async Task ForgetRecoveryCodesAsync(TrackerContext context, string accountId, CancellationToken cancellationToken) =>
        context.RemoveRange(await context.RecoveryCodes.Where(row => row.AccountId == accountId).ToListAsync(cancellationToken));
}
