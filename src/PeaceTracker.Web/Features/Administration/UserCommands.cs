using System.CommandLine;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Services.Data;
using PeaceTracker.Web.Hosting;

namespace PeaceTracker.Web.Features.Administration;

/// <summary><c>users …</c>: accounts at the command line.</summary>
public static class UserCommands
{
    private static readonly string Roles = string.Join(", ", AccountRoles.AtLeast(AccountRole.Viewer));

    /// <summary>The command with all that stands under it.</summary>
    public static Command Make(CommandHost host) => new("users", "Accounts: creates and lists them, sets roles and new passwords")
    {
        Add(host), ResetPassword(host), SetRole(host), List(host),
    };

    private static Command Add(CommandHost host)
    {
        var email = Email();
        var name = new Option<string>("--name") { Required = true, HelpName = "NAME", Description = "The name that is shown" };
        var role = new Option<string>("--role") { Required = true, HelpName = "ROLE", Description = $"One of {Roles}" };
        role.Validators.Add(given => Check(given.GetValueOrDefault<string>(), given.AddError));
        var command = new Command("add", "Creates an account and prints its password once") { email, name, role };
        command.SetAction((read, cancellation) => RunAsync(host, read, (accounts, output, errors) => accounts.AddAsync(
            read.GetRequiredValue(email), read.GetRequiredValue(name), AccountRoles.Find(read.GetValue(role))!.Value, output, errors, cancellation)));
        return command;
    }

    private static Command ResetPassword(CommandHost host)
    {
        var email = Email();
        var command = new Command(
            "reset-password", "Gives an account a new password, prints it once, ends its sessions, switches codes off, removes passkeys")
        {
            email,
        };
        command.SetAction((read, cancellation) => RunAsync(
            host, read, (accounts, output, errors) => accounts.ResetAsync(read.GetRequiredValue(email), output, errors, cancellation)));
        return command;
    }

    private static Command SetRole(CommandHost host)
    {
        var email = Email();
        var role = new Argument<string>("ROLE") { Description = $"One of {Roles}" };
        role.Validators.Add(given => Check(given.GetValueOrDefault<string>(), given.AddError));
        var command = new Command("set-role", "Gives an account another role") { email, role };
        command.SetAction((read, cancellation) => RunAsync(host, read, (accounts, output, errors) => accounts.SetRoleAsync(
            read.GetRequiredValue(email), AccountRoles.Find(read.GetValue(role))!.Value, output, errors, cancellation)));
        return command;
    }

    private static Command List(CommandHost host)
    {
        var command = new Command("list", "Prints all accounts");
        command.SetAction((read, cancellation) => RunAsync(
            host, read, (accounts, output, _) => accounts.ListAsync(output, cancellation), writes: false));
        return command;
    }

    private static Argument<string> Email() => new("EMAIL") { Description = "The account’s e-mail address" };

    private static void Check(string? role, Action<string> fault)
    {
        if (AccountRoles.Find(role) is null)
            fault($"There is no role “{role}”: give one of {Roles}.");
    }

    private static Task<int> RunAsync(
        CommandHost host, ParseResult read, Func<AccountCommands, TextWriter, TextWriter, Task<int>> command, bool writes = true) =>
        host.RunAsync(read, async services =>
        {
            if (writes)
            {
                await services.StartStoreAsync(null);
            }

            return await command(
                services.GetRequiredService<AccountCommands>(), read.InvocationConfiguration.Output, read.InvocationConfiguration.Error);
        }, builder =>
        {
            builder.Services.AddPeaceTrackerAccounts(builder.Configuration);
            builder.Services.AddAuthentication(); // nobody signs in here, but "dotnet run" checks that all services could be made
        });
}
