using System.Text.Json;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Negotiations.Files;

namespace PeaceTracker.Services.Editing;

/// <summary>Rows as text in the notation of the negotiation file: what is compared, and what the history keeps.</summary>
internal static class RowJson
{
    /// <summary>A row as text.</summary>
    public static string Write(object row) => JsonSerializer.Serialize(row, row.GetType(), NegotiationFileFormat.Options);

    /// <summary>The row of a section that such a text was written from.</summary>
    public static IRow Read(RecordSection section, string json) =>
        (IRow)JsonSerializer.Deserialize(json, section.RowType, NegotiationFileFormat.Options)!;
}
