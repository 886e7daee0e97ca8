using System.IO.Compression;
using System.Text;
using System.Text.Json;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Tests.Export;

public class ExportWriterTests
{
    private static readonly ExportTable Table = new(
        "Talks", [("as_of", "2026-01-05"), ("source", "=here")], ["number", "text", "true", "date", "none"],
        [[-1, "say \"a, b\"", true, new DateOnly(2026, 1, 2), null], [2, "=HYPERLINK(\"http://x\")", false, null, null]]);

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49", "'+49")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void Safe_Text_NoFormula(string text, string expected) => Assert.Equal(expected, ExportTable.Safe(text));

    [Fact]
    public void Safe_NegativeNumber_StaysANumber() => Assert.Equal(-1, ExportTable.Safe(-1));

    // Written out by the rules of RFC 4180: CRLF, quotes round a field with a comma or a quote, inner quotes doubled.
    [Fact]
    public void Csv_Table_AfterTheRules() => Assert.Equal(
        "\uFEFFnumber,text,true,date,none,title,as_of,source\r\n" +
        "-1,\"say \"\"a, b\"\"\",true,2026-01-02,,Talks,2026-01-05,'=here\r\n" +
        "2,\"'=HYPERLINK(\"\"http://x\"\")\",false,,,Talks,2026-01-05,'=here\r\n",
        Encoding.UTF8.GetString(ExportWriter.Csv(Table)));

    [Fact]
    public void Json_Table_TypedValuesAndWhatMustBeKnown()
    {
        using var json = JsonDocument.Parse(ExportWriter.JsonText(Table));

        Assert.Equal("2026-01-05", json.RootElement.GetProperty("as_of").GetString());
        var row = json.RootElement.GetProperty("rows")[0];
        Assert.Equal(-1, row.GetProperty("number").GetInt32());
        Assert.True(row.GetProperty("true").GetBoolean());
        Assert.Equal("2026-01-02", row.GetProperty("date").GetString());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("none").ValueKind);
    }

    [Fact]
    public void Xlsx_Table_NumbersAsNumbersTextsWithoutFormulas()
    {
        var sheets = Sheets(ExportWriter.Xlsx(Table));

        Assert.Equal(2, sheets.Count);
        Assert.Contains("<x:v>-1</x:v>", sheets[0], StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK", sheets[0], StringComparison.Ordinal);
        Assert.Contains("2026-01-05", sheets[1], StringComparison.Ordinal);
        Assert.DoesNotContain(sheets, s => s.Contains("<x:f>", StringComparison.Ordinal) || s.Contains("<f>", StringComparison.Ordinal));
    }

    [Fact]
    public void Xlsx_NoRows_KeepsTheHeading() =>
        Assert.Contains("number", Sheets(ExportWriter.Xlsx(Table with { Rows = [] }))[0], StringComparison.Ordinal);

    private static List<string> Sheets(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        return
        [
            .. zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal))
                .OrderBy(e => e.FullName, StringComparer.Ordinal)
                .Select(e => { using var reader = new StreamReader(e.Open()); return System.Net.WebUtility.HtmlDecode(reader.ReadToEnd()); }),
        ];
    }
}
