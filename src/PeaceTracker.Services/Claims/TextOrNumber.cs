using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PeaceTracker.Services.Claims;

/// <summary>A text of a kept form that was kept as a number, or as nothing, before it was one.</summary>
internal sealed class TextOrNumber : JsonConverter<string>
{
    public override bool HandleNull => true;

    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number => reader.GetDecimal().ToString(CultureInfo.InvariantCulture),
        _ => reader.GetString() ?? "",
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
