using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.Mapping;
using PeaceTracker.Services.Negotiations.Files;

namespace PeaceTracker.Services.Negotiations;

/// <summary>
/// <c>export</c> at the command line: a negotiation as a file, with every change of it unless that is not wanted. No server may run on the data
/// folder, which need not be writable and is left as it is.
/// </summary>
public sealed class ExportCommand(StoreDatabase database, TimeProvider clock)
{
    /// <summary>The largest file that is written: no larger one is read.</summary>
    internal int MaxBytes { get; init; } = NegotiationFileReader.UsualMaxBytes;

    /// <summary>
    /// Writes the negotiation to a new file, as it stands or as it stood at a change; returns the exit code: 0 done, 1 refused. Throws
    /// <see cref="StoreRefusal"/> where there is no store that can be read.
    /// </summary>
    public async Task<int> RunAsync(
        string slug, string name, bool withHistory, long? change, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(name);
        if (Unwritable(path) is { } place)
        {
            return await CommandAnswer.SayAsync(errors, $"{place} Nothing was written.", CommandAnswer.Refused);
        }

        var (file, missing) = await LoadAsync(slug, withHistory, change, cancellationToken);
        if (file is null)
        {
            return await CommandAnswer.SayAsync(errors, missing, CommandAnswer.Refused);
        }

        var (read, fault) = await WriteAsync(path, file, cancellationToken);
        if (read is { Succeeded: false })
        {
            var hint = file.History is null ? "" : " It may be without its history: add --without-history.";
            return await CommandAnswer.SayAsync(
                errors, $"Nothing was written, for the file could not be read again.{hint}{Environment.NewLine}{CommandAnswer.Listed(read.Errors)}",
                CommandAnswer.Refused);
        }

        return fault is not null
            ? await CommandAnswer.SayAsync(errors, fault, CommandAnswer.Refused)
            : await CommandAnswer.SayAsync(output, Written(file, path, change), CommandAnswer.Done);
    }

    private static string? Unwritable(string path) => Path.GetDirectoryName(path) switch
    {
        _ when File.Exists(path) => $"The file {path} already exists: give another name, or move it away first.",
        _ when Directory.Exists(path) => $"{path} is a folder: give the name of a file in it.",
        null => $"{path} is not a file name.",
        var folder when !Directory.Exists(folder) => $"There is no folder {folder}: create it first, or give another place.",
        _ => null,
    };

    private async Task<(NegotiationFile? File, string Missing)> LoadAsync(
        string slug, bool withHistory, long? change, CancellationToken cancellationToken)
    {
        await using var store = await database.OpenStoredAsync(cancellationToken);
        await using var context = store.NewContext();
        var all = await context.Negotiations.AsNoTracking().OrderBy(n => n.Slug)
            .Select(n => new { Id = EF.Property<int>(n, NegotiationsMapping.Id), Negotiation = n }).ToListAsync(cancellationToken);
        if (all.Find(n => n.Negotiation.Slug == slug) is not { } found)
        {
            var there = all.Count == 0 ? "There is none in it." : $"There is {string.Join(", ", all.Select(n => n.Negotiation.Slug))}.";
            return (null, $"There is no negotiation \"{slug}\" in this store. {there}");
        }

        var record = await context.LoadAsync(found.Negotiation, found.Id, cancellationToken);
        if (change is null && !withHistory)
        {
            return (new NegotiationFile(record), "");
        }

        var history = await PastChange.LoadAsync(context, found.Id, cancellationToken);
        if (change is { } number)
        {
            var newest = await context.Changes.MaxAsync(c => (long?)c.Number, cancellationToken) ?? 0;
            if (history.Count == 0 || number < history[0].Change.Number || number > newest)
            {
                var first = history.Select(past => past.Change.Number).FirstOrDefault(newest);
                return (null, $"There is nothing of {slug} at change {number}: its record begins with change {first}, and the newest change of this "
                    + $"store is {newest}.");
            }

            record = PastRecord.Without(record, history.Where(past => past.Change.Number > number).SelectMany(past => past.Rows));
            history = [.. history.Where(past => past.Change.Number <= number)];
        }

        return (new NegotiationFile(record, withHistory ? history : null), "");
    }

    // What can't be read again is no export, and whoever needs it would find out too late: it is taken away, as what was only begun.
    private async Task<(NegotiationFileResult? Read, string? Fault)> WriteAsync(
        string path, NegotiationFile file, CancellationToken cancellationToken)
    {
        var (begun, whole) = (false, false);
        try
        {
            await using var target = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
            begun = true;
            await NegotiationFileWriter.WriteAsync(file, target, cancellationToken);
            target.Flush(flushToDisk: true);
            target.Position = 0;
            var read = await new NegotiationFileReader { Clock = clock, MaxBytes = MaxBytes }.ReadAsync(target, cancellationToken);
            whole = read.Succeeded;
            return (read, null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, $"The file {path} can’t be written ({fault.Message.TrimEnd('.')}): give another place, or the right to write there. "
                + "Nothing was written.");
        }
        finally
        {
            if (begun && !whole)
            {
                File.Delete(path);
            }
        }
    }

    private static string Written(NegotiationFile file, string path, long? change) => file.History is { } history
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"Wrote {path}: {file.Record.Negotiation.Title}, with its history "
            + $"({ChainReport.Changes(history.Count)}, the last is {history[^1].Change.Number}).")
        : $"Wrote {path}: {file.Record.Negotiation.Title}, {(change is null ? "as it stands" : $"as it stood at change {change}")}, "
            + "without its history.";
}
