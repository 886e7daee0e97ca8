using System.Text.Json;
using System.Text.Json.Nodes;
using PeaceTracker.Domain.Changes;
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
    private const string Precision = "precision";

    // The days whose precision a row gives, as the negotiation file names them.
    private static readonly string[] Days = ["occurredOn", "startsOn", "publishedOn"];

    /// <summary>The fields that differ between two versions of a row; all of the later one where there was none before.</summary>
    public static IReadOnlyList<FieldChange> Compare(object? before, object after) =>
        Compare(Read(before is null ? null : RowJson.Write(before)), Read(RowJson.Write(after)), after.GetType());

    /// <summary>The same for reading: a day and how exactly it is known are one field, with both (<see cref="AsKnown"/>).</summary>
    public static IReadOnlyList<FieldChange> Told(object? before, object after) =>
        Told(before is null ? null : RowJson.Write(before), RowJson.Write(after), after.GetType());

    /// <summary>The same of two versions of a row that are kept as JSON.</summary>
    internal static IReadOnlyList<FieldChange> Told(string? before, string after, Type rowType) =>
        Compare(Dated(Read(before)), Dated(Read(after)), rowType);

    /// <summary>A day with how exactly it is known, where a value is one; null where it is another.</summary>
    public static DateAsKnown? AsKnown(JsonObject value) =>
        value is { Count: 2 } && value["day"] is { } day && value[Precision] is { } precision
            ? new(day.Deserialize<DateOnly>(NegotiationFileFormat.Options), precision.Deserialize<DatePrecision>(NegotiationFileFormat.Options))
            : null;

    // A file leaves out what has its usual value: where there was a row, that value is what was there.
    private static IReadOnlyList<FieldChange> Compare(JsonObject then, JsonObject now, Type rowType)
    {
        return
        [
            .. now.Select(p => p.Key).Union(then.Select(p => p.Key))
                .Where(name => !JsonNode.DeepEquals(then[name], now[name]))
                .Select(name => new FieldChange(name, then.Count == 0 ? null : then[name] ?? Usual(name), now[name] ?? Usual(name))),
        ];

        JsonNode? Usual(string name) => NegotiationFileFormat.Usual(rowType, name);
    }

    /// <summary>
    /// The version <paramref name="theirs"/> with some fields of <paramref name="mine"/> instead of its own; named as
    /// <see cref="Told(object?, object)"/> does, so that a day comes with how exactly it is known.
    /// </summary>
    public static T Merge<T>(T theirs, T mine, IReadOnlySet<string> fromMine) where T : class
    {
        var (merged, other) = (Dated(Read(RowJson.Write(theirs))), Dated(Read(RowJson.Write(mine))));
        foreach (var name in fromMine)
        {
            // A field that a file leaves out has its usual value.
            merged.Remove(name);
            if (other[name] is { } value)
            {
                merged[name] = value.DeepClone();
            }
        }

        return Undated(merged).Deserialize<T>(NegotiationFileFormat.Options)!;
    }

    // A file leaves out that a date is known to the day.
    private static JsonObject Dated(JsonObject row)
    {
        if (row[Precision] is { } precision && Days.FirstOrDefault(row.ContainsKey) is { } name)
        {
            row[name] = new JsonObject { ["day"] = row[name]!.DeepClone(), [Precision] = precision.DeepClone() };
            row.Remove(Precision);
        }

        return row;
    }

    // The way back: as the file has it.
    private static JsonObject Undated(JsonObject row)
    {
        foreach (var name in Days)
        {
            if (row[name] is JsonObject known)
            {
                row[Precision] = known[Precision]!.DeepClone();
                row[name] = known["day"]!.DeepClone();
            }
        }

        return row;
    }

    private static JsonObject Read(string? json) => json is null ? [] : JsonNode.Parse(json)!.AsObject();
}
