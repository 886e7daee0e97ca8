using System.Text.Json.Nodes;

namespace PeaceTracker.Services.Api;

/// <summary>What can be sent to each address at which something is recorded: each would be taken on the fictional board.</summary>
public static class ApiExamples
{
    private static readonly JsonObject All = Read();

    /// <summary>The example of an operation, by its name in the description; null where it has none.</summary>
    public static JsonNode? Of(string operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return operation.StartsWith("retract", StringComparison.Ordinal) ? new JsonObject { ["reason"] = "Entered twice." }
            : operation.StartsWith("restore", StringComparison.Ordinal) ? new JsonObject { ["reason"] = "It was right after all." }
            : All[operation]?.DeepClone();
    }

    private static JsonObject Read()
    {
        using var stream = typeof(ApiExamples).Assembly.GetManifestResourceStream("api-examples.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
