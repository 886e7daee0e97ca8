using System.Text.Json;

namespace PeaceTracker.Services.Export;

/// <summary>What must be known about a table in CSV, as a file of its own after “CSV on the Web” of the W3C.</summary>
public static class TableMetadata
{
    /// <summary>What is put behind the address of a CSV file to have this one.</summary>
    public const string Ending = "-metadata.json";

    // Of what must be known, what has a name in the vocabularies that such files speak; the rest are notes.
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        [ExportTable.Definition] = "dc:description",
        [ExportTable.AsOf] = "dc:temporal",
        [ExportTable.Change] = "schema:version",
        [ExportTable.Source] = "dc:source",
        [ExportTable.Citation] = "dc:bibliographicCitation",
        [ExportTable.Licence] = "dc:license",
    };

    /// <summary>The file about the table at <paramref name="url"/>, which may be relative to its own address.</summary>
    public static byte[] Json(ExportTable table, string url)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, ExportWriter.Json))
        {
            json.WriteStartObject();
            json.WriteStartArray("@context");
            json.WriteStringValue("http://www.w3.org/ns/csvw");
            json.WriteStartObject();
            json.WriteString("@language", "en");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteString("url", url);
            json.WriteString("dc:title", table.Title);
            foreach (var (name, text) in table.About.Where(a => Known.ContainsKey(a.Name)))
            {
                json.WriteString(Known[name], text);
            }

            json.WriteStartArray("notes");
            foreach (var (name, text) in table.About.Where(a => !Known.ContainsKey(a.Name)))
            {
                json.WriteStartObject();
                json.WriteString("schema:name", name);
                json.WriteString("schema:text", text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartObject("tableSchema");
            json.WriteStartArray("columns");
            foreach (var column in table.Columns)
            {
                json.WriteStartObject();
                json.WriteString("name", column.Name);
                json.WriteString("titles", column.Name);
                json.WriteString("dc:description", column.Definition);
                json.WriteString("datatype", TypeOf(column.Type));
                if (column.Unit is not null)
                {
                    json.WriteString("schema:unitText", column.Unit);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>The type of a column's values, as those files name it.</summary>
    public static string TypeOf(ColumnType type) => type switch
    {
        ColumnType.Text => "string",
        ColumnType.Whole => "integer",
        ColumnType.Number => "decimal",
        ColumnType.Truth => "boolean",
        ColumnType.Day => "date",
        ColumnType.Moment => "dateTime",
    };
}
