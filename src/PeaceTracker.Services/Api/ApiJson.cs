using System.Text.Json;
using System.Text.Json.Serialization;
using PeaceTracker.Services.Negotiations.Files;

namespace PeaceTracker.Services.Api;

/// <summary>How the API writes JSON: rows with the names and words of the negotiation file, figures in camel case.</summary>
public static class ApiJson
{
    /// <summary>The options, for whoever writes an answer.</summary>
    public static JsonSerializerOptions Options { get; } = Made();

    /// <summary>The same for people to read.</summary>
    public static JsonSerializerOptions Indented { get; } = new(Options) { WriteIndented = true };

    /// <summary>Gives options the same form, for whoever describes the answers.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.NumberHandling = JsonNumberHandling.Strict;
        NegotiationFileFormat.Apply(options);
    }

    private static JsonSerializerOptions Made()
    {
        var options = new JsonSerializerOptions();
        Apply(options);
        options.MakeReadOnly();
        return options;
    }
}
