using System.Text.Json;

namespace PeaceTracker.Services.Export;

/// <summary>The values of a scale as machines are told them: "agreed-in-principle".</summary>
public static class ScaleWord
{
    /// <summary>The word of a value.</summary>
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
