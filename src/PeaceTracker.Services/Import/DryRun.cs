using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Import;

/// <summary>What is wrong with a row of a table.</summary>
/// <param name="Column">The column, by its heading; the field, where no column holds it; null for the whole row.</param>
/// <param name="Sentence">What is wrong, and what to do about it.</param>
public sealed record ImportFault(string? Column, string Sentence);

/// <summary>What would come of one row of a table.</summary>
/// <param name="Row">The row.</param>
/// <param name="Faults">Why it is refused; empty where it is not.</param>
public sealed record CheckedRow(PlannedRow Row, IReadOnlyList<ImportFault> Faults)
{
    /// <summary>What it is called, as far as it can be read.</summary>
    public string Words => Row.After?.Words ?? Row.Before?.Words ?? "";

    /// <summary>Whether its faults are its own; otherwise they say only that other rows have to be corrected first.</summary>
    public bool IsTold => Faults != DryRun.LikeThoseAbove;
}

/// <summary>A word of a table that has to be explained before its rows can be imported.</summary>
/// <param name="Field">The field in whose column it stands.</param>
/// <param name="Word">The word.</param>
/// <param name="Rows">In how many rows.</param>
public sealed record UnknownWord(ImportField Field, string Word, int Rows);

/// <summary>What an import would do, row by row. Nothing was written for it.</summary>
public sealed class DryRun
{
    private const int Rounds = 4;
    private const int Examples = 5;

    // So many refused rows are told in full: the sentences of all rows of a large table would take more room than the table.
    private const int MostTold = 2000;

    // More words are told of no table.
    private const int MostWords = 10_000;

    internal static readonly List<ImportFault> LikeThoseAbove =
        [new ImportFault(null, "This row can’t be imported either. Correct the rows that have a reason, then check the table again.")];

    private DryRun(ImportKind kind, TableView view, ImportMapping mapping, IReadOnlyList<CheckedRow> rows) =>
        (Kind, View, Mapping, Rows) = (kind, view, mapping, rows);

    /// <summary>What the rows are.</summary>
    public ImportKind Kind { get; }

    /// <summary>The table.</summary>
    public TableView View { get; }

    /// <summary>How it was read.</summary>
    public ImportMapping Mapping { get; }

    /// <summary>All its rows, in their order.</summary>
    public IReadOnlyList<CheckedRow> Rows { get; }

    /// <summary>Words that have to be explained, those of most rows first.</summary>
    public IReadOnlyList<UnknownWord> Unknown { get; private init; } = [];

    /// <summary>Days that could be two, as examples: whether day or month stands first has to be said.</summary>
    public IReadOnlyList<string> UncertainDays { get; private init; } = [];

    /// <summary>The fields that are needed and have neither a column nor a value for all rows.</summary>
    public IReadOnlyList<ImportField> Missing { get; private init; } = [];

    /// <summary>The least role that may import it.</summary>
    public AccountRole Needs { get; private init; } = AccountRole.Editor;

    /// <summary>Whether the negotiation asks for a second person before such rows come to the board: they go by an outcome of talks.</summary>
    public bool AsksForApproval { get; private init; }

    /// <summary>How many of the refused rows are told no reason of their own, because so many others are.</summary>
    public int Untold => Rows.Count(row => !row.IsTold);

    /// <summary>How many rows are in a state.</summary>
    public int Count(ImportState state) => Rows.Count(row => row.Row.State == state);

    /// <summary>Whether it can be imported as it is: there is something to import, and nothing is refused or that is left out on purpose.</summary>
    public bool CanImport => Written.Count > 0 && (Mapping.LeaveOutRefused || Count(ImportState.Refused) == 0);

    /// <summary>The rows that would be written.</summary>
    public IReadOnlyList<PlannedRow> Written =>
        [.. Rows.Select(row => row.Row).Where(row => row.State is ImportState.New or ImportState.Changed)];

    /// <summary>The command that imports it.</summary>
    public ImportRows ToCommand(string slug) => new(slug, Kind, View.File.Name, Written);

