using System.Text.Json;
using System.Text.Json.Nodes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations.Files;

namespace PeaceTracker.Testing;

/// <summary>Edits that change every text of a record that can be edited in place.</summary>
public static class EditedTexts
{
    /// <summary>A command for each such row that has a text, and one for the negotiation itself.</summary>
    public static IEnumerable<BoardCommand> Commands(string slug, NegotiationRecord record)
    {
        foreach (var row in RecordSections.Lists.Where(list => !list.HoldsEntries).SelectMany(list => list.In(record)))
        {
            if (Of(row) is { } edited)
            {
                yield return (BoardCommand)Activator.CreateInstance(typeof(EditRow<>).MakeGenericType(row.GetType()), slug, row, edited)!;
            }
        }

        yield return new EditNegotiation(record.Negotiation, (Negotiation)Of(record.Negotiation)!);
    }

    // The row with words after each of its texts; null where it has none.
    private static object? Of(object row)
    {
        var node = JsonSerializer.SerializeToNode(row, row.GetType(), NegotiationFileFormat.Options)!;
        var texts = Texts(node).ToList();
        foreach (var value in texts)
        {
            value.ReplaceWith(value.GetValue<string>() + " edited later");
        }

        return texts.Count == 0 ? null : node.Deserialize(row.GetType(), NegotiationFileFormat.Options);
    }

    private static IEnumerable<JsonValue> Texts(JsonNode? node) => node switch
    {
        JsonObject whole => whole.SelectMany(part => Texts(part.Value)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.GetValueKind() is JsonValueKind.String && IsText(value.GetValue<string>()) => [value],
        _ => [],
    };

    // And no key, day, word of a scale, address or time zone.
    private static bool IsText(string text) =>
        text.Length > 3 && char.IsLetter(text[0]) && !text.Contains('/', StringComparison.Ordinal)
            && (char.IsUpper(text[0]) || text.Contains(' ', StringComparison.Ordinal));
}
