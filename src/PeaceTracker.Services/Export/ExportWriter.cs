using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CsvHelper;
using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Services.Export;

/// <summary>Writes a table as CSV or JSON; as a workbook it is written by <see cref="Workbook"/>.</summary>
public static class ExportWriter
{
    /// <summary>How all JSON is written that leaves the house: for eyes, too, and in the letters of all scripts.</summary>
    public static JsonWriterOptions Json { get; } = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private const int Enough = 64 * 1024;

    /// <summary>
    /// The table alone as CSV after RFC 4180, in UTF-8 with a byte order mark, by which spreadsheets know it; what must be known about it stands in a
    /// file of its own (<see cref="TableMetadata"/>). Texts are quoted, all of them, and are no formulas whatever separates the cells.
    /// </summary>
    public static async Task CsvAsync(ExportTable table, Stream stream, CancellationToken cancellationToken)
    {
        // The library writes at once or not at all, which an answer is not; so it writes some rows, and those are passed on.
        using var some = new MemoryStream();
        some.Write(Encoding.UTF8.Preamble);
        await using var csv = CsvWriter.Create(some, options: null, leaveOpen: true);
        csv.WriteRecord([.. table.Columns.Select(column => column.Name)]);
        foreach (var row in table.Rows)
        {
            foreach (var value in row)
            {
                if (value is string { Length: > 0 } text)
                {
                    csv.WriteField(CellText.Safe(text), CsvQuoting.Always);
                }
                else
                {
                    csv.WriteField(Text(value));
                }
            }

            csv.EndRecord();
            if (some.Length > Enough)
            {
                await PassOnAsync();
            }
        }

        await PassOnAsync();

        async Task PassOnAsync()
        {
            await csv.FlushAsync(cancellationToken);
            await stream.WriteAsync(some.GetBuffer().AsMemory(0, (int)some.Length), cancellationToken);
            some.SetLength(0);
        }
    }

    /// <summary>The table as one JSON object: title, what must be known, the columns, and the rows as objects.</summary>
    public static async Task JsonAsync(ExportTable table, Stream stream, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(stream, Json);
        json.WriteStartObject();
        json.WriteString("title", table.Title);
        foreach (var (name, text) in table.About)
        {
            json.WriteString(name, text);
        }

        json.WriteStartArray("columns");
        foreach (var column in table.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("type", TableMetadata.TypeOf(column.Type));
            json.WriteString("unit", column.Unit);
            json.WriteString("definition", column.Definition);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            for (var i = 0; i < row.Count; i++)
            {
                json.WritePropertyName(table.Columns[i].Name);
                Write(json, row[i]);
            }

            json.WriteEndObject();
            if (json.BytesPending > Enough)
            {
                await json.FlushAsync(cancellationToken);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
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
        DateOnly date => ExportTable.Day(date),
        DateAsKnown date => ExportTable.Day(date.On),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
