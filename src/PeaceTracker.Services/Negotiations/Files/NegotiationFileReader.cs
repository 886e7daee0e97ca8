using System.Globalization;
using System.Text.RegularExpressions;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.Negotiations.Files;

/// <summary>Reads a negotiation file whole, or says everything that is wrong with it.</summary>
public sealed partial class NegotiationFileReader
{
    private const int MaxDepth = 16;

    /// <summary>More errors than this are counted, not listed.</summary>
    private const int MaxErrors = 1000;

    /// <summary>The size up to which files are read, in bytes.</summary>
    public const int UsualMaxBytes = 128 * 1024 * 1024;

    /// <summary>The largest file that is read, in bytes.</summary>
    public int MaxBytes { get; init; } = UsualMaxBytes;

    /// <summary>The most values of which a file may be made: places for them are kept.</summary>
    internal int MaxValues { get; init; } = 20_000_000;

    /// <summary>What says how late it is: nothing in a history was recorded later.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Reads the file at <paramref name="path"/>.</summary>
    public async Task<NegotiationFileResult> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream =
            new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan);
        return await ReadAsync(stream, cancellationToken);
    }

    /// <summary>
    /// Reads a file from <paramref name="stream"/>, which stays open. Of one that can't be wound back a copy is made on the disk: the file is gone
    /// through twice, and memory holds a window of it.
    /// </summary>
    public async Task<NegotiationFileResult> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (stream.CanSeek)
        {
            return stream.Length - stream.Position > MaxBytes ? TooLarge() : Read(new FileBytes(stream));
        }

        await using var copy = Scratch.OpenFile();
        var chunk = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (copy.Length + read > MaxBytes)
            {
                return TooLarge();
            }

            await copy.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
        }

        copy.Position = 0;
        return Read(new FileBytes(copy));
    }

    private NegotiationFileResult TooLarge() => Refused([new NegotiationFileError("", 0,
        $"The file is larger than {MaxBytes.ToString("N0", CultureInfo.InvariantCulture)} bytes. Split the negotiation, or remove what is not "
        + "part of it.")]);

    private NegotiationFileResult Read(FileBytes file)
    {
        try
        {
            return ReadWhole(file);
        }
        catch (Exception fault) when (fault is System.Text.Json.JsonException or EndOfStreamException)
        {
            return Refused([new NegotiationFileError("", 0, "The file was changed while it was read. Read it again once it is whole.")]);
        }
    }

    private NegotiationFileResult ReadWhole(FileBytes file)
    {
        var root = FileParser.Parse(file, MaxDepth, MaxValues, out var notJson);
        if (root is null)
        {
            return Refused([notJson!]);
        }

        if (root.Kind != FileNodeKind.Object)
        {
            return Refused([new NegotiationFileError("", root.Line, $"A negotiation file is one object in braces, not {root.InWords}.")]);
        }

        var errors = new List<NegotiationFileError>();
        if (!IsOurVersion(root, errors))
        {
            return Refused(errors);
        }

        var binder = new FileBinder(DefaultMoment(root, errors));
        var record = (NegotiationRecord)binder.Object(typeof(NegotiationRecord), WithoutHeader(root, errors), "");
        errors.AddRange(binder.Errors);
        if (!errors.Any(e => HidesKeys(e.Path)))
        {
            var unread = errors.Select(e => e.Path).SelectMany(WithWhatHangsOnIt).ToHashSet(StringComparer.Ordinal);
            errors.AddRange(NegotiationRules.Check(record)
                .Where(v => !IsUnder(v.Path, unread))
                .Select(v => new NegotiationFileError(v.Path, root.LineOf(v.Path), v.Message)));
        }

        var history = root.Property(NegotiationFileFormat.History) is var (_, line, given) ? new HistoryReader(root, given, line) : null;
        errors.AddRange(history?.Errors ?? []);
        if (errors.Count == 0 && history is not null)
        {
            errors.AddRange(history.Check(record, Clock.GetUtcNow().UtcDateTime));
        }

        return errors.Count > 0 ? Refused(errors) : new NegotiationFileResult { Record = record, History = history?.Changes };
    }

    private static bool IsOurVersion(FileNode root, List<NegotiationFileError> errors)
    {
        const string Name = "formatVersion";
        if (root.Property(Name) is not { } version)
        {
            errors.Add(new NegotiationFileError(Name, root.Line, $"The property is missing. Add \"{Name}\": {NegotiationFileFormat.Version}."));
            return true;
        }

        if (FileBinder.Scalar(typeof(int), version.Value).Value is NegotiationFileFormat.Version)
        {
            return true;
        }

        errors.Add(new NegotiationFileError(Name, version.Line,
            $"This program reads format version {NegotiationFileFormat.Version} only. Write \"{Name}\": {NegotiationFileFormat.Version} if the " +
            "file keeps to it; else use the program that wrote it, or a newer one of this."));
        return false;
    }

    private static DateTime? DefaultMoment(FileNode root, List<NegotiationFileError> errors)
    {
        if (root.Property(NegotiationFileFormat.RecordedAt) is not { } given)
        {
            return null;
        }

        var (value, expected) = FileBinder.Scalar(typeof(DateTime), given.Value);
        if (value is not DateTime moment)
        {
            errors.Add(new NegotiationFileError(NegotiationFileFormat.RecordedAt, given.Line, $"{expected} belongs here."));
            return DateTime.UnixEpoch;
        }

        return moment;
    }

    /// <summary>The root without the properties that are no section of the record.</summary>
    private static FileNode WithoutHeader(FileNode root, List<NegotiationFileError> errors)
    {
        var rest = new FileNode(FileNodeKind.Object, root.Line);
        var header = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in root.Properties)
        {
            if (property.Name is not ("$schema" or "formatVersion" or NegotiationFileFormat.RecordedAt or NegotiationFileFormat.History))
            {
                rest.Properties.Add(property);
            }
            else if (!header.Add(property.Name))
            {
                errors.Add(new NegotiationFileError(property.Name, property.Line, "The property is given twice. Keep one of them."));
            }
        }

        return rest;
    }

    /// <summary>Whether an error there leaves keys or lists of them unread, so that what refers to them would seem broken when it is not.</summary>
    private static bool HidesKeys(string path) => KeyHolder().IsMatch(path)
        || IsField(path, RecordSections.Of<Issue>(), "dyads") || IsField(path, RecordSections.Of<AgendaVersion>(), "issues");

    private static bool IsField(string path, RecordSection section, string field) =>
        path.StartsWith(section.Name + "[", StringComparison.Ordinal) && path.Contains("]." + field, StringComparison.Ordinal);

    /// <summary>
    /// The path, and those beside it about which nothing can be said before it is mended: whether an entry may supersede
    /// another hangs on its kind, whether an offer has a last day on its validity.
    /// </summary>
    private static IEnumerable<string> WithWhatHangsOnIt(string path)
    {
        var dot = path.LastIndexOf('.');
        string[] beside = path[(dot + 1)..] switch
        {
            "kind" => ["supersedes", "fromIssues", "toIssues"],
            "validity" => ["validUntil"],
            "scope" => ["dyad", "scopeNote"],
            "party" => ["delegate", "delegates"],
            "end" => ["endedOn"],
            "endedOn" => ["end"],
            _ => [],
        };
        return beside.Select(name => path[..(dot + 1)] + name).Prepend(path);
    }

    /// <summary>Whether the path or one that holds it is among those that could not be read.</summary>
    private static bool IsUnder(string path, HashSet<string> unread)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOfAny(['.', '['], end - 1))
        {
            if (unread.Contains(path[..end]))
            {
                return true;
            }
        }

        return false;
    }

    private static NegotiationFileResult Refused(List<NegotiationFileError> errors)
    {
        var listed = errors.OrderBy(e => e.Line).ThenBy(e => e.Path, StringComparer.Ordinal).Take(MaxErrors).ToList();
        if (errors.Count > MaxErrors)
        {
            listed.Add(
                new NegotiationFileError(
                    "", 0, $"There are at least {errors.Count - MaxErrors} more errors. Correct these first, then read the file again."));
        }

        return new NegotiationFileResult { Errors = listed };
    }

    [GeneratedRegex(@"\A[^.\[]+(\[\d+\](\.key)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex KeyHolder();
}
