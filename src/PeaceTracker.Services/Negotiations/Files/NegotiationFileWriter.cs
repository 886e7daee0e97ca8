using System.Text.Json;
using System.Text.Json.Nodes;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.Negotiations.Files;

/// <summary>Writes a record as a negotiation file that the reader reads back as the same record.</summary>
public static class NegotiationFileWriter
{
    private const int Enough = 64 * 1024;

    /// <summary>Writes <paramref name="record"/> to <paramref name="stream"/>, which stays open.</summary>
    public static Task WriteAsync(NegotiationRecord record, Stream stream, CancellationToken cancellationToken) =>
        WriteAsync(new NegotiationFile(record), stream, cancellationToken);

    /// <summary>
    /// Writes a record, with its history where it has one, to <paramref name="stream"/>, which stays open: row by row, so that memory holds one row
    /// at a time beside the record.
    /// </summary>
    public static async Task WriteAsync(NegotiationFile content, Stream stream, CancellationToken cancellationToken)
    {
        var options = NegotiationFileFormat.Options;
        var layout = new JsonWriterOptions { Indented = options.WriteIndented, NewLine = options.NewLine, Encoder = options.Encoder };
        var moment = MostFrequentMoment(content.Record);
        await using (var writer = new Utf8JsonWriter(stream, layout))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", NegotiationFileFormat.Schema);
            writer.WriteNumber("formatVersion", NegotiationFileFormat.Version);
            if (moment is not null)
            {
                writer.WriteString(NegotiationFileFormat.RecordedAt, moment);
            }

            foreach (var section in RecordSections.All)
            {
                await WriteAsync(section);
            }

            if (content.History is { } history)
            {
                writer.WriteStartArray(NegotiationFileFormat.History);
                foreach (var past in history)
                {
                    JsonSerializer.Serialize(writer, FileChange.Of(past), options);
                    await FlushAsync();
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();

            async Task WriteAsync(RecordSection section)
            {
                var rows = section.In(content.Record);
                if (section is RecordList)
                {
                    if (rows.Count == 0)
                    {
                        return;
                    }

                    writer.WriteStartArray(section.Name);
                }
                else
                {
                    writer.WritePropertyName(section.Name);
                }

                foreach (var row in rows)
                {
                    var json = Node(row);
                    LeaveOut(json, moment);
                    json.WriteTo(writer, options);
                    await FlushAsync();
                }

                if (section is RecordList)
                {
                    writer.WriteEndArray();
                }
            }

            Task FlushAsync() => writer.BytesPending > Enough ? writer.FlushAsync(cancellationToken) : Task.CompletedTask;
        }

        await stream.WriteAsync("\n"u8.ToArray(), cancellationToken);
    }

    private static JsonNode Node(IRow row) => JsonSerializer.SerializeToNode(row, row.GetType(), NegotiationFileFormat.Options)!;

    /// <summary>The moment at which most records were entered is written once, at the top.</summary>
    private static string? MostFrequentMoment(NegotiationRecord record) => RecordSections.All
        .SelectMany(section => section.In(record))
        .SelectMany(row => Objects(Node(row)))
        .Select(o => (string?)o[NegotiationFileFormat.RecordedAt])
        .OfType<string>()
        .CountBy(moment => moment, StringComparer.Ordinal)
        .OrderByDescending(counted => counted.Value).ThenBy(counted => counted.Key, StringComparer.Ordinal)
        .Select(counted => counted.Key)
        .FirstOrDefault();

    private static void LeaveOut(JsonNode row, string? moment)
    {
        foreach (var holder in Objects(row).Where(o => (string?)o[NegotiationFileFormat.RecordedAt] == moment).ToList())
        {
            holder.Remove(NegotiationFileFormat.RecordedAt);
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject o => o.Select(p => p.Value).SelectMany(Objects).Prepend(o),
        JsonArray a => a.SelectMany(Objects),
        _ => [],
    };
}
