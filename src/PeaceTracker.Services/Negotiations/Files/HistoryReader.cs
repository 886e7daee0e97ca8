using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Changes;

namespace PeaceTracker.Services.Negotiations.Files;

/// <summary>
/// Reads the history of a file: first its shape; then, where the record of the file is whole, whether it is the history of that record.
/// </summary>
internal sealed class HistoryReader
{
    private const string Name = NegotiationFileFormat.History;

    /// <summary>No store has had as many changes; after a larger one there might be no number left for the next.</summary>
    private const long MostNumber = 1_000_000_000;

    private readonly FileNode _root;
    private readonly List<FileChange> _changes;
    private readonly List<IReadOnlyList<HistoryRow>> _rows = [];
    private readonly List<NegotiationFileError> _errors = [];

    /// <summary>Reads the property of that name, and what is wrong with its shape.</summary>
    public HistoryReader(FileNode root, FileNode history, int line)
    {
        _root = root;
        var binder = new FileBinder(null, "Give it here: what a history holds has moments of its own.");
        _changes = [.. binder.List(typeof(FileChange), history, Name, line).Cast<FileChange>()];
        for (var i = 0; i < _changes.Count; i++)
        {
            _rows.Add([.. _changes[i].Rows.Select((row, j) => Row(binder, row, $"{Name}[{i}].rows[{j}]"))]);
        }

        _errors.AddRange(binder.Errors);
        if (_errors.Count == 0 && _changes.Count == 0)
        {
            Add(Name, "There is no change in it. Leave the property out.");
        }
    }

    /// <summary>What is wrong with its shape.</summary>
    public IReadOnlyList<NegotiationFileError> Errors => _errors;

    /// <summary>The changes, as the store keeps them.</summary>
    public IReadOnlyList<PastChange> Changes => [.. _changes.Select(change => change.ToPast())];

    /// <summary>
    /// What is wrong with it as the history of <paramref name="record"/>, at the moment <paramref name="now"/> (UTC). Of what hangs on what
    /// came before, only the first: it makes the rest look wrong too.
    /// </summary>
    public IReadOnlyList<NegotiationFileError> Check(NegotiationRecord record, DateTime now)
    {
        var check = new RuleCheck(record);
        for (var i = 0; i < _changes.Count; i++)
        {
            Values(check, i, now);
        }

        if (check.Violations.Count == 0)
        {
            var replay = new HistoryReplay(record, Changes, _rows);
            check.Violations.AddRange(new[] { Chain(record, null) ?? replay.Run() ?? Chain(record, replay.Brought) }.OfType<RuleViolation>());
        }

        return [.. check.Violations.Select(v => new NegotiationFileError(v.Path, _root.LineOf(v.Path), v.Message))];
    }

    private HistoryRow Row(FileBinder binder, FileRow row, string path)
    {
        var section = RecordSections.Find(row.Section);
        if (section is null)
        {
            if (row.Section.Length > 0)
            {
                Add($"{path}.section", $"There is no section {RuleCheck.Quote(row.Section)}. " + (
                    NearestName.Among([.. RecordSections.All.Select(s => s.Name)], row.Section) is { } nearest
                        ? $"Did you mean “{nearest}”?"
                        : "Name one of this file."));
            }

            return new HistoryRow(path, RecordSections.Negotiation, row.Key, null, null);
        }

        return new HistoryRow(
            path, section, row.Key, Bound(row.Before, "before"), Bound(row.After, "after"));

        IRow? Bound(RowText? text, string name)
        {
            if (text?.Node is not { Kind: FileNodeKind.Object } node)
            {
                return null;
            }

            var errors = binder.Errors.Count;
            var bound = (IRow)binder.Object(section.RowType, node, $"{path}.{name}");
            if (binder.Errors.Count == errors && bound.Key != row.Key)
            {
                Add($"{path}.{name}", $"This is the row {RuleCheck.Quote(bound.Key)}, and not {RuleCheck.Quote(row.Key)}. A row keeps its key.");
            }

            return bound;
        }
    }

    // What can be said of a change by itself, and of its number.
    private void Values(RuleCheck check, int i, DateTime now)
    {
        var (change, path) = (_changes[i], $"{Name}[{i}]");
        var before = i == 0 ? 0 : _changes[i - 1].Number;
        if (change.Number is < 1 or > MostNumber)
        {
            check.Add($"{path}.number", $"{change.Number} is not the number of a change: they count from 1, up to {MostNumber} at most.");
        }
        else if (change.Number <= before)
        {
            check.Add($"{path}.number", _changes.FindIndex(c => c.Number == change.Number) is var first && first < i
                ? $"The number {change.Number} is already used at {Name}[{first}]. Each change has a number of its own."
                : $"Change {change.Number} comes after change {before}. Put the changes in the order of their numbers.");
        }

        check.Stamp($"{path}.recordedAt", change.RecordedAt);
        if (change.RecordedAt > now)
        {
            check.Add(
                $"{path}.recordedAt", $"{change.RecordedAt:yyyy-MM-dd HH:mm:ss} UTC is in the future. Give the time at which it was recorded.");
        }

        check.Text($"{path}.recordedBy", change.RecordedBy, TextLimits.Title);
        check.Text($"{path}.account", change.Account, TextLimits.Title);
        check.Key($"{path}.what", change.What);
        check.Text($"{path}.summary", change.Summary, TextLimits.Text);
        if (change.PreviousHash is not null && change.Number == before + 1)
        {
            check.Add($"{path}.previousHash", i == 0
                ? "Change 1 is the first of its store: there is none before it. Take this out."
                : $"The change before, {before}, is in this file and carries its hash itself. Take this out.");
        }

        var seen = new HashSet<(string, string)>();
        foreach (var row in _rows[i].Where(row => !seen.Add((row.Section.Name, row.Key))))
        {
            check.Add(row.Path, $"The change wrote the {row.Section.Noun} {RuleCheck.Quote(row.Key)} already. A change writes a row once.");
        }
    }

    // The first change whose hash is not that of what it did; of one that brought the whole negotiation only where that is known.
    private RuleViolation? Chain(NegotiationRecord record, NegotiationRecord? brought)
    {
        var walk = new ChainWalk();
        for (var i = 0; i < _changes.Count; i++)
        {
            var past = _changes[i].ToPast();
            var rows = i > 0 || past.Rows.Count > 0 ? past.Chained : brought is null ? null : ChangeLog.AllRows(brought);
            if (walk.Next(past.Change, record.Negotiation.Slug, rows) is { } misfit)
            {
                return new RuleViolation(
                    $"{Name}[{i}]", $"Change {misfit.Number} does not fit: {misfit.Why}. Export the negotiation again, or take it without its "
                        + "history.");
            }
        }

        return null;
    }

    private void Add(string path, string message) => _errors.Add(new NegotiationFileError(path, _root.LineOf(path), message));
}

/// <summary>A row that a change wrote, as it was read.</summary>
/// <param name="Path">Where it stands in the file.</param>
/// <param name="Section">Its section.</param>
/// <param name="Key">Its key there.</param>
/// <param name="Before">The row before; null where it is new.</param>
/// <param name="After">The row as it was written; null only where it could not be read.</param>
internal sealed record HistoryRow(string Path, RecordSection Section, string Key, IRow? Before, IRow? After);
