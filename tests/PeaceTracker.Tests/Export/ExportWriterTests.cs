using System.Text;
using System.Text.Json;
using PeaceTracker.Services.Export;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Export;

public class ExportWriterTests
{
    private static readonly ExportTable Table = new(
        "Talks", [("as_of", "2026-01-05"), ("change", "7"), ("filters", "none"), ("source", "=here")],
        [
            new("number", ColumnType.Whole, "How many.", "issues"), new("text", ColumnType.Text, "Words."),
            new("true", ColumnType.Truth, "Whether."), new("date", ColumnType.Day, "When."), new("none", ColumnType.Number, "Nothing."),
        ],
        [[-1, "say \"a, b\"", true, new DateOnly(2026, 1, 2), null], [2, "=HYPERLINK(\"http://x\")", false, null, null]]);

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49", "'+49")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData(" =1", "' =1")]
    [InlineData("a=b", "a=b")]
    [InlineData("a\n\nb", "a\n\nb")]
    [InlineData("from 3, -5 km", "from 3, -5 km")]
    [InlineData("Water;=1+1", "Water;'=1+1")]
    [InlineData("Water; \"=1+1\"", "Water;' \"=1+1\"")]
    [InlineData("Water|@x", "Water|'@x")]
    [InlineData("Water\t+1", "Water\t'+1")]
    [InlineData("Water\n-1", "Water\n'-1")]
    [InlineData("", "")]
    public void Safe_Text_NoFormula(string text, string expected) => Assert.Equal(expected, CellText.Safe(text));

    // Written out by the rules of RFC 4180: CRLF, every text in quotes, inner quotes doubled. The table alone: what must be known of it is elsewhere.
    [Fact]
    public void Csv_Table_AfterTheRules() => Assert.Equal(
        "\uFEFFnumber,text,true,date,none\r\n" +
        "-1,\"say \"\"a, b\"\"\",true,2026-01-02,\r\n" +
        "2,\"'=HYPERLINK(\"\"http://x\"\")\",false,,\r\n",
        Encoding.UTF8.GetString(WrittenTable.Csv(Table)));

    // Whoever opens the file by another separator than its own gets other cells, but none that begins as a formula does.
    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void Csv_OpenedByAnotherSeparator_NoCellIsAFormula(char separator)
    {
        var texts = new[] { "Water;=1+1;", "a\t=1+1\tb", "a|=1+1|b", "a;\"=1+1\";b", "a\n=1+1", "a; =1+1", "=1;=2" };
        var table = new ExportTable("t", [], [Table.Columns[0], Table.Columns[1]], [.. texts.Select(t => new object?[] { 1, t })]);
        var csv = Encoding.UTF8.GetString(WrittenTable.Csv(table));

        var cells = csv.Split([separator, '\r', '\n']).Select(cell => cell.Trim(' ', '"', '\uFEFF'));

        Assert.DoesNotContain(cells, cell => cell.Length > 0 && "=+-@".Contains(cell[0]));
    }

    [Fact]
    public void Json_Table_TypedValuesColumnsAndWhatMustBeKnown()
    {
        using var json = JsonDocument.Parse(WrittenTable.Json(Table));

        Assert.Equal("2026-01-05", json.RootElement.GetProperty("as_of").GetString());
        Assert.Equal("How many.", json.RootElement.GetProperty("columns")[0].GetProperty("definition").GetString());
        var row = json.RootElement.GetProperty("rows")[0];
        Assert.Equal(-1, row.GetProperty("number").GetInt32());
        Assert.True(row.GetProperty("true").GetBoolean());
        Assert.Equal("2026-01-02", row.GetProperty("date").GetString());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("none").ValueKind);
    }

    // The names are those of “Metadata Vocabulary for Tabular Data” (W3C), and of the vocabularies that it lets stand in such a file.
    [Fact]
    public void Metadata_Table_AfterCsvOnTheWeb()
    {
        using var json = JsonDocument.Parse(TableMetadata.Json(Table, "talks.csv?change=7"));

        var root = json.RootElement;
        Assert.Equal("http://www.w3.org/ns/csvw", root.GetProperty("@context")[0].GetString());
        Assert.Equal("talks.csv?change=7", root.GetProperty("url").GetString());
        Assert.Equal("Talks", root.GetProperty("dc:title").GetString());
        Assert.Equal("2026-01-05", root.GetProperty("dc:temporal").GetString());
        Assert.Equal("7", root.GetProperty("schema:version").GetString());
        Assert.Equal("filters", root.GetProperty("notes")[0].GetProperty("schema:name").GetString());
        var columns = root.GetProperty("tableSchema").GetProperty("columns").EnumerateArray().ToList();
        Assert.Equal(["integer", "string", "boolean", "date", "decimal"], columns.Select(c => c.GetProperty("datatype").GetString()));
        Assert.Equal("issues", columns[0].GetProperty("schema:unitText").GetString());
        Assert.False(columns[1].TryGetProperty("schema:unitText", out _));
    }
}
