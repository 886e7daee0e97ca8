using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Negotiations.Files;

/// <summary>How the domain's records are named in a file; reader and writer share it, so the two can't drift apart.</summary>
internal static class NegotiationFileFormat
{
    public const int Version = 1;

    public const string Schema = "negotiation.schema.json";

    /// <summary>The property that the file can give once for all records.</summary>
    public const string RecordedAt = "recordedAt";

    /// <summary>The section of what was changed when; the record itself stands in the others.</summary>
    public const string History = "history";

    public static JsonSerializerOptions Options { get; } = CreateOptions();

    private static readonly ConcurrentDictionary<Type, OrderedDictionary<string, object>> WordsOf = new();

    /// <summary>The words of a file for an enum's values, in their order: "agreed-in-principle"; the grades A to F stay capitals.</summary>
    public static OrderedDictionary<string, object> Words(Type enumType) => WordsOf.GetOrAdd(enumType, type => new OrderedDictionary<string, object>(
        Enum.GetNames(type).Select(name => KeyValuePair.Create(EnumWords.Instance.ConvertName(name), Enum.Parse(type, name))),
        StringComparer.Ordinal));

    /// <summary>
    /// The value that a field has where a file leaves it out, a number, a word or yes and no: evidence is stale after 30 days. Null where that
    /// is nothing.
    /// </summary>
    public static JsonNode? Usual(Type type, string field)
    {
        var info = Options.GetTypeInfo(type);
        return info.Properties.FirstOrDefault(property => property.Name == field && !property.IsRequired) is { } property
            && property.Get!(info.CreateObject!()) is { } usual and not IList
                ? JsonSerializer.SerializeToNode(usual, property.PropertyType, Options)
                : null;
    }

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions
        {
            WriteIndented = true,
            NewLine = "\n",
        };
        Apply(options);
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Gives options the names and words of a file.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        // The file is read by people and other programs, never put into a page as it is: é and ' stay what they are.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(EnumWords.Instance, allowIntegerValues: false));
        options.Converters.Add(new ShortNumbers());
        options.Converters.Add(new RowText.Converter());
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Shape } };
    }

    private static void Shape(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || type.CreateObject is not { } create)
        {
            return;
        }

        if (type.Type == typeof(NegotiationRecord))
        {
            ShapeRecord(type);
            return;
        }

        var blank = create();
        foreach (var property in type.Properties.ToList())
        {
            // What is computed from the rest (labels, last day) is no part of a file.
            if (property.Set is null || property.AttributeProvider?.IsDefined(typeof(PageOnlyAttribute), inherit: false) == true)
            {
                type.Properties.Remove(property);
                continue;
            }

            property.Name = NameOf(property);
            if (property.Name == RecordedAt)
            {
                property.IsRequired = false;
            }
            else if (!property.IsRequired)
            {
                var usual = property.Get!(blank);
                property.ShouldSerialize = (_, value) => value is IList { Count: 0 } ? false : !Equals(value, usual);
            }
        }
    }

    // The negotiation itself, then the lists in the order of the sections.
    private static void ShapeRecord(JsonTypeInfo type)
    {
        var negotiation = type.Properties.First(property => property.Name == nameof(NegotiationRecord.Negotiation));
        negotiation.Name = RecordSections.Negotiation.Name;
        type.Properties.Clear();
        type.Properties.Add(negotiation);
        foreach (var list in RecordSections.Lists)
        {
            var property = type.CreateJsonPropertyInfo(list.ListType, list.Name);
            property.Get = record => list.In((NegotiationRecord)record);
            property.Set = (record, rows) => list.Put((NegotiationRecord)record, rows!);
            property.ShouldSerialize = (_, rows) => rows is IReadOnlyList<IRow> { Count: > 0 };
            type.Properties.Add(property);
        }
    }

    /// <summary>camelCase, and references named for what they refer to: IssueKey is "issue", HostKeys is "hosts".</summary>
    private static string NameOf(JsonPropertyInfo property)
    {
        // By the member: a form may be kept under older names.
        var name = (property.AttributeProvider as MemberInfo)?.Name ?? property.Name;
        if (name.Length > 3 && property.PropertyType == typeof(string) && name.EndsWith("Key", StringComparison.Ordinal))
        {
            name = name[..^3];
        }
        else if (property.PropertyType == typeof(IReadOnlyList<string>) && name.EndsWith("Keys", StringComparison.Ordinal))
        {
            name = Plural(name[..^4]);
        }

        return JsonNamingPolicy.CamelCase.ConvertName(name);
    }

    private static string Plural(string name) => name switch
    {
        // Held by, not seen by, contradicts: they read on as they are.
        _ when name.EndsWith("By", StringComparison.Ordinal) || name.EndsWith('s') => name,
        _ when name.EndsWith('y') => name[..^1] + "ies",
        _ => name + "s",
    };

    private sealed class EnumWords : JsonNamingPolicy
    {
        public static EnumWords Instance { get; } = new();

        public override string ConvertName(string name) => name.Length == 1 ? name : KebabCaseLower.ConvertName(name);
    }

    // A number without the zeros at its end, so that 80 and the 80.0 that a store makes of it are written alike.
    private sealed class ShortNumbers : JsonConverter<decimal>
    {
        private const decimal One = 1.0000000000000000000000000000m;

        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value / One);
    }
}
