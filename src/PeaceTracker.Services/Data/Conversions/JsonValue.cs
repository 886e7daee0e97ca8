using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PeaceTracker.Services.Data.Conversions;

/// <summary>A small value that is read and written with its owner: one JSON text column, in the notation of the lists.</summary>
internal sealed class JsonValue<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, JsonLists.Options),
    json => JsonSerializer.Deserialize<T>(json, JsonLists.Options)!);
