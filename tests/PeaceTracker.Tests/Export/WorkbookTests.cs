using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Export;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Export;

public class WorkbookTests
{
    private static readonly ExportColumn[] Columns =
        [new("a", ColumnType.Text, "The first."), new("b", ColumnType.Day, "The second."), new("c", ColumnType.Number, "The third.")];

    [Fact]
    public void Write_EveryKindOfValue_IsValidAfterTheSchemas()
    {
        using var book = Open(
            ["=1+1", new DateOnly(2026, 1, 2), 43.75m], ["\u0001\uFFFE\uD83D", null, -5],
            [true, new DateTime(2026, 1, 2, 3, 4, 5), 7L], [null, null, null]);

        Assert.Empty(new OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken)
            .Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
        Assert.Equal(["Data", "Columns", "About"], book.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!));
        // A style sheet without a fill is what strict readers stumble over.
        Assert.All(book.WorkbookPart.WorkbookStylesPart!.Stylesheet!.Fills!, fill => Assert.NotEmpty(fill.ChildElements));
    }

    [Theory]
    [InlineData("-5 km zone")]
    [InlineData("=1+1")]
    [InlineData("@home")]
    public void Write_TextThatLooksLikeAFormula_IsThatText(string text)
    {
        using var book = Open([text, null, null]);
        var cell = Cells(book)[3];

        Assert.Equal(text, cell.InnerText);
        Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
        Assert.Empty(book.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<CellFormula>()));
    }

    [Fact]
    public void Write_NumbersAndKnownDays_AreNumbersWithTheFormOfADay()
    {
        using var book = Open(["x", (DateAsKnown)new DateOnly(2026, 1, 2), 43.75m]);
        var cells = Cells(book);

        // 46,024 days: 2026-01-02 as workbooks count from 1900.
        Assert.Equal((46024d, 43.75), (Number(cells[4]), Number(cells[5])));
        var style = (CellFormat)book.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.ElementAt((int)cells[4].StyleIndex!.Value);
        var format = book.WorkbookPart.WorkbookStylesPart.Stylesheet.NumberingFormats!.Elements<NumberingFormat>()
            .Single(f => f.NumberFormatId!.Value == style.NumberFormatId!.Value);
        Assert.Equal("yyyy\\-mm\\-dd", format.FormatCode!.Value);
    }

    // 2025-12-01 is a Monday, of the 49th week of its year.
    [Theory]
    [InlineData(DatePrecision.Month, "2025-12")]
    [InlineData(DatePrecision.Week, "2025-W49")]
    public void Write_DayNotKnown_IsTextAsPreciseAsItIsKnown(DatePrecision precision, string expected)
    {
        using var book = Open(["x", new DateAsKnown(new(2025, 12, 1), precision), null]);

        Assert.Equal(expected, Cells(book)[4].InnerText);
    }

    [Fact]
    public void Write_TextLongerThanACell_IsCutBetweenLettersWithANote()
    {
        // A letter with its mark is two; wherever the cut is, the mark stays with its letter.
        using var book = Open([string.Concat(Enumerable.Repeat("e\u0301", 100_000)), null, null]);
        var text = Cells(book)[3].InnerText;

        Assert.InRange(text.Length, CellText.Most - 2, CellText.Most);
        Assert.Contains("e\u0301 […] Cut here", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_SameTableTwice_IsTheSameFile()
    {
        var table = Table(["x", new DateOnly(2026, 1, 2), 1m]);

        Assert.Equal(WrittenTable.Workbook(table), WrittenTable.Workbook(table));
    }

    [Fact]
    public void Write_NoRows_KeepsTheHeading()
    {
        using var book = Open();

        Assert.Equal(["a", "b", "c"], Cells(book).Select(cell => cell.InnerText));
    }

    private static double Number(Cell cell) => double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture);

    private static List<Cell> Cells(SpreadsheetDocument book) =>
        [.. ((WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook!.Descendants<Sheet>().First().Id!.Value!))
            .Worksheet!.Descendants<Cell>()];

    private static ExportTable Table(params object?[][] rows) => new("Talks", [("as_of", "2026-01-05")], Columns, rows);

    private static SpreadsheetDocument Open(params object?[][] rows) =>
        SpreadsheetDocument.Open(new MemoryStream(WrittenTable.Workbook(Table(rows))), isEditable: false);
}
