using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace PeaceTracker.Web.Shared.Pictures;

/// <summary>The scripts of the world by name, as far as it is said of which of them the server has no font.</summary>
internal static class PictureScripts
{
    // A letter that any font of the script has, and where the script lies in Unicode.
    private static readonly (string Name, int Letter, (int From, int To)[] Blocks)[] All =
    [
        ("Latin", 'a', [(0x0020, 0x024F), (0x1E00, 0x1EFF)]), ("Greek", 0x03B1, [(0x0370, 0x03FF)]), ("Cyrillic", 0x0436, [(0x0400, 0x052F)]),
        ("Armenian", 0x0561, [(0x0530, 0x058F)]), ("Hebrew", 0x05D0, [(0x0590, 0x05FF)]),
        ("Arabic", 0x0628, [(0x0600, 0x06FF), (0x0750, 0x077F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF)]), ("Devanagari", 0x0915, [(0x0900, 0x097F)]),
        ("Bengali", 0x0995, [(0x0980, 0x09FF)]), ("Gurmukhi", 0x0A15, [(0x0A00, 0x0A7F)]), ("Gujarati", 0x0A95, [(0x0A80, 0x0AFF)]),
        ("Tamil", 0x0B95, [(0x0B80, 0x0BFF)]), ("Telugu", 0x0C15, [(0x0C00, 0x0C7F)]), ("Sinhala", 0x0D9A, [(0x0D80, 0x0DFF)]),
        ("Thai", 0x0E01, [(0x0E00, 0x0E7F)]), ("Lao", 0x0E81, [(0x0E80, 0x0EFF)]), ("Burmese", 0x1000, [(0x1000, 0x109F)]),
        ("Georgian", 0x10D0, [(0x10A0, 0x10FF)]), ("Ethiopic", 0x1200, [(0x1200, 0x137F)]), ("Khmer", 0x1780, [(0x1780, 0x17FF)]),
        ("Japanese", 0x3042, [(0x3040, 0x30FF)]), ("Chinese", 0x4E2D, [(0x2E80, 0x2FDF), (0x3400, 0x9FFF), (0x20000, 0x323AF)]),
        ("Korean", 0xAC00, [(0x1100, 0x11FF), (0x3130, 0x318F), (0xAC00, 0xD7AF)]), ("emoji", 0x1F600, [(0x2600, 0x27BF), (0x1F300, 0x1FAFF)]),
    ];

    // Somebody who types from all over Unicode fills no log.
    private const int MostKnown = 100;

    private static readonly ConcurrentQueue<string> Untold = [];
    private static readonly ConcurrentDictionary<string, bool> Known = new(StringComparer.Ordinal);

    /// <summary>Those of which the server has no font.</summary>
    public static IReadOnlyList<string> WithoutFont() =>
        [.. All.Where(script => !PictureFonts.Has(new Rune(script.Letter))).Select(script => script.Name)];

    /// <summary>What the script of a character is called; its block in numbers where it is none of these.</summary>
    public static string Of(Rune character) =>
        Array.Find(All, script => Array.Exists(script.Blocks, block => character.Value >= block.From && character.Value <= block.To)).Name
        ?? $"U+{character.Value:X4}";

    /// <summary>
    /// Notes that a character was drawn as a box, and says whether its script is the first time. What nobody sees has no box.
    /// </summary>
    public static bool Boxed(Rune character)
    {
        if (Rune.IsControl(character) || Rune.GetUnicodeCategory(character) == UnicodeCategory.Format || Known.Count >= MostKnown
            || !Known.TryAdd(Of(character), true))
        {
            return false;
        }

        Untold.Enqueue(Of(character));
        return true;
    }

    /// <summary>The scripts of which boxes were drawn and that were not told yet.</summary>
    public static IReadOnlyList<string> TakeBoxed()
    {
        var taken = new List<string>();
        while (Untold.TryDequeue(out var script))
        {
            taken.Add(script);
        }

        return taken;
    }
}
