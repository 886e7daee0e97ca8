using System.Globalization;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Import;

/// <summary>How the rows of a table are read: as what, by which mapping, on which board.</summary>
internal sealed class TableReading(ImportKind kind, TableView view, ImportMapping mapping, BoardNames names)
{
    public ImportKind Kind => kind;

    public ImportMapping Mapping => mapping;

    public BoardNames Names => names;

    /// <summary>The place of the column by the name of the field.</summary>
    public IReadOnlyDictionary<string, int> Columns { get; } = mapping.Columns
        .Where(column => kind.Find(column.Key) is not null && view.Find(column.Value) is not null)
        .ToDictionary(column => column.Key, column => view.Find(column.Value)!.Index, StringComparer.Ordinal);
}

/// <summary>What one row of a table says, field by field; what can't be read is remembered with a sentence.</summary>
internal sealed class RowValues(TableReading reading, SheetRow row)
{

    /// <summary>What could not be read.</summary>
    public List<(string Field, string Sentence)> Faults { get; } = [];

    /// <summary>Words that have to be explained: which field, which word.</summary>
    public List<(string Field, string Word)> Unknown { get; } = [];

    /// <summary>Days that could be two.</summary>
    public List<string> UncertainDays { get; } = [];

    /// <summary>The names on the board.</summary>
    public BoardNames Names => reading.Names;

    /// <summary>The number of the row in its sheet.</summary>
    public int Number => row.Number;

    /// <summary>Whether the row says anything of a field.</summary>
    public bool Has(string field) => Cell(field).Length > 0;

    /// <summary>Whether the row itself says anything of a field.</summary>
    public bool IsInRow(string field) => reading.Columns.TryGetValue(field, out var column) && row[column].Length > 0;

    /// <summary>What stands in the cell, or for all rows; empty where nothing does.</summary>
    public string Text(string field)
    {
        var cell = Cell(field);
        if (!CellWords.IsError(cell))
        {
            return cell;
        }

        Fault(field, $"The cell shows {cell}, an error of the spreadsheet’s formula. Put the value itself there.");
        return "";
    }

