using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PeaceTracker.Testing;

/// <summary>A negotiation file of the project as plain JSON: to know its keys, or to change one thing in a copy.</summary>
public sealed class SeedFile
{
    /// <summary>The negotiation of the article.</summary>
    public const string RussiaUkraine = "russia-ukraine-2025";

    /// <summary>The fictional negotiation.</summary>
    public const string Example = "example";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly JsonObject root;

    private SeedFile(JsonObject root) => this.root = root;

    /// <summary>The negotiation's slug.</summary>
    public string Slug => (string)root["negotiation"]!["slug"]!;

    /// <summary>Reads a file of the <c>seeds</c> folder by its name without extension.</summary>
    public static SeedFile Load(string name) =>
        new(JsonNode.Parse(File.ReadAllText(Repository.PathOf("seeds", name + ".json")))!.AsObject());

    /// <summary>The records of a section, such as <c>statusEvents</c>.</summary>
    public JsonArray Section(string name) => root[name]?.AsArray() ?? [];

    /// <summary>The keys of a section's records, in the order of the file.</summary>
    public IReadOnlyList<string> Keys(string section) => [.. Section(section).Select(record => (string)record!["key"]!)];

    /// <summary>The record with that key, to be read or changed.</summary>
    public JsonObject Record(string section, string key) =>
        Section(section).Single(record => (string?)record!["key"] == key)!.AsObject();

    /// <summary>Writes it as a file of its own.</summary>
    public string SaveIn(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{Slug}-{Guid.NewGuid():N}.json");
        File.WriteAllText(path, root.ToJsonString(Readable));
        return path;
    }
}
