using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;

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
    public string Slug => (string)root[RecordSections.Negotiation.Name]!["slug"]!;

    /// <summary>Reads a file of the <c>seeds</c> folder by its name without extension.</summary>
    public static SeedFile Load(string name) =>
        new(JsonNode.Parse(File.ReadAllText(Repository.PathOf("seeds", name + ".json")))!.AsObject());

    /// <summary>The rows of a section.</summary>
    public JsonArray Rows(RecordSection section) => root[section.Name]?.AsArray() ?? [];

    /// <summary>The rows of a kind.</summary>
    public JsonArray Rows<T>() where T : class, IRow<T> => Rows(RecordSections.Of<T>());

    /// <summary>The keys of a section's rows, in the order of the file.</summary>
    public IReadOnlyList<string> Keys(RecordSection section) => [.. Rows(section).Select(row => (string)row!["key"]!)];

    /// <summary>The keys of the rows of a kind, in the order of the file.</summary>
    public IReadOnlyList<string> Keys<T>() where T : class, IRow<T> => Keys(RecordSections.Of<T>());

    /// <summary>The row with that key, to be read or changed.</summary>
    public JsonObject Row<T>(string key) where T : class, IRow<T> => Rows<T>().Single(row => (string?)row!["key"] == key)!.AsObject();

    /// <summary>Writes it as a file of its own.</summary>
    public string SaveIn(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{Slug}-{Guid.NewGuid():N}.json");
        File.WriteAllText(path, root.ToJsonString(Readable));
        return path;
    }
}
