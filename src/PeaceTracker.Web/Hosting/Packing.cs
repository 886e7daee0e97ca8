using System.Collections.Concurrent;
using Microsoft.Net.Http.Headers;

namespace PeaceTracker.Web.Hosting;

/// <summary>How the bytes of a document are packed.</summary>
internal enum Packing
{
    /// <summary>As they are.</summary>
    None,
    /// <summary>By gzip.</summary>
    Gzip,
    /// <summary>By Brotli.</summary>
    Brotli,
}

/// <summary>Reads which encoding a client takes.</summary>
internal static class Packings
{
    private const int Most = 200;
    private static readonly ConcurrentDictionary<string, (bool Brotli, bool Gzip)> Known = new(StringComparer.Ordinal);

    /// <summary>The best that a client takes; of one document that is put together as it is written, Brotli can't be.</summary>
    public static Packing Of(HttpRequest request, bool whole)
    {
        var header = request.Headers.AcceptEncoding.ToString();
        if (!Known.TryGetValue(header, out var takes))
        {
            takes = (Takes(header, "br"), Takes(header, "gzip"));
            // Browsers say a handful of things, and strangers what they like.
            if (Known.Count < Most)
            {
                Known[header] = takes;
            }
        }

        return takes.Brotli && whole ? Packing.Brotli : takes.Gzip ? Packing.Gzip : Packing.None;
    }

    private static bool Takes(string header, string name) =>
        StringWithQualityHeaderValue.TryParseList([header], out var all)
        && (all.FirstOrDefault(one => one.Value.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? all.FirstOrDefault(one => one.Value == "*")) is { } found && found.Quality is null or > 0;
}
