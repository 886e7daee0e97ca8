using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Services.Administration;

/// <summary>The settings for the first administrator, section <c>PeaceTracker:Setup</c>.</summary>
public sealed class SetupOptions
{
    /// <summary>The first administrator's address.</summary>
    public string? AdminEmail { get; set; }

    /// <summary>The first administrator's password.</summary>
    public string? AdminPassword { get; set; }

    /// <summary>The first administrator's name; the name of the role where it is not set.</summary>
    public string? AdminName { get; set; }
}

/// <summary>
/// Makes the first administrator, by a code in the log or by settings. Closed by the fact that an administrator exists, which is
/// looked up in the turn at the gate in which the account is saved: no flag can be cleared, and two at once make one.
/// </summary>
public sealed class FirstAdministrator(
    AccountDirectory directory, NewAccounts accounts, SetupOptions options, TimeProvider clock, ILogger<FirstAdministrator> logger)
{
    /// <summary>How long the code works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private volatile Code? _code;

    /// <summary>
    /// Makes the administrator whom the settings name, or a code; nothing where there is an administrator. Throws <see cref="StoreRefusal"/> where
    /// the settings can't be used.
    /// </summary>
    internal async Task StartAsync(CancellationToken cancellationToken)
    {
        var wanted = options.AdminEmail is { Length: > 0 } || options.AdminPassword is { Length: > 0 };
        if (await directory.HasAdministratorAsync(cancellationToken))
        {
            if (wanted)
            {
                logger.LogInformation("The settings PeaceTracker:Setup are not used: there is an administrator. Take the password out of them");
            }
        }
        else if (wanted)
        {
            await MakeFromSettingsAsync(cancellationToken);
        }
        else
        {
            var code = SecretCode.New();
            _code = new Code(SecretCode.Hash(code), clock.GetUtcNow() + Lifetime);
            logger.LogInformation(
                "There is no administrator yet. Open /account/setup within an hour and use the code {Code}, which works once", code);
        }
    }

    /// <summary>Whether there is still nobody who can administer.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken cancellationToken) => !await directory.HasAdministratorAsync(cancellationToken);

    /// <summary>Whether the code that the log shows is too old; a new start makes a new one.</summary>
    public bool HasExpired => _code is not { } code || code.Until <= clock.GetUtcNow();

    /// <summary>Makes the first administrator with the code from the log.</summary>
    public async Task<AccountResult> MakeAsync(string typedCode, AccountWish wish, string? from, CancellationToken cancellationToken)
    {
        // Taken before it is asked who is there: whoever was first clears it once they are saved, and then this one finds them.
        var current = _code;
        if (await directory.HasAdministratorAsync(cancellationToken))
        {
            return new AccountResult(AccountFault.Closed);
        }

        if (current is not { } code || !SecretCode.Same(code.Hash, SecretCode.Hash(typedCode)))
        {
            return new AccountResult([AccountFault.CodeWrong, .. wish.Faults]);
        }

        if (code.Until <= clock.GetUtcNow())
        {
            return new AccountResult(AccountFault.CodeExpired);
        }

        var result = await accounts.MakeAsync(wish, AccountRole.Administrator, SecurityKinds.SetUp, from, NobodyYetAsync, cancellationToken);
        if (result.Succeeded)
        {
            _code = null;
        }

        return result;
    }

    private async Task MakeFromSettingsAsync(CancellationToken cancellationToken)
    {
        var wish = new AccountWish(
            options.AdminEmail ?? "", options.AdminName is { Length: > 0 } name ? name : AccountRole.Administrator.Name(),
            options.AdminPassword ?? "");
        var result = await accounts.MakeAsync(wish, AccountRole.Administrator, SecurityKinds.SetUp, null, NobodyYetAsync, cancellationToken);
        if (!result.Succeeded)
        {
            throw new StoreRefusal(
                "The first administrator can’t be made from the settings PeaceTracker:Setup: "
                + string.Join(" ", result.Faults.Select(AccountSentences.Of))
                + " Set AdminEmail and AdminPassword again, or leave both out to get a code in the log.");
        }

        logger.LogInformation("The first administrator was made from the settings PeaceTracker:Setup. Take the password out of them");
    }

    private static async Task<AccountFault?> NobodyYetAsync(TrackerContext context) =>
        await context.Accounts.AnyAsync(account => account.Role == AccountRole.Administrator) ? AccountFault.Closed : null;

    private sealed record Code(string Hash, DateTimeOffset Until);
}