    /// <summary>A text in one line, as a board keeps all of them.</summary>
    public string Line(string field) =>
        string.Join(' ', Text(field).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A whole number; null where none is given, or it can't be read.</summary>
    public int? Whole(string field)
    {
        var text = Text(field);
        if (text.Length == 0)
        {
            return null;
        }

        if (decimal.TryParse(TypedNumber.Read(text), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
            out var number) && number == decimal.Truncate(number) && Math.Abs(number) < int.MaxValue)
        {
            return (int)number;
        }

        Fault(field, $"{Quoted(text)} is not a whole number.");
        return null;
    }

    /// <summary>A value of a scale; null where none is given, or it means none.</summary>
    public T? Word<T>(string field, ScaleWords<T> scale) where T : struct, Enum => Meaning(field, Text(field)) is { } word ? scale.Read(word) : null;

    /// <summary>Yes or no; no where nothing is given.</summary>
    public bool Truth(string field) => Word(field, Scales.Truths) == YesNo.Yes;

    /// <summary>The key of what a cell names on the board; null where none is given, or it names nothing.</summary>
    public string? Key(string field) => Meaning(field, Line(field));

    /// <summary>The keys of all that a cell names, with semicolons between; line breaks and commas part them where nothing else does.</summary>
    public IReadOnlyList<string> KeysOf(string field)
    {
        var text = Text(field);
        if (text.Length == 0)
        {
            return [];
        }

        var find = reading.Kind.Find(field)!;
        if (Given(field, text) is { } all || (all = find.Meaning!(Names, text)) is not null)
        {
            return [all];
        }

        return [.. Parts(text).Select(part => Meaning(field, part)).OfType<string>().Distinct()];
    }

    /// <summary>The parts of a cell that lists several.</summary>
    public static IEnumerable<string> Parts(string text) => text.Split(
        text.Contains(';', StringComparison.Ordinal) ? ';' : text.Contains('\n', StringComparison.Ordinal) ? '\n' : ',',
        StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A day; null where none is given, or it can't be read with certainty.</summary>
    public DateAsKnown? Day(string field, bool inParts = true)
    {
        var text = Line(field);
        if (text.Length == 0)
        {
            if (!inParts || !Has("year"))
            {
                return null;
            }

            if (TableDates.Read(Line("year"), Line("month"), Line("day_of_month")) is { } day)
            {
                return day;
            }

            Fault("year", $"{Quoted($"{Line("year")}-{Line("month")}-{Line("day_of_month")}")} is not a date. Give year, month and day.");
            return null;
        }

        var read = TableDates.Read(text, reading.Mapping.Days);
        switch (read.Readings)
        {
            case [var day]:
                return day;
            case [var first, var second, ..]:
                var swapped = TableDates.IsSwapped(read);
                UncertainDays.AddRange(swapped ? [text] : []);
                Fault(field, $"{Quoted(text)} is either {Written(first)} or {Written(second)}. "
                    + (swapped ? "Say whether the day or the month comes first." : "Write the month in digits."));
                return null;
            default:
                Fault(field, Unreadable(text, read.Fault));
                return null;
        }
    }

    /// <summary>How exactly a day is known, where the table says so by itself or by the day.</summary>
    public DatePrecision Precision(DateAsKnown? day) => Word("date_precision", Scales.Precisions) ?? day?.Precision ?? DatePrecision.Day;

    /// <summary>Remembers what is wrong with a field.</summary>
    public void Fault(string field, string sentence)
    {
        if (!Faults.Contains((field, sentence)))
        {
            Faults.Add((field, sentence));
        }
    }

    /// <summary>What a part of a cell means; where it means nothing that is remembered.</summary>
    public string? Meaning(string field, string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var meant = Given(field, text) ?? reading.Kind.Find(field)?.Meaning?.Invoke(Names, text);
        if (meant is null)
        {
            Unknown.Add((field, text));
            Fault(field, reading.Kind.Find(field) is { Content: FieldContent.OnBoard } on
                ? $"{Quoted(text)} is not on the board as {on.Label.ToLowerInvariant()}. Say what it means, or add it first."
                : $"{Quoted(text)} is not one of the words for {reading.Kind.Find(field)?.Label.ToLowerInvariant()}. Say what it means.");
        }

        return meant;
    }

    /// <summary>Whether a text means something by itself.</summary>
    public bool IsMeant(string field, string text) =>
        Given(field, text) is not null || reading.Kind.Find(field)?.Meaning?.Invoke(Names, text) is not null;

    /// <summary>A short quotation.</summary>
    internal static string Quoted(string text) => $"“{TypedText.Shortened(text, 60)}”";

    private string? Given(string field, string text) =>
        reading.Mapping.Words.TryGetValue(field, out var words) && words.FirstOrDefault(word =>
            string.Equals(word.Key.Trim(), text, StringComparison.OrdinalIgnoreCase)).Value is { Length: > 0 } meant ? meant : null;

    private string Cell(string field) =>
        reading.Columns.TryGetValue(field, out var column) && row[column] is { Length: > 0 } cell ? cell
            : reading.Mapping.Always.GetValueOrDefault(field, "").Trim();

    private static string Written(DateAsKnown day) => day.On.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Unreadable(string text, DateFault? fault) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 20_000 and < 80_000
            ? $"{Quoted(text)} is a spreadsheet’s day number. Format the column as a date there, and save the file again."
            : fault switch
            {
                DateFault.NotInCalendar => $"{Quoted(text)} is not in the calendar.",
                DateFault.NoYear => $"{Quoted(text)} has no clear year. Write the year in four digits.",
                DateFault.OtherWeekday => $"{Quoted(text)} falls on another day of the week. Correct one or the other.",
                DateFault.Unreadable or null => $"{Quoted(text)} can’t be read as a date. Write it like 2026-03-18 or 18 March 2026.",
            };
}
