using System.Collections;
using System.Globalization;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.Negotiations.Files;

/// <summary>
/// Makes records from nodes and collects every error of shape on the way. What can't be read is left blank, so that the
/// rules can still be asked about the rest; the result is used only where there is no error at all.
/// </summary>
/// <param name="recordedAt">The moment of what has none of its own; null where there is none.</param>
/// <param name="remedy">What to do where there is none.</param>
internal sealed class FileBinder(DateTime? recordedAt, string remedy = "Give it here, or once for all at the top of the file.")
{
    /// <summary>After so many errors no list is read on: a hostile file could have millions.</summary>
    private const int EnoughErrors = 100_000;

    private const int MostSuggestions = 100;

    public List<NegotiationFileError> Errors { get; } = [];

    public object Object(Type type, FileNode node, RulePath path)
    {
        var shape = RowShape.Of(type);
        var made = Blank(type);
        if (node.Kind != FileNodeKind.Object)
        {
            Add(path, node.Line, $"An object in braces belongs here, not {node.InWords}.");
            return made;
        }

        var given = new bool[shape.Properties.Count];
        HashSet<string>? unknown = null;
        List<string>? absent = null;
        for (var i = 0; i < node.Properties.Count && Errors.Count < EnoughErrors; i++)
        {
            var (name, line, value) = node.Properties[i];
            var at = Join(path, name);
            var known = shape.Places.TryGetValue(name, out var place);
            if (known ? given[place] : !(unknown ??= new(StringComparer.Ordinal)).Add(name))
            {
                Add(at, line, "The property is given twice. Keep one of them.");
            }
            else if (known)
            {
                given[place] = true;
                shape.Properties[place].Set!(made, Value(shape.Properties[place].PropertyType, value, at, line));
            }
            else
            {
                absent ??= [.. shape.Places.Keys.Except(node.Properties.Select(p => p.Name))];
                Add(at, line,
                    "There is no such property here. " + (NearestAmong(absent, name) is { } nearest
                        ? $"Did you mean “{nearest}”?"
                        : "Take it out, or look its name up in the schema."));
            }
        }

        for (var i = 0; i < given.Length; i++)
        {
            if (given[i])
            {
                continue;
            }

            var property = shape.Properties[i];
            if (property.Name == NegotiationFileFormat.RecordedAt)
            {
                property.Set!(made, recordedAt ?? Missing(
                    Join(path, property.Name), node.Line, remedy, DateTime.UnixEpoch));
            }
            else if (property.IsRequired)
            {
                Missing(Join(path, property.Name), node.Line, "It is required: add it.", 0);
            }
        }

        return made;
    }

    // Looked for a few times only: a hostile file has names by the thousand.
    private string? NearestAmong(IReadOnlyList<string> names, string name) =>
        Errors.Count < MostSuggestions ? NearestName.Among(names, name) : null;

    private T Missing<T>(RulePath path, int line, string remedy, T blank)
    {
        Add(path, line, $"The property is missing. {remedy}");
        return blank;
    }

    private object? Value(Type type, FileNode node, RulePath path, int line)
    {
        if (node.Kind == FileNodeKind.Null)
        {
            Add(path, line, "null says nothing. Give a value, or leave the property out.");
            return BlankValue(type);
        }

        if (ItemType(type) is { } item)
        {
            return List(item, node, path, line);
        }

        if (type == typeof(RowText))
        {
            if (node.Kind != FileNodeKind.Object)
            {
                Add(path, line, $"A row, an object in braces, belongs here, not {node.InWords}.");
            }

            return new RowText(node);
        }

        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.Namespace?.StartsWith("PeaceTracker", StringComparison.Ordinal) == true && !plain.IsEnum)
        {
            return Object(plain, node, path);
        }

        var (value, expected) = Scalar(plain, node);
        if (value is null)
        {
            var found = node.Kind is FileNodeKind.String or FileNodeKind.Number ? RuleQuote(node.Text) : node.InWords;
            Add(path, line, $"{expected} belongs here, not {found}.{Suggestion(plain, node)}");
        }

