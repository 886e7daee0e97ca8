using System.Globalization;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Negotiations.Files;

namespace PeaceTracker.Services.Negotiations;

/// <summary>
/// <c>import</c> at the command line: adds the negotiation of a file, with its history where the file has one and it is wanted. Needs the data
/// folder to itself, and makes the store where there is none; it then has this negotiation alone.
/// </summary>
public sealed class ImportCommand(StoreStartup startup, NegotiationImporter importer, TimeProvider clock)
{
    /// <summary>
    /// Adds the negotiation of the file; returns the exit code: 0 done, 1 refused. Throws <see cref="StoreRefusal"/> where the store can't be
    /// started. All of the file is taken or nothing; of a dry run nothing, and no store is made.
    /// </summary>
    public async Task<int> RunAsync(
        string name, bool withHistory, bool dryRun, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(name);
        var (read, fault) = await ReadAsync(path, cancellationToken);
        if (read?.File is not { } file)
        {
            return await CommandAnswer.SayAsync(
                errors,
                fault ?? $"Nothing from the file {path} was imported, because of these errors:{Environment.NewLine}"
                    + CommandAnswer.Listed(read!.Errors),
                CommandAnswer.Refused);
        }

        file = withHistory ? file : file with { History = null };
        if (dryRun)
        {
            return await CommandAnswer.SayAsync(output, Held(file), CommandAnswer.Done);
        }

        await startup.StartAsync(null, cancellationToken);
        return await importer.ImportAsync(file, "command line", cancellationToken) switch
        {
            ImportResult.SlugTaken => await CommandAnswer.SayAsync(
                errors,
                $"There is a negotiation \"{file.Record.Negotiation.Slug}\" in this store already, and nothing was imported: "
                    + "give the one in the file another slug.",
                CommandAnswer.Refused),
            ImportResult.NumbersTaken taken => await CommandAnswer.SayAsync(errors, Taken(file, taken.Newest), CommandAnswer.Refused),
            ImportResult.Added added => await CommandAnswer.SayAsync(output, Added(file, read, added.Number), CommandAnswer.Done),
            var other => throw new InvalidOperationException($"An import came to {other}."),
        };
    }

    private async Task<(NegotiationFileResult? Read, string? Fault)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return (null, Directory.Exists(path)
                ? $"{path} is a folder: give the name of the negotiation file in it."
                : $"There is no file {path}: give the name of a negotiation file.");
        }

        try
        {
            return (await new NegotiationFileReader { Clock = clock }.ReadAsync(path, cancellationToken), null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, $"The file {path} can’t be read ({fault.Message.TrimEnd('.')}): give this user the right to read it.");
        }
    }

    private static string Taken(NegotiationFile file, long newest) => string.Create(
        CultureInfo.InvariantCulture,
        $"Nothing was imported: this store already has changes, up to {newest}, and the file’s history has {Numbers(file.History!)}. Changes keep "
        + $"their numbers, by which pages are cited, so a history is only taken by an empty store. Set PeaceTracker:DataDirectory to an empty "
        + $"folder, or add --without-history.");

    private static string Numbers(IReadOnlyList<PastChange> history) =>
        ChainReport.Changes(history.Count, history[0].Change.Number, history[^1].Change.Number);

    private static string Held(NegotiationFile file)
    {
        var counts = RecordSections.Lists.Select(list => (list.Name, list.In(file.Record).Count)).Where(list => list.Count > 0)
            .Select(list => string.Create(CultureInfo.InvariantCulture, $"{list.Count} {list.Name}"));
        var history = file.History is { } changes ? $"with its history, {Numbers(changes)}" : "without a history";
        return $"{file.Record.Negotiation.Title} (\"{file.Record.Negotiation.Slug}\"): {string.Join(", ", counts)}; {history}. Nothing was written.";
    }

    private static string Added(NegotiationFile file, NegotiationFileResult read, long number)
    {
        var title = file.Record.Negotiation.Title;
        if (file.History is not { } history)
        {
            var left = read.History is null ? "" : " Its history was left out.";
            return string.Create(CultureInfo.InvariantCulture, $"Added {title} as change {number}.{left}");
        }

        var chained = history.FirstOrDefault(past => past.Change.Hash is not null)?.Change.Number;
        var hashes = chained == history[0].Change.Number ? "all fit to their hashes"
            : chained is { } from
                ? string.Create(CultureInfo.InvariantCulture, $"those from {from} on match their hashes, earlier ones have none")
            : "none has a hash by which it could be checked";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Added {title} with its history: {Numbers(history)}; {hashes}. Change {number} records the import.");
    }
}
