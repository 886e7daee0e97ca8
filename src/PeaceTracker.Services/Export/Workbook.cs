using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Data;
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

    /// <summary>Writes the workbook. It is made on the disk, since the moment of its making is taken out of it once it is whole.</summary>
    public static async Task WriteAsync(ExportTable table, Stream stream, CancellationToken cancellationToken)
    {
        await using var whole = Scratch.OpenFile();
        await using (var book = await Spreadsheet.CreateNewAsync(
            whole, new() { DocumentProperties = null, PreserveStringWhitespace = true, WriteCellReferenceAttributes = true }, cancellationToken))
        {
            var styles = new Styles(
                book.AddStyle(new Style { Font = { Bold = true } }),
                book.AddStyle(new Style { Format = NumberFormat.Custom("yyyy\\-mm\\-dd") }),
                book.AddStyle(new Style { Format = NumberFormat.Custom("yyyy\\-mm\\-dd\\ hh:mm:ss") }));
            await SheetAsync(book, styles, "Data", table.Columns, table.Rows, cancellationToken);
            await SheetAsync(book, styles, "Columns", Texts("column", "type", "unit", "definition"),
                [.. table.Columns.Select(c => new object?[] { c.Name, TableMetadata.TypeOf(c.Type), c.Unit, c.Definition })], cancellationToken);
            await SheetAsync(book, styles, "About", Texts("name", "text"),
                [["title", table.Title], .. table.About.Select(a => new object?[] { a.Name, a.Text })], cancellationToken);
            await book.FinishAsync(cancellationToken);
        }

        ZipParts.Undate(whole);
        whole.Position = 0;
        await whole.CopyToAsync(stream, cancellationToken);
    }

    private static ExportColumn[] Texts(params string[] names) => [.. names.Select(name => new ExportColumn(name, ColumnType.Text, ""))];

    private static async Task SheetAsync(
        Spreadsheet book, Styles styles, string name, IReadOnlyList<ExportColumn> columns, IReadOnlyList<IReadOnlyList<object?>> rows,
        CancellationToken cancellationToken)
    {
        var sheet = new WorksheetOptions { FrozenRows = 1 };
        for (var i = 0; i < columns.Count; i++)
        {
            sheet.Column(i + 1).Width = columns[i].Type == ColumnType.Text && name != "Columns" || columns[i].Name == "definition" ? Wide : Narrow;
        }

        await book.StartWorksheetAsync(name, sheet, cancellationToken);
        await book.AddHeaderRowAsync([.. columns.Select(column => column.Name)], styles.Head, cancellationToken);
        foreach (var row in rows)
        {
            await book.AddRowAsync([.. row.Select(value => CellOf(value, styles))], cancellationToken);
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