        return value ?? BlankValue(type);
    }

    public IList List(Type item, FileNode node, RulePath path, int line)
    {
        var list = EmptyList(item, node.Items.Count);
        if (node.Kind != FileNodeKind.List)
        {
            Add(path, line, $"A list in square brackets belongs here, not {node.InWords}.");
            return list;
        }

        var items = node.Items;
        for (var i = 0; i < items.Count && Errors.Count < EnoughErrors; i++)
        {
            var value = items[i];
            list.Add(Value(item, value, $"{path}[{i}]", value.Line));
        }

        return list;
    }

    /// <summary>The value, or null, and what would have been right.</summary>
    internal static (object? Value, string Expected) Scalar(Type type, FileNode node)
    {
        var text = node.Kind == FileNodeKind.String ? node.Text : null;
        var number = node.Kind == FileNodeKind.Number ? node.Text : null;
        var invariant = CultureInfo.InvariantCulture;
        if (type.IsEnum)
        {
            var words = NegotiationFileFormat.Words(type);
            return text is not null && words.TryGetValue(text, out var value) ? (value, "") : (null, "One of " + string.Join(", ", words.Keys));
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => (text, "A text in quotation marks"),
            TypeCode.Boolean => (node.Kind is FileNodeKind.True or FileNodeKind.False ? node.Kind == FileNodeKind.True : null, "true or false"),
            TypeCode.Int32 => (int.TryParse(number, NumberStyles.AllowLeadingSign, invariant, out var whole) ? whole : null,
                "A whole number without quotation marks"),
            TypeCode.Int64 => (long.TryParse(number, NumberStyles.None, invariant, out var count) ? count : null,
                "A whole number, from 1, without quotation marks"),
            TypeCode.Decimal => (decimal.TryParse(number, NumberStyles.Float, invariant, out var share) ? share : null,
                "A number without quotation marks"),
            TypeCode.DateTime => (Moment(text), "A moment in UTC such as \"2026-11-23T12:00:00Z\""),
            _ => (DateOnly.TryParseExact(text, "yyyy-MM-dd", invariant, DateTimeStyles.None, out var day) ? day : null,
                "A day such as \"2025-12-15\""),
        };
    }

    private static DateTime? Moment(string? text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment.ToMicrosecond()
            : null;

    private static string Suggestion(Type type, FileNode node) =>
        type.IsEnum && node.Kind == FileNodeKind.String && NearestName.Among(NegotiationFileFormat.Words(type).Keys, node.Text) is { } nearest
            ? $" Did you mean “{nearest}”?"
            : "";

    /// <summary>An object with nothing missing, so that the rules can look at it.</summary>
    private static object Blank(Type type)
    {
        var shape = RowShape.Of(type);
        var made = shape.Create();
        foreach (var property in shape.Properties)
        {
            if (property.IsRequired)
            {
                property.Set!(made, BlankValue(property.PropertyType));
            }
        }

        return made;
    }

    private static object? BlankValue(Type type) => type switch
    {
        _ when type == typeof(string) => "",
        _ when type == typeof(RowText) => new RowText("{}"),
        _ when Nullable.GetUnderlyingType(type) is not null => null,
        _ when ItemType(type) is { } item => EmptyList(item),
        { IsValueType: true } => Activator.CreateInstance(type),
        _ => Blank(type),
    };

    private static Type? ItemType(Type type) => RowShape.ItemOf(type);

    private static IList EmptyList(Type item, int capacity = 0) => RowShape.List(item, capacity);

    private static RulePath Join(RulePath path, string name)
    {
        var shown = TypedText.Shortened(name, TextLimits.Key);
        if (path.IsEmpty)
        {
            return shown;
        }

        return $"{path}.{shown}";
    }

    private static string RuleQuote(string text) => $"“{TypedText.Shortened(text, TextLimits.Key)}”";

    private void Add(RulePath path, int line, string message) => Errors.Add(new NegotiationFileError(path.ToString(), line, message));
}
