using System.CommandLine;
using PeaceTracker.Services.Data.Copying;
using PeaceTracker.Web.Hosting;

namespace PeaceTracker.Web.Features.Administration;

/// <summary><c>copy-to</c>: moves a whole store, from the command line.</summary>
public static class StoreCommands
{
    /// <summary>The command that copies the store to another database.</summary>
    public static Command MakeCopyTo(CommandHost host)
    {
        var target = new Argument<string>("TARGET")
        {
            Description = "A database on a PostgreSQL server, as \"Host=…;Database=…;Username=…\", or a data folder; there must be nothing in it",
        };
        var command = new Command("copy-to", "Copies the whole store to an empty one, with accounts, history and keys; the original stays as it is")
        {
            target,
        };
        command.SetAction((read, cancellation) => host.RunAsync(read, services => services.GetRequiredService<CopyCommand>().RunAsync(
            read.GetRequiredValue(target), read.InvocationConfiguration.Output, read.InvocationConfiguration.Error, cancellation)));
        return command;
    }
}
