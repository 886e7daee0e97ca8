using System.Text.Json;
using System.Text.Json.Serialization;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Negotiations.Files;

namespace PeaceTracker.Services.Editing;

/// <summary>Rows as text in the notation of the negotiation file: what is compared, and what the history keeps.</summary>
internal static class RowJson
{
    private static readonly JsonSerializerOptions Comparing = new(NegotiationFileFormat.Options) { Converters = { new ToMicrosecond() } };

    /// <summary>A row as text.</summary>
    public static string Write(object row) => JsonSerializer.Serialize(row, row.GetType(), NegotiationFileFormat.Options);

    /// <summary>
    /// A row as text in which moments are as exact as every database keeps them: for comparing, where one of the two may be stamped more exactly.
    /// </summary>
    public static string WriteToMicrosecond(object row) => JsonSerializer.Serialize(row, row.GetType(), Comparing);

    /// <summary>The row of a section that such a text was written from.</summary>
    public static IRow Read(RecordSection section, string json) =>
        (IRow)JsonSerializer.Deserialize(json, section.RowType, NegotiationFileFormat.Options)!;

    private sealed class ToMicrosecond : JsonConverter<DateTime>
    {
        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTime();

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToMicrosecond());
    }
}
