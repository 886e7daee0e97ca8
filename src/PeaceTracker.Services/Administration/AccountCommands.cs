using System.Globalization;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Services.Administration;

/// <summary>
/// Accounts at the command line, for whoever runs the server: the first account where no log can be read, and the way back in after a
/// lost password. Needs the data folder to itself.
/// </summary>
public sealed class AccountCommands(NewAccounts accounts, AccountAdministration administration, StoreDatabase database)
{
    private const int Done = 0, Refused = 1;

    /// <summary>Makes an account and prints its password once; returns the exit code: 0 done, 1 refused.</summary>
    public async Task<int> AddAsync(
        string email, string name, AccountRole role, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var password = SecretCode.New();
        var result = await accounts.MakeAsync(
            new AccountWish(email, name, password), role, SecurityKinds.AccountMade, "command line", _ => Task.FromResult<AccountFault?>(null),
            cancellationToken);
        return result.Succeeded
            ? await SayAsync(output, $"Made {email} ({name}, {role}). Password, shown this once: {password}", Done)
            : await RefuseAsync(result, errors);
    }

    /// <summary>Gives an account a new password and prints it once, ends its sessions, switches codes off, removes passkeys.</summary>
    public async Task<int> ResetAsync(string email, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var result = await administration.ResetPasswordAsync(email, cancellationToken);
        return result.Succeeded
            ? await SayAsync(output, $"{email} has a new password, shown this once: {result.Secret}. "
                + "Its sessions are ended, signing in with codes is switched off, and its passkeys are removed.", Done)
            : await RefuseAsync(result, errors);
    }

    /// <summary>Gives an account another role.</summary>
    public async Task<int> SetRoleAsync(string email, AccountRole role, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var result = await administration.SetRoleAsync(email, role, cancellationToken);
        return result.Succeeded ? await SayAsync(output, $"{email} is now {role}.", Done) : await RefuseAsync(result, errors);
    }

    /// <summary>
    /// Prints all accounts of a store that need not be started, and is left as it is. Throws <see cref="StoreRefusal"/> where there is none that can
    /// be read.
    /// </summary>
    public async Task<int> ListAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await using var store = await database.OpenStoredAsync(cancellationToken);
        await using var context = store.NewContext();
        var all = await AccountAdministration.ListAsync(context, cancellationToken);
        foreach (var account in all)
        {
            var disabled = account.DisabledAt is { } since ? string.Create(CultureInfo.InvariantCulture, $", disabled since {since:yyyy-MM-dd}") : "";
            await output.WriteLineAsync($"{account.Email}  {account.DisplayName}  {account.Role}{disabled}");
        }

        return await SayAsync(output, all.Count == 1 ? "1 account" : $"{all.Count} accounts", Done);
    }

    private static Task<int> RefuseAsync(AccountResult result, TextWriter errors) =>
        SayAsync(errors, "Nothing was changed. " + string.Join(" ", result.Faults.Select(AccountSentences.Of)), Refused);

    private static async Task<int> SayAsync(TextWriter writer, string sentence, int exitCode)
    {
        await writer.WriteLineAsync(sentence);
        return exitCode;
    }
}
