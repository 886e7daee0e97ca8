using System.Text.Json;
using System.Text.Json.Nodes;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.Negotiations.Files;

/// <summary>Writes a record as a negotiation file that the reader reads back as the same record.</summary>
public static class NegotiationFileWriter
{
    /// <summary>Writes <paramref name="record"/> to <paramref name="stream"/>, which stays open.</summary>
    public static Task WriteAsync(NegotiationRecord record, Stream stream, CancellationToken cancellationToken) =>
        WriteAsync(new NegotiationFile(record), stream, cancellationToken);

    /// <summary>Writes a record, with its history where it has one, to <paramref name="stream"/>, which stays open.</summary>
    public static async Task WriteAsync(NegotiationFile content, Stream stream, CancellationToken cancellationToken)
    {
        var options = NegotiationFileFormat.Options;
        var sections = JsonSerializer.SerializeToNode(content.Record, options)!.AsObject();
        var file = new JsonObject
        {
            ["$schema"] = NegotiationFileFormat.Schema,
            ["formatVersion"] = NegotiationFileFormat.Version,
        };
        if (MostFrequentMoment(sections) is { } moment)
        {
            file[NegotiationFileFormat.RecordedAt] = moment;
            LeaveOut(sections, moment);
        }

        foreach (var (name, section) in sections)
        {
            file[name] = section?.DeepClone();
        }

        if (content.History is { } history)
        {
            file[NegotiationFileFormat.History] = JsonSerializer.SerializeToNode(history.Select(FileChange.Of).ToList(), options);
        }

        await JsonSerializer.SerializeAsync(stream, file, options, cancellationToken);
        await stream.WriteAsync("\n"u8.ToArray(), cancellationToken);
    }

    /// <summary>The moment at which most records were entered is written once, at the top.</summary>
    private static string? MostFrequentMoment(JsonNode sections) => Objects(sections)
        .Select(o => (string?)o[NegotiationFileFormat.RecordedAt])
        .OfType<string>()
        .GroupBy(m => m, StringComparer.Ordinal)
        .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key;

    private static void LeaveOut(JsonNode sections, string moment)
    {
        foreach (var holder in Objects(sections).Where(o => (string?)o[NegotiationFileFormat.RecordedAt] == moment).ToList())
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
