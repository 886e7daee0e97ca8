using System.IO.Compression;
using System.Text;
using PeaceTracker.Services.Import;

namespace PeaceTracker.Tests.Import;

/// <summary>Files as people have them, and such as are none: each is read as it is meant or refused in a sentence.</summary>
public class TableReaderTests
{
    private const string Table = "Title;Weight\nKraków’s “dam”;3\n";

    private static Encoding Windows(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page)!;

    // Each form of writing gives the same cells; the name tells what is wrong with it.
    public static TheoryData<string, byte[], string> Texts { get; } = new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Table), "Title|Weight / Kraków’s “dam”|3" },
        { "UTF-8 with a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Table)], "Title|Weight / Kraków’s “dam”|3" },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Table)], "Title|Weight / Kraków’s “dam”|3" },
        { "UTF-16 without a mark", Encoding.Unicode.GetBytes(Table), "Title|Weight / Kraków’s “dam”|3" },
        {
            "UTF-16 the other way round", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Table)],
            "Title|Weight / Kraków’s “dam”|3"
        },
        { "Windows-1252", Windows(1252).GetBytes(Table), "Title|Weight / Kraków’s “dam”|3" },
        { "Windows-1251", Windows(1251).GetBytes("Питання;Вага\nКордони та території;5\n"), "Питання|Вага / Кордони та території|5" },
        { "commas", "a,b\n1,2"u8.ToArray(), "a|b / 1|2" },
        { "tabs", "a\tb\n1,5\t2"u8.ToArray(), "a|b / 1,5|2" },
        { "semicolons beside decimal commas", "a;b\n1,5;2,5\n1,5;3,5"u8.ToArray(), "a|b / 1,5|2,5 / 1,5|3,5" },
        { "sep= in front", "sep=;\na;b\n1;2"u8.ToArray(), "a|b / 1|2" },
        { "a line break in a cell", "a,b\n\"one\r\ntwo\",2"u8.ToArray(), "a|b / one\ntwo|2" },
        { "a quotation mark of the words", "a,b\n5\" pipe,2"u8.ToArray(), "a|b / 5\" pipe|2" },
        { "blanks that can’t be seen", Encoding.UTF8.GetBytes("a,b\n\u00A0x\u200B\u00A0y ,\uFEFF2"), "a|b / x y|2" },
        { "escapes left as letters", Encoding.UTF8.GetBytes("a,b\nIsn\\u2019t,2"), "a|b / Isn’t|2" },
        { "an empty last column", "a,b,\n1,2,\n"u8.ToArray(), "a|b / 1|2" },
        { "empty lines", "a,b\n\n\n1,2\n,\n"u8.ToArray(), "a|b / 1|2" },
        { "rows of another length", "a,b\n1\n1,2,3"u8.ToArray(), "a|b / 1 / 1|2|3" },
        { "a text that would be run as a formula", "a,b\n'=1+1,'-5 km"u8.ToArray(), "a|b / =1+1|-5 km" },
        { "an apostrophe of the words", "a,b\n'tis,2"u8.ToArray(), "a|b / 'tis|2" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Read_TextInWhateverForm_IsTheCellsThatWereMeant(string form, byte[] bytes, string expected) =>
        Assert.Equal(expected, Cells(Assert.Single(Opened(bytes, form).Sheets)));

    [Fact]
    public void Read_EmptyLines_KeepTheNumbersThatASpreadsheetShows() =>
        Assert.Equal([1, 4], Opened("a,b\n\n\n1,2\n"u8.ToArray()).Sheets[0].Rows.Select(row => row.Number));

    public static TheoryData<string, byte[]> Others { get; } = new()
    {
        { "This is a PDF.", "%PDF-1.7 …"u8.ToArray() },
        { "This is a picture.", [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0] },
        { "an old workbook (.xls), or one with a password", [0xD0, 0xCF, 0x11, 0xE0, 0, 0] },
        { "This is a web page", "\n <table><tr><td>saved as .xls</td></tr></table>"u8.ToArray() },
        { "This is a negotiation file", "{ \"formatVersion\": 1 }"u8.ToArray() },
        { "This is a JSON file", "[{\"a\": 1}]"u8.ToArray() },
        { "The file is empty.", [] },
        { "There is nothing in the file.", " \n \n"u8.ToArray() },
        { "This is not a table that can be read", [1, 0, 0, 2, 3, 0, 0, 0, 5] },
        { "a quotation mark that is opened in line 3 is never closed", "a,b\n1,2\n\"x,2\n3,4\n"u8.ToArray() },
        { "more than 200,000 rows", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("1,2\n", 200_002))) },
        { "Row 1 has 501 cells", Encoding.ASCII.GetBytes(string.Join(',', Enumerable.Repeat("1", 501))) },
        { "This is an archive", Zip("notes.txt", "x") },
        { "This is a word processor document", Zip("word/document.xml", "<x/>") },
        { "The file is damaged", new WorkbookFile().Sheet("A", ["Title"]).Write().ToArray()[..300] },
        { "The file is damaged", new WorkbookFile().Sheet("A", "<row><c>").Write().ToArray() },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Read_FileThatIsNone_IsRefusedInASentence(string sentence, byte[] bytes)
    {
        var refused = Assert.IsType<TableRead.Refused>(Read(bytes));

        Assert.Contains(sentence, refused.Sentence, StringComparison.OrdinalIgnoreCase);
    }

    // 60 MB of zeros in a file of some 60 KB: more than 16 MB, and more than 200 times as much.
    [Fact]
    public void Read_WorkbookThatUnpacksToFarMore_IsRefused()
    {
        var file = new WorkbookFile().Sheet("A", $"<row><c t=\"inlineStr\"><is><t>{new string('0', 60_000_000)}</t></is></c></row>").Write();

        Assert.InRange(file.Length, 1, 1_000_000);
        Assert.Contains("unpacks to more", Assert.IsType<TableRead.Refused>(Read(file.ToArray())).Sentence, StringComparison.Ordinal);
    }

    // By its length alone: nothing of it is read. One byte less is a file like others.
    [Theory]
    [InlineData(1, "It is larger than 50 MB, the most that is read at once. Split it into several files.")]
    [InlineData(0, "This is not a table that can be read.")]
    public void Read_FileOfFiftyMegabytes_IsRefusedWhereItIsLarger(int beyond, string sentence)
    {
        using var file = new FileStream(
            Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);
        file.SetLength((50L * 1024 * 1024) + beyond);

        var refused = Assert.IsType<TableRead.Refused>(TableReader.Read(file, "a", TestContext.Current.CancellationToken));

        Assert.StartsWith(sentence, refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WorkbookWithItsOwnEntities_IsRefused() => Assert.IsType<TableRead.Refused>(
        Read(Zip("_rels/.rels", "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><Relationships>&a;</Relationships>")));

    // 46,099 days after 30 December 1899 is 18 March 2026.
    [Fact]
    public void Read_Workbook_TakesCellsAsTheyAreShown()
    {
        var book = new WorkbookFile();
        var rich = book.Text("<r><t>Isn</t></r><r><t>_x2019_t</t></r><rPh><t>no</t></rPh><rPh><t>no</t></rPh>");
        var plain = book.Text("<t> Title: </t>");
        var file = Opened(book.Sheet("Points",
            $"""
            <row r="2"><c r="A2" t="s"><v>{plain}</v></c><c r="C2" t="s"><v>{rich}</v></c></row>
            <row r="5"><c r="A5" s="1"><v>46099</v></c><c r="B5" s="2"><v>46099.75</v></c><c r="C5" s="3"><v>0.9</v></c></row>
            <row r="6"><c r="A6"><f>A1+A2</f><v>0.30000000000000004</v></c><c r="B6"><f>NOW()</f></c><c r="C6" t="e"><v>#REF!</v></c></row>
            <row r="7"><c r="A7" t="b"><v>1</v></c><c r="B7" t="str"><f>"a"</f><v>a</v></c><c r="C7" t="d"><v>2026-03-18T00:00:00</v></c></row>
            """).Write().ToArray());

        Assert.Equal(
            "Title:||Isn’t / 2026-03-18|2026-03-18|90% / 0.3|#VALUE!|#REF! / true|a|2026-03-18", Cells(Assert.Single(file.Sheets)));
        Assert.Equal([2, 5, 6, 7], file.Sheets[0].Rows.Select(row => row.Number));
    }

    // As programs write it that never worked it out: an empty value is none.
    [Fact]
    public void Read_FormulaWithAnEmptyValue_SaysThatItHasNone() => Assert.Equal("#VALUE!|#VALUE!", Cells(Opened(new WorkbookFile()
        .Sheet("A", "<row><c><f>1+2</f><v></v></c><c><f>1+2</f><v/></c></row>").Write().ToArray()).Sheets[0]));

    // Days counted from 1904 on are 1,462 fewer.
    [Fact]
    public void Read_WorkbookThatCountsFrom1904_HasTheSameDays() => Assert.Equal("2026-03-18", Cells(Opened(new WorkbookFile
    {
        Properties = "<workbookPr date1904=\"1\"/>",
    }.Sheet("A", "<row><c s=\"1\"><v>44637</v></c></row>").Write().ToArray()).Sheets[0]));

    [Fact]
    public void Read_MergedCells_StandInEachOfTheirRows() => Assert.Equal("Category|Title / Security|a / Security|b / Money|c", Cells(Opened(
        new WorkbookFile().Sheet("A",
            """
            <row r="1"><c r="A1" t="str"><v>Category</v></c><c r="B1" t="str"><v>Title</v></c></row>
            <row r="2"><c r="A2" t="str"><v>Security</v></c><c r="B2" t="str"><v>a</v></c></row>
            <row r="3"><c r="B3" t="str"><v>b</v></c></row>
            <row r="4"><c r="A4" t="str"><v>Money</v></c><c r="B4" t="str"><v>c</v></c></row>
            """, after: "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>").Write().ToArray()).Sheets[0]));

    [Fact]
    public void Read_HiddenSheets_AreNamedAsSuch()
    {
        var book = new WorkbookFile().Sheet("Points", ["Title"], ["a"]).Sheet("Old", "<row><c><v>1</v></c></row>", hidden: true).Sheet("Empty", "");
        var file = Opened(book.Write().ToArray());

        Assert.Equal([("Points", false), ("Old", true)], file.Sheets.Select(sheet => (sheet.Name, sheet.Hidden)));
    }

    private static string Cells(TableSheet sheet) => string.Join(" / ", sheet.Rows.Select(row => string.Join('|', row.Cells)));

    private static TableFile Opened(byte[] bytes, string name = "a") => Read(bytes, name) switch
    {
        TableRead.Opened opened => opened.File,
        TableRead.Refused refused => throw new InvalidOperationException(refused.Sentence),
        _ => throw new InvalidOperationException(),
    };

    private static TableRead Read(byte[] bytes, string name = "a") =>
        TableReader.Read(new MemoryStream(bytes), name, TestContext.Current.CancellationToken);

    private static byte[] Zip(string name, string text)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry(name).Open();
            part.Write(Encoding.UTF8.GetBytes(text));
        }

        return stream.ToArray();
    }
}
