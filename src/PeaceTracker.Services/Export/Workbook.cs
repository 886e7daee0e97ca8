using PeaceTracker.Domain.Changes;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace PeaceTracker.Services.Export;

/// <summary>
/// Writes a table as a workbook: a sheet with the rows, one with what each column holds, and one with what must be known about the table. Numbers are
/// numbers, days are days, and a text is a text, whatever it begins with. The same table is the same file, whenever it is made.
/// </summary>
public static class Workbook
{
    private const double Narrow = 14, Wide = 40;

    /// <summary>The workbook.</summary>
    public static async Task<byte[]> WriteAsync(ExportTable table)
    {
        using var stream = new MemoryStream();
        await using (var book = await Spreadsheet.CreateNewAsync(
            stream, new() { DocumentProperties = null, PreserveStringWhitespace = true, WriteCellReferenceAttributes = true }))
        {
            var styles = new Styles(
                book.AddStyle(new Style { Font = { Bold = true } }),
                book.AddStyle(new Style { Format = NumberFormat.Custom("yyyy\\-mm\\-dd") }),
                book.AddStyle(new Style { Format = NumberFormat.Custom("yyyy\\-mm\\-dd\\ hh:mm:ss") }));
            await SheetAsync(book, styles, "Data", table.Columns, table.Rows);
            await SheetAsync(book, styles, "Columns", Texts("column", "type", "unit", "definition"),
                [.. table.Columns.Select(c => new object?[] { c.Name, TableMetadata.TypeOf(c.Type), c.Unit, c.Definition })]);
            await SheetAsync(book, styles, "About", Texts("name", "text"),
                [["title", table.Title], .. table.About.Select(a => new object?[] { a.Name, a.Text })]);
            await book.FinishAsync();
        }

        await ZipParts.UndateAsync(stream);
        return stream.ToArray();
    }

    private static ExportColumn[] Texts(params string[] names) => [.. names.Select(name => new ExportColumn(name, ColumnType.Text, ""))];

    private static async Task SheetAsync(
        Spreadsheet book, Styles styles, string name, IReadOnlyList<ExportColumn> columns, IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        var sheet = new WorksheetOptions { FrozenRows = 1 };
        for (var i = 0; i < columns.Count; i++)
        {
            sheet.Column(i + 1).Width = columns[i].Type == ColumnType.Text && name != "Columns" || columns[i].Name == "definition" ? Wide : Narrow;
        }

        await book.StartWorksheetAsync(name, sheet);
        await book.AddHeaderRowAsync([.. columns.Select(column => column.Name)], styles.Head);
        foreach (var row in rows)
        {
            await book.AddRowAsync([.. row.Select(value => CellOf(value, styles))]);
        }
    }

    // Of a day that is not known there is no date: the week or the month is a text, as precisely as it is known.
    private static Cell CellOf(object? value, Styles styles) => value switch
    {
        int number => new(number),
        long number => new(number),
        decimal number => new(number),
        bool truth => new(truth),
        DateOnly day => CellOf(day, styles),
        DateAsKnown { Precision: DatePrecision.Day, On: var day } => CellOf(day, styles),
        DateAsKnown known => new(KnownText(known)),
        DateTime moment => new(moment, styles.Moment),
        string text => new(CellText.Fit(text)),
        _ => default,
    };

    // A workbook counts its days from 1900.
    private static Cell CellOf(DateOnly day, Styles styles) =>
        day.Year >= 1901 ? new(day.ToDateTime(TimeOnly.MinValue), styles.Day) : new(ExportTable.Day(day));

    private static string KnownText(DateAsKnown known) => known.Precision switch
    {
        DatePrecision.Month => FormattableString.Invariant($"{known.On:yyyy-MM}"),
        DatePrecision.Week => FormattableString.Invariant(
            $"{System.Globalization.ISOWeek.GetYear(known.On.ToDateTime(TimeOnly.MinValue))}-W{
                System.Globalization.ISOWeek.GetWeekOfYear(known.On.ToDateTime(TimeOnly.MinValue)):00}"),
        DatePrecision.Day => ExportTable.Day(known.On),
    };

    private sealed record Styles(StyleId Head, StyleId Day, StyleId Moment);
}
