using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PeaceTracker.Services.Negotiations.Files;

namespace PeaceTracker.Tests.Negotiations.Files;

/// <summary>A negotiation file with its history as plain JSON: to change one thing in it and read it.</summary>
internal static class FileEdits
{
    public static JsonArray History(JsonObject file) => file["history"]!.AsArray();

    public static JsonObject WithoutHashes(JsonObject file)
    {
        foreach (var change in History(file))
        {
            change!.AsObject().Remove("hash");
            change.AsObject().Remove("previousHash");
        }

        return file;
    }

    // A path as the reader writes it: "history[1].rows[0].after".
    public static JsonNode At(JsonObject file, string path) => path.Split(['.', '['])
        .Aggregate((JsonNode)file, (node, part) => part.EndsWith(']') ? node[int.Parse(part[..^1], null)]! : node[part]!);

    public static void Put(JsonObject file, string path, JsonNode? value)
    {
        var cut = path.LastIndexOfAny(['.', '[']);
        var holder = cut < 0 ? file : At(file, path[..cut]);
        if (path.EndsWith(']'))
        {
            holder[int.Parse(path[(cut + 1)..^1], null)] = value;
        }
        else
        {
            holder[path[(cut + 1)..]] = value;
        }
    }

    public static Task<NegotiationFileResult> ReadAsync(JsonObject file, JsonSerializerOptions? options = null) =>
        ReadAsync(file.ToJsonString(options ?? new() { WriteIndented = true }));

    public static async Task<NegotiationFileResult> ReadAsync(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await new NegotiationFileReader().ReadAsync(stream, TestContext.Current.CancellationToken);
    }
}
