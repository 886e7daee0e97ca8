using System.Text.Json;
using System.Text.Json.Nodes;
using PeaceTracker.Services.Negotiations.Files;

namespace PeaceTracker.Services.Editing;

/// <summary>One field of a row that differs between two versions of it.</summary>
/// <param name="Field">Its name in the negotiation file.</param>
/// <param name="Before">The earlier value, in the notation of that file; null where it has none.</param>
/// <param name="After">The later value.</param>
public sealed record FieldChange(string Field, JsonNode? Before, JsonNode? After);

/// <summary>Rows field by field, in the notation of the negotiation file.</summary>
public static class RowFields
{
    /// <summary>The fields that differ between two versions of a row; all of the later one where there was none before.</summary>
    public static IReadOnlyList<FieldChange> Compare(object? before, object after) =>
        Compare(before is null ? null : RowJson.Write(before), RowJson.Write(after));

    /// <summary>The same of two versions that are kept as JSON.</summary>
    internal static IReadOnlyList<FieldChange> Compare(string? before, string after)
    {
        var (then, now) = (Read(before), Read(after));
        return
        [
            .. now.Select(p => p.Key).Union(then.Select(p => p.Key))
                .Where(name => !JsonNode.DeepEquals(then[name], now[name]))
                .Select(name => new FieldChange(name, then[name], now[name])),
        ];
    }

    /// <summary>The version <paramref name="theirs"/> with some fields of <paramref name="mine"/> instead of its own.</summary>
    public static T Merge<T>(T theirs, T mine, IReadOnlySet<string> fromMine) where T : class
    {
        var (merged, other) = (Read(RowJson.Write(theirs)), Read(RowJson.Write(mine)));
        foreach (var name in fromMine)
        {
            // A field that a file leaves out has its usual value.
            merged.Remove(name);
            if (other[name] is { } value)
            {
                merged[name] = value.DeepClone();
            }
        }

        return merged.Deserialize<T>(NegotiationFileFormat.Options)!;
    }

    private static JsonObject Read(string? json) => json is null ? [] : JsonNode.Parse(json)!.AsObject();
}
