using System.Globalization;
using System.Text;

namespace PeaceTracker.Web.Shared;

/// <summary>
/// Breaks words into lines where nothing else does, as in an image. Widths are counted in usual letters, by what the widest of our fonts needs: an
/// image is drawn with the fonts of whoever opens it, so nothing can be measured to a pixel, but nothing may run out of it either. What is cut is
/// cut between whole characters: a letter keeps its marks, an emoji its parts.
/// </summary>
public static class LineBreaks
{
    private const string Wide = "WM@%‰—…ŒÆЖЩШЮФЫД", Broad = "mwœæжщшюфы";

    // Where letters as wide as they are high begin and end: Hangul, signs of East Asia, full-width forms, pictures.
    private static readonly (int From, int To)[] Square =
    [
        (0x1100, 0x115F), (0x2600, 0x27BF), (0x2E80, 0x303E), (0x3041, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7A3), (0xF900, 0xFAFF),
        (0xFE30, 0xFE6F), (0xFF01, 0xFF60), (0xFFE0, 0xFFE6), (0x20000, 0x3FFFD),
    ];

    /// <summary>The lines of a text, none wider than <paramref name="most"/> usual letters; a wider word is cut.</summary>
    public static IReadOnlyList<string> Of(string text, int most) => Of(text, most, WidthOf);

    /// <summary>The lines of a text by another measure of a character.</summary>
    public static IReadOnlyList<string> Of(string text, double most, Func<string, double> widthOf)
    {
        var (lines, line, width, space) = (new List<string>(), "", 0d, widthOf(" "));
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Pieces(w, most, widthOf)))
        {
            var added = Characters(word).Sum(widthOf);
            if (line.Length > 0 && width + space + added > most)
            {
                lines.Add(line);
                (line, width) = ("", 0);
            }

            (line, width) = line.Length == 0 ? (word, added) : ($"{line} {word}", width + space + added);
        }

        return line.Length == 0 ? lines : [.. lines, line];
    }

    /// <summary>The text, or its beginning and three dots where it is wider than <paramref name="most"/> usual letters.</summary>
    public static string Shortened(string text, int most) =>
        text.Length <= most / 2 || Width(text) <= most ? text : Pieces(text, most, WidthOf).First().TrimEnd() + "…";

    /// <summary>How wide a text is, in usual letters.</summary>
    public static double Width(string text) => Characters(text).Sum(WidthOf);

    private static IEnumerable<string> Pieces(string word, double most, Func<string, double> widthOf)
    {
        var (piece, width) = (new StringBuilder(), 0d);
        foreach (var character in Characters(word))
        {
            var added = widthOf(character);
            if (piece.Length > 0 && width + added > most)
            {
                yield return piece.ToString();
                piece.Clear();
                width = 0;
            }

            piece.Append(character);
            width += added;
        }

        yield return piece.ToString();
    }

    private static IEnumerable<string> Characters(string text)
    {
        var characters = StringInfo.GetTextElementEnumerator(text);
        while (characters.MoveNext())
        {
            yield return characters.GetTextElement();
        }
    }

    private static double WidthOf(string character)
    {
        if (!Rune.TryGetRuneAt(character, 0, out var first))
        {
            return 1;
        }

        // A picture is wider than it is high in the fonts that have it, and a box in those that have not.
        return first.Value is >= 0x1F000 and <= 0x1FAFF ? 2.5
            : Array.Exists(Square, s => first.Value >= s.From && first.Value <= s.To) || Wide.Contains(character[0], StringComparison.Ordinal) ? 2
            : Broad.Contains(character[0], StringComparison.Ordinal) ? 1.6
            : Rune.IsUpper(first) || first.Value > 0x0530 ? 1.3
            : 1;
    }
}
