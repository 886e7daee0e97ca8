namespace PeaceTracker.Services.Negotiations.Files;

/// <summary>The negotiation files that come with the program.</summary>
public static class SeedFiles
{
    /// <summary>The folder they are copied to, beside the program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "seeds");

    /// <summary>Their paths, in order of name; the schema, which stands beside them, is none of them.</summary>
    public static IReadOnlyList<string> All() => Directory.Exists(Folder)
        ?
        [
            .. Directory.EnumerateFiles(Folder, "*.json")
                .Where(f => !f.EndsWith(".schema.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
        ]
        : [];
}