    /// <summary>Goes through a table; <paramref name="progress"/> hears how many rows were read.</summary>
    public static DryRun Of(
        ImportKind kind, TableView view, ImportMapping mapping, Board board, DateTime now, IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(mapping);
        var reading = new TableReading(kind, view, mapping, new BoardNames(board));
        var state = new PlanState(mapping.ChangeRows, board.Negotiation.DayOf(now));
        var planned = new List<PlannedRow>(view.Rows.Count);
        var faults = new Dictionary<int, List<ImportFault>>();
        var unknown = new Dictionary<string, UnknownWord>(StringComparer.OrdinalIgnoreCase);
        var days = new List<string>();
        foreach (var sheetRow in view.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (values, check) = (new RowValues(reading, sheetRow), new FormCheck());
            var row = kind.Read(values, check, state);
            planned.Add(row);
            if (values.Faults.Count + check.Errors.Count > 0)
            {
                faults[row.Number] = faults.Count < MostTold ? FaultsOf(values, check) : LikeThoseAbove;
            }

            foreach (var (field, word) in values.Unknown.Distinct())
            {
                var known = unknown.GetValueOrDefault($"{field} {word}");
                if (known is not null || unknown.Count < MostWords)
                {
                    unknown[$"{field} {word}"] = known is null ? new UnknownWord(kind.Find(field)!, word, 1) : known with { Rows = known.Rows + 1 };
                }
            }

            days.AddRange(days.Count >= Examples ? [] : values.UncertainDays.Where(day => !days.Contains(day)));

            if (planned.Count % 1000 == 0)
            {
                progress?.Report(planned.Count);
            }
        }

        CheckTogether(kind, board, now, planned, faults, Column, cancellationToken);
        var rows = planned.ConvertAll(row => faults.TryGetValue(row.Number, out var wrong)
            ? new CheckedRow(row with { State = ImportState.Refused }, wrong)
            : new CheckedRow(row, []));
        return new DryRun(kind, view, mapping, rows)
        {
            Unknown = [.. unknown.Values.OrderByDescending(word => word.Rows)],
            UncertainDays = days,
            Missing = [.. kind.Fields.Where(field => field.Needed && !Says(field.Name) && !ImportKind.Others(field.Name).Any(Says))],
            Needs = rows.Where(row => row.Row.State is ImportState.New or ImportState.Changed)
                .Select(row => RowRights.ToWrite(kind.Section, row.Row.Before, row.Row.After!, board.Negotiation.RequiresApproval))
                .Append(AccountRole.Editor).Max(),
            AsksForApproval = board.Negotiation.RequiresApproval && new ImportRows("", kind, "", []).SkipsApproval,
        };

        List<ImportFault> FaultsOf(RowValues values, FormCheck check)
        {
            var said = values.Faults.Select(fault => fault.Field).ToHashSet(StringComparer.Ordinal);
            return
            [
                .. values.Faults.Select(fault => new ImportFault(Column(fault.Field), fault.Sentence)),
                // What was there and could not be read is not also missing.
                .. check.Errors.Select(error => (Field: kind.FieldAt(error.Path), error.Message))
                    .Where(error => error.Field is null || !said.Any(name => Same(name, error.Field.Name)))
                    .Select(error => new ImportFault(error.Field is null ? null : Column(error.Field.Name), error.Message)),
            ];
        }

        string? Column(string field) => mapping.Columns.TryGetValue(field, out var column) && view.Find(column) is { } found ? found.Name
            : kind.Find(field)?.Label;

        bool Says(string field) => reading.Columns.ContainsKey(field) || mapping.Always.ContainsKey(field);

        bool Same(string one, string other) => one == other || ImportKind.Others(one).Contains(other) || ImportKind.Others(other).Contains(one);
    }

    // The rules are asked about all rows together, as a save would; those that break one are put aside, and the rest is asked about again.
    private static void CheckTogether(
        ImportKind kind, Board board, DateTime now, List<PlannedRow> planned, Dictionary<int, List<ImportFault>> faults,
        Func<string, string?> column, CancellationToken cancellationToken)
    {
        for (var round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var edit = new RecordEdit(board.Record, now, "");
            var rows = planned.Where(row => !faults.ContainsKey(row.Number) && row.State is ImportState.New or ImportState.Changed).ToList();
            if (rows.Count == 0 || kind.Apply(edit, rows) is not null)
            {
                return;
            }

            var errors = edit.Check().Concat(edit.NotYet()).ToList();
            foreach (var error in errors)
            {
                var (at, path) = error.Path.Split('.', 2) is [var before, var after] ? (before, after) : (error.Path, "");
                if (ImportRows.NumberAt(at) is { } number)
                {
                    var field = path.Length == 0 ? null : kind.FieldAt(path);
                    Add(number, new ImportFault(field is null ? null : column(field.Name), error.Message));
                }
            }

            if (errors.Count == 0)
            {
                return;
            }
        }

        void Add(int number, ImportFault fault)
        {
            if (!faults.TryGetValue(number, out var known))
            {
                faults[number] = faults.Count < MostTold ? [fault] : LikeThoseAbove;
            }
            else if (known != LikeThoseAbove)
            {
                known.Add(fault);
            }
        }
    }
}
