using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CsvHelper;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace PeaceTracker.Services.Export;

/// <summary>Writes a table as CSV, XLSX or JSON.</summary>
public static class ExportWriter
{
    private const string DateFormat = "yyyy-MM-dd";

    private static readonly JsonWriterOptions Json = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>
    /// The table as CSV after RFC 4180, in UTF-8 with a byte order mark, by which spreadsheets know it. A comment would break the
    /// readers of such files, so what must be known about the table stands in columns after its own, on every row.
    /// </summary>
    public static byte[] Csv(ExportTable table)
    {
        (string Name, string Text)[] about = [("title", table.Title), .. table.About];
        using var stream = new MemoryStream();
        stream.Write(Encoding.UTF8.Preamble);
        using (var csv = CsvWriter.Create(stream, options: null, leaveOpen: true))
        {
            csv.WriteRecord([.. table.Columns, .. about.Select(a => a.Name)]);
            foreach (var row in table.Rows)
            {
                string?[] fields = [.. row.Concat(about.Select(a => a.Text)).Select(value => Text(ExportTable.Safe(value)))];
                csv.WriteRecord(fields);
            }
        }

        return stream.ToArray();
    }

    /// <summary>The table as a workbook: a sheet with the rows, and a sheet "About".</summary>
    public static byte[] Xlsx(ExportTable table)
    {
        using var stream = new MemoryStream();
        var sheets = new Dictionary<string, object>
        {
            ["Data"] = Sheet(table.Columns, table.Rows),
            ["About"] = Sheet(["name", "text"], [["title", table.Title], .. table.About.Select(a => new object?[] { a.Name, a.Text })]),
        };
        var configuration = new OpenXmlConfiguration { TableStyles = TableStyles.None, AutoFilter = false };
        stream.SaveAs(sheets, excelType: ExcelType.XLSX, configuration: configuration);
        return stream.ToArray();
    }

    /// <summary>The table as one JSON object: title, what must be known, and the rows as objects.</summary>
    public static byte[] JsonText(ExportTable table)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Json))
        {
            json.WriteStartObject();
            json.WriteString("title", table.Title);
            foreach (var (name, text) in table.About)
            {
                json.WriteString(name, text);
            }

            json.WriteStartArray("rows");
            foreach (var row in table.Rows)
            {
                json.WriteStartObject();
                for (var i = 0; i < row.Count; i++)
                {
                    json.WritePropertyName(table.Columns[i]);
                    Write(json, row[i]);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case int number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case null:
                json.WriteNullValue();
                break;
            default:
                json.WriteStringValue(Text(value));
                break;
        }
    }

    private static string? Text(object? value) => value switch
    {
        bool truth => truth ? "true" : "false",
        DateOnly date => date.ToString(DateFormat, CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    // Dates go as texts in the one form that no spreadsheet turns round; numbers and truth values as what they are.
    private static List<Dictionary<string, object?>> Sheet(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        var all = rows.Count > 0 ? rows : [new object?[columns.Count]];
        return [.. all.Select(row => Enumerable.Range(0, columns.Count).ToDictionary(
            i => columns[i], i => ExportTable.Safe(row[i] is DateOnly date ? Text(date) : row[i])))];
    }
}
