using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Import;

/// <summary>A kind of rows that a table can hold.</summary>
public abstract class ImportKind
{
    // Columns that say the same as another.
    private static readonly Dictionary<string, string[]> Instead = new(StringComparer.Ordinal)
    {
        ["issue"] = ["issue_key"], ["pair"] = ["dyad"], ["party"] = ["party_key"], ["sources"] = ["source_keys"], ["place"] = ["sources"],
        ["date"] = Parts, ["published_on"] = Parts, ["starts_on"] = Parts, ["since"] = Parts,
    };

    // The command line names all kinds at each start; their words it does not need.
    private IReadOnlyList<ImportField>? _fields;

    private static string[] Parts => ["year", "month", "day_of_month"];

    /// <summary>Its name in addresses, in kept mappings and on the command line: "status-events".</summary>
    public abstract string Name { get; }

    /// <summary>What the rows are called: "Status events".</summary>
    public abstract string Label { get; }

    /// <summary>The fields of a row, in the order of a table.</summary>
    public IReadOnlyList<ImportField> Fields => _fields ??= MakeFields();

    /// <summary>The section of the record in which they stand.</summary>
    public abstract RecordSection Section { get; }

    /// <summary>Makes the fields, once.</summary>
    protected abstract IReadOnlyList<ImportField> MakeFields();

    /// <summary>The field of that name; null where it has none.</summary>
    public ImportField? Find(string name) => Fields.FirstOrDefault(field => field.Name == name);

    /// <summary>The fields that can say the same as one.</summary>
    internal static IReadOnlyList<string> Others(string field) => Instead.GetValueOrDefault(field, []);

    /// <summary>Whether rows can do without a field because another says it.</summary>
    internal static bool HasInstead(ImportField field, IReadOnlyDictionary<string, string> found) => Others(field.Name).Any(found.ContainsKey);

    /// <summary>An empty table with the right headings, as a file to fill in.</summary>
    public ExportTable Template => new(
        Label,
        [("how_to", "Fill in the first sheet, one row each, and upload the file on the page “Import a table”. Columns that you don’t need "
            + "can be left out.")],
        [.. Fields.Where(one => !IsTechnical(one)).Select(one => new ExportColumn(one.Label, ColumnType.Text, Definition(one)))],
        []);

    /// <summary>Adds to a guessed mapping what can be said for all rows where a table says nothing.</summary>
    internal virtual void Suggest(ImportMapping mapping, TableView view, BoardNames names)
    {
    }

    /// <summary>The field that stands for a place in a form; null where none does.</summary>
    internal ImportField? FieldAt(string path)
    {
        var bare = System.Text.RegularExpressions.Regex.Replace(path, @"\[\d+\]", "");
        return Fields.SelectMany(field => field.Paths.Select(at => (Field: field, At: at)))
            .Where(field => bare == field.At || bare.StartsWith(field.At + ".", StringComparison.Ordinal))
            .OrderByDescending(field => field.At.Length).Select(field => field.Field).FirstOrDefault();
    }

    /// <summary>What comes of the rows of a table, each.</summary>
    internal abstract PlannedRow Read(RowValues values, FormCheck check, PlanState state);

    /// <summary>Adds and replaces rows, each typed at the place of its number; returns a refusal where one was changed meanwhile.</summary>
    internal abstract SaveResult? Apply(RecordEdit edit, IReadOnlyList<PlannedRow> rows);

    private static bool IsTechnical(ImportField field) => field.Name is "key" or "year" or "month" or "day_of_month" or "order_in_day"
        || field.Name.EndsWith("_key", StringComparison.Ordinal) || field.Name.EndsWith("_keys", StringComparison.Ordinal);

    private static string Definition(ImportField field) => field.Content switch
    {
        FieldContent.Text or FieldContent.OnBoard => field.Needed ? "Needed." : "Optional.",
        FieldContent.Number => field.Needed ? "A number; needed." : "A number; optional.",
        FieldContent.Day => "A day, like 2026-03-18 or 18 March 2026; a month or a week where no more is known.",
        FieldContent.Truth => "Yes or no; no if it is left out.",
        FieldContent.Word => "One of: " + string.Join(", ", field.Choices!(null!).Select(choice => choice.Label)) + ".",
    };
}

/// <summary>A row of a table, as it is to be imported.</summary>
/// <param name="Number">The number of the row in its sheet.</param>
/// <param name="State">What comes of it.</param>
/// <param name="Before">The row on the board that is its own; null where it is new.</param>
/// <param name="After">The row as it will be.</param>
/// <param name="Note">What there is to say of it, where it is not refused; null where there is nothing.</param>
public sealed record PlannedRow(int Number, ImportState State, IRow? Before, IRow? After, string? Note = null);

/// <summary>What comes of a row of a table.</summary>
public enum ImportState
{
    /// <summary>It can't be imported.</summary>
    Refused,
    /// <summary>It comes to the board.</summary>
    New,
    /// <summary>A row on the board is changed.</summary>
    Changed,
    /// <summary>A row on the board says something else, and is left as it is.</summary>
    Left,
    /// <summary>It is on the board already, or came in a row above.</summary>
    Same,
}

/// <summary>What is known while the rows of a table are gone through: what is on the board, and what came before.</summary>
internal sealed class PlanState(bool changeRows, DateOnly today)
{
    private readonly Dictionary<UInt128, (int Number, UInt128 Said)> _seen = [];
    private Dictionary<UInt128, IRow>? _onBoard;

    /// <summary>Whether what is on the board with other words is changed.</summary>
    public bool ChangeRows => changeRows;

    /// <summary>Today, in the negotiation's time zone.</summary>
    public DateOnly Today => today;

    /// <summary>Says once which rows are on the board, each by what it is: of two that are the same, the first.</summary>
    public void Know(Func<IEnumerable<(string What, IRow Row)>> onBoard)
    {
        if (_onBoard is null)
        {
            _onBoard = [];
            foreach (var (what, row) in onBoard())
            {
                _onBoard.TryAdd(Fingerprint.Of(what), row);
            }
        }
    }

    /// <summary>The row on the board by what it is; null where there is none.</summary>
    public IRow? OnBoard(string what) => _onBoard!.GetValueOrDefault(Fingerprint.Of(what));

    /// <summary>What stood in a field of the row above, for those that say it once.</summary>
    public Dictionary<string, string> Above { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// What there is to say of a row that came before in the table, by what it is; null of one that did not. One that says something else than the
    /// first is refused.
    /// </summary>
    public PlannedRow? Doubles(string what, string said, RowValues values)
    {
        var key = Fingerprint.Of(what);
        var content = ReferenceEquals(what, said) ? key : Fingerprint.Of(said);
        if (what.Length == 0 || _seen.TryAdd(key, (values.Number, content)))
        {
            return null;
        }

        var first = _seen[key];
        if (first.Said != content)
        {
            values.Fault("", $"Row {first.Number} is the same one and says something different. Keep one of them.");
        }

        return new PlannedRow(values.Number, ImportState.Same, null, null, $"It is already in row {first.Number}.");
    }
}
