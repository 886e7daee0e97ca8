using System.Text;
using SkiaSharp;

namespace PeaceTracker.Web.Shared.Pictures;

/// <summary>
/// The fonts with which pictures are drawn: our own, which are part of the program, and for scripts that they do not have whatever the machine has.
/// Where it has none either, a character is drawn as a box. Not safe for several threads: pictures are drawn one at a time.
/// </summary>
internal static class PictureFonts
{
    // A machine can have thousands; what is found in the first few hundred has to do.
    private const int MostFiles = 600, MostRemembered = 4000;

    private static readonly SKFont Sans = Own("source-sans-3-400"), Bold = Own("source-sans-3-600"), Serif = Own("source-serif-4-600");
    private static readonly Dictionary<int, SKTypeface?> Others = [];
    private static readonly Lazy<List<SKFont>> Found = new(Installed);

    // Plain upright fonts first, those without serifs before others.
    private static readonly string[] Liked = ["Sans", "Regular"];

    /// <summary>
    /// The font for a whole character, of a weight and a family, and what of it is drawn: where no font has it, one box for all of its parts.
    /// </summary>
    public static (SKTypeface Font, string Drawn) For(string character, bool bold, bool serif)
    {
        var own = serif ? Serif : bold ? Bold : Sans;
        if (own.ContainsGlyphs(character))
        {
            return (own.Typeface, character);
        }

        if (!Rune.TryGetRuneAt(character, 0, out var first))
        {
            return (own.Typeface, "\uFFFD");
        }

        if (Other(first.Value) is { } other)
        {
            return (other, character);
        }

        PictureScripts.Boxed(first);
        return (own.Typeface, first.ToString());
    }

    /// <summary>Whether there is a font for a character.</summary>
    public static bool Has(Rune character) => Sans.ContainsGlyph(character.Value) || Other(character.Value) is not null;

    private static SKTypeface? Other(int rune)
    {
        if (Others.TryGetValue(rune, out var known))
        {
            return known;
        }

        if (Others.Count > MostRemembered)
        {
            Others.Clear();
        }

        return Others[rune] = SKFontManager.Default.MatchCharacter(rune) ?? Found.Value.Find(font => font.ContainsGlyph(rune))?.Typeface;
    }

    private static SKFont Own(string name)
    {
        using var file = typeof(PictureFonts).Assembly.GetManifestResourceStream($"{name}.ttf")!;
        using var data = SKData.Create(file);
        return new SKFont(SKTypeface.FromData(data));
    }

    // Where the library finds no fonts by itself, as on Linux without fontconfig, they are looked for where they usually are.
    private static List<SKFont> Installed()
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 6 };
        string[] folders =
        [
            "/usr/share/fonts", "/usr/local/share/fonts",
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local/share/fonts"),
        ];
        var files = folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", options))
            .Where(file => Path.GetExtension(file).ToUpperInvariant() is ".TTF" or ".OTF" or ".TTC")
            .OrderByDescending(file => Liked.Count(word => Path.GetFileName(file).Contains(word, StringComparison.Ordinal)))
            .ThenBy(file => file, StringComparer.Ordinal);
        return [.. files.Take(MostFiles).Select(file => SKTypeface.FromFile(file)).OfType<SKTypeface>().Select(font => new SKFont(font))];
    }
}
