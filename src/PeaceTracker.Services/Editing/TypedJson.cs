using System.Text.Json;
using System.Text.Json.Serialization;
using PeaceTracker.Services.Negotiations.Files;

namespace PeaceTracker.Services.Editing;

/// <summary>Forms, and the rows that they were opened on, as text: what is kept while somebody types.</summary>
public static class TypedJson
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>What is typed as text.</summary>
    public static string Write<T>(T typed) => JsonSerializer.Serialize(typed, Options);

    /// <summary>
    /// What such a text was written from; the type's default where it can't be read any more, as after another version of the form.
    /// </summary>
    public static T? Read<T>(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, Options);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>A row in the notation of the negotiation file; null for none.</summary>
    public static string? OfRow<T>(T? row) where T : class => row is null ? null : RowJson.Write(row);

    /// <summary>The row that such a text was written from.</summary>
    public static T? Row<T>(string? text) where T : class =>
        text is null ? null : JsonSerializer.Deserialize<T>(text, NegotiationFileFormat.Options);
}
