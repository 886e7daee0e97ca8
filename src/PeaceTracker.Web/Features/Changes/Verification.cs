using System.CommandLine;
using PeaceTracker.Services.Changes;
using PeaceTracker.Web.Hosting;

namespace PeaceTracker.Web.Features.Changes;

/// <summary><c>verify</c>: checks the store from the command line.</summary>
public static class Verification
{
    /// <summary>The command. The store is not started, so nothing is made or brought up to date.</summary>
    public static Command Make(CommandHost host)
    {
        var command = new Command(
            "verify", "Checks that the store is sound and that all its changes match one another and what is stored; changes nothing");
        command.SetAction((read, cancellation) => host.RunAsync(read, services => services.GetRequiredService<VerifyCommand>().RunAsync(
            read.InvocationConfiguration.Output, read.InvocationConfiguration.Error, cancellation)));
        return command;
    }
}
