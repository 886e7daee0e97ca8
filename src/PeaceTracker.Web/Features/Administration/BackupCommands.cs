using System.CommandLine;
using PeaceTracker.Services.Data;
using PeaceTracker.Web.Hosting;

namespace PeaceTracker.Web.Features.Administration;

/// <summary><c>backup</c> and <c>restore</c> at the command line.</summary>
public static class BackupCommands
{
    /// <summary>The command that writes a backup, also while the server runs.</summary>
    public static Command MakeBackup(CommandHost host)
    {
        var file = new Argument<string>("FILE") { Description = "The file to write; it must not exist yet" };
        var command = new Command("backup", "Writes a backup of the whole store to a new file; works while the server runs") { file };
        command.SetAction((read, cancellation) => host.RunAsync(read, services => services.GetRequiredService<BackupCommand>().BackUpAsync(
            read.GetRequiredValue(file), read.InvocationConfiguration.Output, read.InvocationConfiguration.Error, cancellation)));
        return command;
    }

    /// <summary>The command that puts a backup into an empty data folder.</summary>
    public static Command MakeRestore(CommandHost host)
    {
        var file = new Argument<string>("FILE") { Description = "The backup to read" };
        var command = new Command("restore", "Restores a backup into a data folder that has no store") { file };
        command.SetAction((read, cancellation) => host.RunAsync(read, services => services.GetRequiredService<BackupCommand>().RestoreAsync(
            read.GetRequiredValue(file), read.InvocationConfiguration.Output, read.InvocationConfiguration.Error, cancellation)));
        return command;
    }
}
