using System.CommandLine;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Web.Hosting;

namespace PeaceTracker.Web.Features.Negotiations;

/// <summary><c>export …</c> and <c>import …</c>: negotiation files at the command line.</summary>
public static class FileCommands
{
    /// <summary>The command that writes a negotiation to a file.</summary>
    public static Command MakeExport(CommandHost host)
    {
        var slug = new Argument<string>("SLUG") { Description = "The negotiation, as its address calls it" };
        var file = new Argument<string>("FILE") { Description = "The file to write; there must be none of that name" };
        var bare = WithoutHistory("Writes the record as it stands, and nothing of what was changed");
        var command = new Command("export", "Writes a negotiation to a new file, with its history") { slug, file, bare };
        command.SetAction((read, cancellation) => host.RunAsync(read, services => services.GetRequiredService<ExportCommand>().RunAsync(
            read.GetRequiredValue(slug), read.GetRequiredValue(file), !read.GetValue(bare),
            read.InvocationConfiguration.Output, read.InvocationConfiguration.Error, cancellation)));
        return command;
    }

    /// <summary>The command that adds the negotiation of a file.</summary>
    public static Command MakeImport(CommandHost host)
    {
        var file = new Argument<string>("FILE") { Description = "The negotiation file to read" };
        var bare = WithoutHistory("Adds the record as it stands; its history begins here");
        var command = new Command("import", "Adds the negotiation of a file, with its history where the file has one") { file, bare };
        command.SetAction((read, cancellation) => host.RunAsync(read, services => services.GetRequiredService<ImportCommand>().RunAsync(
            read.GetRequiredValue(file), !read.GetValue(bare),
            read.InvocationConfiguration.Output, read.InvocationConfiguration.Error, cancellation)));
        return command;
    }

    private static Option<bool> WithoutHistory(string what) => new("--without-history") { Description = what };
}
