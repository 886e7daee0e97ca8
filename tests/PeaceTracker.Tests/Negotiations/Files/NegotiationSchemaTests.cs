using System.Text.Json.Nodes;
using NJsonSchema;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Negotiations.Files;

/// <summary>The published schema says what the reader does: same names, same requirements, same words, nothing undescribed.</summary>
public sealed class NegotiationSchemaTests
{
    private static string Text => File.ReadAllText(Path.Combine(SeedFiles.Folder, NegotiationFileFormat.Schema));

    public static TheoryData<string> Seeds => SeedFilesTests.Names;

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Schema_Seed_IsValid(string name)
    {
        var schema = await JsonSchema.FromJsonAsync(Text, TestContext.Current.CancellationToken);

        Assert.Empty(schema.Validate(await File.ReadAllTextAsync(Path.Combine(SeedFiles.Folder, name), TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("\"formatVersion\": 1", "\"formatVersion\": 2")]
    [InlineData("\"level\": \"disputed\"", "\"level\": \"contested\"")]
    [InlineData("\"salience\": 5", "\"salience\": 6")]
    [InlineData("\"slug\": \"russia-ukraine-2025\"", "\"slug\": \"Russia\"")]
    [InlineData("\"figure\": 90", "\"figure\": 101")]
    [InlineData("\"figure\": 90", "\"figur\": 90")]
    public async Task Schema_FileWithAFault_IsNotValid(string right, string wrong)
    {
        var schema = await JsonSchema.FromJsonAsync(Text, TestContext.Current.CancellationToken);
        var seed = await File.ReadAllTextAsync(Path.Combine(SeedFiles.Folder, "russia-ukraine-2025.json"), TestContext.Current.CancellationToken);

        Assert.Contains(right, seed, StringComparison.Ordinal);
        Assert.NotEmpty(schema.Validate(seed.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void Schema_EveryProperty_IsTheReadersAndDescribed()
    {
        var root = JsonNode.Parse(Text)!.AsObject();
        var differences = new List<string>();
        var seen = new HashSet<Type>();
        Compare(typeof(NegotiationRecord), root, root, "", differences, seen);

        Assert.Empty(differences);

        // NegotiationRecord, Negotiation, the 14 sections' records and the 13 kinds of part within them (retraction, role, linkage, scope
        // change, member, output, delegation, version, who has seen it, claimant, appearance, headline choice, citation), and the four
        // kinds of earlier judgement would be missed by a walk that stops early.
        Assert.Equal(33, seen.Count);
    }

    [Fact]
    public void Schema_EveryPropertyOfTheHistory_IsTheReadersAndDescribed()
    {
        var root = JsonNode.Parse(Text)!.AsObject();
        var change = Resolve(root["properties"]!["history"]!["items"]!.AsObject(), root);
        var differences = new List<string>();

        // A row of the history is any object here: its own section describes it.
        var seen = new HashSet<Type> { typeof(RowText) };
        Compare(typeof(FileChange), change, root, "history", differences, seen);

        Assert.Empty(differences);
        Assert.Equal([typeof(FileChange), typeof(FileRow), typeof(RowText)], seen.OrderBy(type => type.Name));
    }

    [Fact]
    public async Task Schema_FileWithItsHistory_IsValid()
    {
        using var store = SeededStore.Copy();
        var file = Path.Combine(store.Path, "file.json");
        await FileCommands.ExportAsync(store.Path, SeedFile.Example, file);
        var schema = await JsonSchema.FromJsonAsync(Text, TestContext.Current.CancellationToken);
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);

        Assert.Contains("\"history\": [", text, StringComparison.Ordinal);
        Assert.Empty(schema.Validate(text));
        Assert.NotEmpty(schema.Validate(text.Replace("\"number\": 2", "\"number\": 0", StringComparison.Ordinal)));
    }

    private static void Compare(Type type, JsonObject schema, JsonObject root, string path, List<string> differences, HashSet<Type> seen)
    {
        if (!seen.Add(type))
        {
            return;
        }

        var known = NegotiationFileFormat.Options.GetTypeInfo(type).Properties;
        var properties = schema["properties"]!.AsObject();
        string[] header = path.Length == 0 ? ["$schema", "formatVersion", "recordedAt", "history"] : [];
        differences.AddRange(properties.Select(p => p.Key).Except(header).Except(known.Select(p => p.Name)).Select(n => $"{path}.{n} is not read"));
        differences.AddRange(known.Select(p => p.Name).Except(properties.Select(p => p.Key)).Select(n => $"{path}.{n} is not in the schema"));
        differences.AddRange(
            properties.Where(p => string.IsNullOrWhiteSpace((string?)p.Value!["description"])).Select(p => $"{path}.{p.Key} has no description"));
        if (schema["additionalProperties"]?.GetValue<bool>() != false)
        {
            differences.Add($"{path} lets other properties in");
        }

        var required = schema["required"]!.AsArray().Select(n => (string)n!).ToHashSet();
        foreach (var property in known.Where(p => properties.ContainsKey(p.Name)))
        {
            var at = $"{path}.{property.Name}";
            var described = Resolve(properties[property.Name]!.AsObject(), root);

            // A list of which the rules want at least one item is required in the schema, too.
            if (required.Contains(property.Name) != (property.IsRequired || described["minItems"] is not null))
            {
                differences.Add($"{at} is required in one of the two only");
            }

            var item = property.PropertyType.IsGenericType && property.PropertyType.Name.StartsWith("IReadOnlyList", StringComparison.Ordinal);
            var plain = item
                ? property.PropertyType.GetGenericArguments()[0]
                : Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var part = item ? Resolve(described["items"]!.AsObject(), root) : described;
            if (plain.IsEnum)
            {
                var words = part["enum"]!.AsArray().Select(n => (string)n!).Order();
                if (!words.SequenceEqual(NegotiationFileFormat.Words(plain).Keys.Order()))
                {
                    differences.Add($"{at} has other words");
                }
            }
            else if (plain.Namespace!.StartsWith("PeaceTracker", StringComparison.Ordinal))
            {
                Compare(plain, part, root, at, differences, seen);
            }
        }
    }

    private static JsonObject Resolve(JsonObject schema, JsonObject root)
    {
        var reference = (string?)schema["$ref"] ?? (string?)schema["allOf"]?[0]?["$ref"];
        return reference is null ? schema : root["definitions"]![reference.Split('/')[^1]]!.AsObject();
    }
}
