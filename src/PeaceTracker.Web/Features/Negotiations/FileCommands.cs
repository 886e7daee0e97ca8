using System.CommandLine;
using PeaceTracker.Services.Import;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Web.Hosting;

namespace PeaceTracker.Web.Features.Negotiations;

/// <summary><c>export …</c> and <c>import …</c>: negotiation files at the command line.</summary>
public static class FileCommands
{
    /// <summary>The command that writes a negotiation to a file.</summary>
    public static Command MakeExport(CommandHost host)
    {
        var slug = new Argument<string>("SLUG") { Description = "The negotiation, by its name in addresses" };
        var file = new Argument<string>("FILE") { Description = "The file to write; it must not exist yet" };
        var bare = WithoutHistory("Writes the record without its history");
        var change = new Option<long?>("--change") { HelpName = "N", Description = "The record at this change; the present record if left out" };
        var command = new Command("export", "Writes a negotiation to a new file, with its history") { slug, file, bare, change };
        command.SetAction((read, cancellation) => host.RunAsync(read, services => services.GetRequiredService<ExportCommand>().RunAsync(
            read.GetRequiredValue(slug), read.GetRequiredValue(file), !read.GetValue(bare), read.GetValue(change),
            read.InvocationConfiguration.Output, read.InvocationConfiguration.Error, cancellation)));
        return command;
    }

    /// <summary>The command that adds the negotiation of a file, or the rows of a table to one that is there.</summary>
    public static Command MakeImport(CommandHost host)
    {
        var file = new Argument<string>("FILE") { Description = "The negotiation file to read; with --into a table, .xlsx or .csv" };
        var bare = WithoutHistory("Adds the record as it stands; its history begins here");
        var dry = new Option<bool>("--dry-run") { Description = "Says what it would do, and writes nothing" };
        var into = new Option<string>("--into") { HelpName = "SLUG", Description = "Adds the rows of a table to this negotiation" };
        var by = new Option<string>("--by") { HelpName = "EMAIL", Description = "For a table: the account that records it" };
        var kind = new Option<string>("--kind") { HelpName = "KIND", Description = "For a table: " + string.Join(", ", Kinds) };
        var map = new Option<string>("--map")
        {
            HelpName = "FILE", Description = "For a table: how its columns and words are read; written with the best guess if it does not exist",
        };
        var command = new Command("import", "Adds the negotiation of a file, with its history if the file has one, or the rows of a table")
        {
            file, bare, dry, into, by, kind, map,
        };
        command.Validators.Add(given =>
        {
            if (given.GetValue(into) is null && (given.GetValue(by) ?? given.GetValue(kind) ?? given.GetValue(map)) is not null)
            {
                given.AddError("--by, --kind and --map are for a table: say with --into which negotiation it is for.");
            }
        });
        command.SetAction((read, cancellation) => host.RunAsync(read, services => read.GetValue(into) is { } slug
            ? services.GetRequiredService<ImportTableCommand>().RunAsync(
                new(read.GetRequiredValue(file), slug, read.GetValue(by), read.GetValue(kind), read.GetValue(map), read.GetValue(dry)),
                read.InvocationConfiguration.Output, read.InvocationConfiguration.Error, cancellation)
            : services.GetRequiredService<ImportCommand>().RunAsync(
                read.GetRequiredValue(file), !read.GetValue(bare), read.GetValue(dry),
                read.InvocationConfiguration.Output, read.InvocationConfiguration.Error, cancellation)));
        return command;
    }

    private static IEnumerable<string> Kinds => ImportKinds.All.Select(kind => kind.Name);

    private static Option<bool> WithoutHistory(string what) => new("--without-history") { Description = what };
}
