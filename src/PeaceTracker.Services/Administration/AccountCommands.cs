using System.Globalization;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Services.Administration;

/// <summary>
/// Accounts at the command line, for whoever runs the server: the first account where no log can be read, and the way back in after a
/// lost password. Needs the data folder to itself.
/// </summary>
public sealed class AccountCommands(NewAccounts accounts, AccountAdministration administration)
{
    private const int Done = 0, Refused = 1, Misused = 2;

    private static readonly string Usage = $"""
        users add EMAIL --name NAME --role ROLE   makes an account and prints its password once
        users reset-password EMAIL                gives it a new password, prints it once, ends its sessions, switches codes off
        users set-role EMAIL ROLE                 gives it another role
        users list                                prints all accounts
        ROLE is one of {string.Join(", ", AccountRoles.AtLeast(AccountRole.Viewer))}.
        """;

    /// <summary>Carries out what stands after <c>users</c>; returns the exit code: 0 done, 1 refused, 2 not understood.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> words, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var (plain, options) = Parse(words);
        return (plain, AccountRoles.Find(plain.Count == 3 ? plain[2] : options.GetValueOrDefault("role"))) switch
        {
            (["add", var email], { } role) when options.TryGetValue("name", out var name) =>
                await AddAsync(email, name, role, output, errors, cancellationToken),
            (["reset-password", var email], _) => await ResetAsync(email, output, errors, cancellationToken),
            (["set-role", var email, _], { } role) => await SetRoleAsync(email, role, output, errors, cancellationToken),
            (["list"], _) => await ListAsync(output, cancellationToken),
            _ => await SayAsync(errors, "This is not understood. What there is:" + Environment.NewLine + Usage, Misused),
        };
    }

    private async Task<int> AddAsync(
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

    private async Task<int> ResetAsync(string email, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var result = await administration.ResetPasswordAsync(email, cancellationToken);
        return result.Succeeded
            ? await SayAsync(output, $"{email} has a new password, shown this once: {result.Secret}. "
                + "Its sessions are ended and signing in with codes is switched off.", Done)
            : await RefuseAsync(result, errors);
    }

    private async Task<int> SetRoleAsync(string email, AccountRole role, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var result = await administration.SetRoleAsync(email, role, cancellationToken);
        return result.Succeeded ? await SayAsync(output, $"{email} is {role} now.", Done) : await RefuseAsync(result, errors);
    }

    private async Task<int> ListAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var all = await administration.ListAsync(cancellationToken);
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

    // What begins with -- is an option with its value after it or after an equals sign; settings of the program are among them.
    private static (IReadOnlyList<string> Plain, Dictionary<string, string> Options) Parse(IReadOnlyList<string> words)
    {
        var (plain, options) = (new List<string>(), new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal))
            {
                plain.Add(words[i]);
            }
            else if (words[i].Split('=', 2) is [var name, var value])
            {
                options[name[2..]] = value;
            }
            else if (i + 1 < words.Count)
            {
                options[words[i][2..]] = words[++i];
            }
        }

        return (plain, options);
    }
}
