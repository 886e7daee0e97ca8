using System.Collections.Concurrent;
using PeaceTracker.Web.Shared.Pictures;

namespace PeaceTracker.Web.Reading;

/// <summary>
/// Pictures as PNG. Each is drawn once, however many ask for it, and one at a time, for drawing costs more than a page; who waits for it holds no
/// thread, and where too many wait the next is refused at once.
/// </summary>
public static class DrawnPictures
{
    private const int MostKept = 60, MostWaiting = 12;

    // The newest pictures drawn, each by what it was drawn from.
    private static readonly ConcurrentDictionary<string, byte[]> Kept = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, Lazy<Task<byte[]>>> Drawing = new(StringComparer.Ordinal);
    private static readonly SemaphoreSlim Turn = new(1, 1);

    /// <summary>A picture as PNG; null where too many others wait to be drawn.</summary>
    public static async Task<byte[]?> OfAsync(string svg)
    {
        var key = KeptElsewhere.Tag(svg);
        if (Kept.TryGetValue(key, out var known))
        {
            return known;
        }

        if (Drawing.Count >= MostWaiting && !Drawing.ContainsKey(key))
        {
            return null;
        }

        return await Drawing.GetOrAdd(key, _ => new Lazy<Task<byte[]>>(() => DrawAsync(key, svg))).Value;
    }

    /// <summary>The scripts of which a character was drawn as a box, each told once.</summary>
    public static IReadOnlyList<string> TakeBoxed() => PictureScripts.TakeBoxed();

    /// <summary>The scripts of which the server has no font, by name: their characters are boxes in pictures.</summary>
    public static async Task<IReadOnlyList<string>> WithoutFontAsync()
    {
        await Turn.WaitAsync();
        try
        {
            return await Task.Run(PictureScripts.WithoutFont);
        }
        finally
        {
            Turn.Release();
        }
    }

    private static async Task<byte[]> DrawAsync(string key, string svg)
    {
        await Turn.WaitAsync();
        try
        {
            if (Kept.Count >= MostKept)
            {
                Kept.Clear();
            }

            return Kept[key] = await Task.Run(() => PngPicture.Of(svg));
        }
        finally
        {
            Turn.Release();
            Drawing.TryRemove(key, out _);
        }
    }
}
