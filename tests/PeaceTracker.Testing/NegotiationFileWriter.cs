using System.Text.Json;
using System.Text.Json.Nodes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Negotiations.Files;

namespace PeaceTracker.Testing;

/// <summary>Writes a record as a negotiation file that the reader reads back as the same record.</summary>
public static class NegotiationFileWriter
{
    /// <summary>Writes <paramref name="record"/> to <paramref name="stream"/>, which stays open.</summary>
    public static async Task WriteAsync(NegotiationRecord record, Stream stream, CancellationToken cancellationToken)
    {
        var options = NegotiationFileFormat.Options;
        var sections = JsonSerializer.SerializeToNode(record, options)!.AsObject();
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
