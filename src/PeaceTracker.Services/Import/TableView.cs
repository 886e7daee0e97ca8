using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.Import;

/// <summary>One sheet as a table: the row with its headings, and the rows below it.</summary>
public sealed class TableView
{
    private const int Searched = 25;
    private const int Samples = 3;
    private const int SampleLetters = 80;

    private TableView(TableFile file, TableSheet sheet, int headingRow, IReadOnlyList<TableColumn> columns, IReadOnlyList<SheetRow> rows) =>
        (File, Sheet, HeadingRow, Columns, Rows) = (file, sheet, headingRow, columns, rows);

    /// <summary>The file.</summary>
    public TableFile File { get; }

    /// <summary>The sheet.</summary>
    public TableSheet Sheet { get; }

    /// <summary>The number of the row with the headings; 0 where it has none.</summary>
    public int HeadingRow { get; }

    /// <summary>Its columns that hold anything, each with a name that no other has.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>The rows with what is to be imported.</summary>
    public IReadOnlyList<SheetRow> Rows { get; }

    /// <summary>
    /// The table of a sheet. Where no row is named, the headings are in that of the first ones that has the most known headings, or in the first.
    /// </summary>
    public static TableView Of(TableFile file, TableSheet sheet, int? headingRow = null)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var head = headingRow is { } given
            ? sheet.Rows.FirstOrDefault(row => row.Number == given)
            : sheet.Rows.Take(Searched).MaxBy(row => row.Cells.Count(cell => ColumnGuess.IsKnown(cell)) + (row == sheet.Rows[0] ? 0.5 : 0));
        var rows = head is null ? sheet.Rows : [.. sheet.Rows.SkipWhile(row => row.Number <= head.Number)];
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var columns = new List<TableColumn>();
        var width = rows.Append(head).Max(row => row?.Cells.Length ?? 0);
        for (var i = 0; i < width; i++)
        {
            var heading = head?[i] ?? "";
            var samples = rows.Select(row => row[i]).Where(cell => cell.Length > 0).Distinct().Take(Samples)
                .Select(cell => TypedText.Shortened(cell, SampleLetters)).ToList();
            if (heading.Length > 0 || samples.Count > 0)
            {
                var name = Free(heading.Length > 0 ? heading.ReplaceLineEndings(" ") : $"Column {Letter(i)}");
                columns.Add(new TableColumn(i, Letter(i), name, samples));
            }
        }

        return new TableView(file, sheet, head?.Number ?? 0, columns, rows);

        string Free(string name)
        {
            var free = name;
            for (var n = 2; !names.Add(free); n++)
            {
                free = $"{name} ({n})";
            }

            return free;
        }
    }

    /// <summary>The column of that name; null where it has none.</summary>
    public TableColumn? Find(string? name) =>
        name is null ? null : Columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase));

    // As spreadsheet programs call it: A to Z, AA, AB.
    private static string Letter(int index) => index < 26 ? ((char)('A' + index)).ToString() : Letter((index / 26) - 1) + Letter(index % 26);
}

/// <summary>A column of a table.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Letter">Its letter, as spreadsheet programs show it.</param>
/// <param name="Name">Its heading; where another has the same, with a number.</param>
/// <param name="Samples">Some of what stands in it.</param>
public sealed record TableColumn(int Index, string Letter, string Name, IReadOnlyList<string> Samples);
