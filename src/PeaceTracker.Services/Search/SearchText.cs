using System.Globalization;
using System.Text;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.Search;

/// <summary>
/// Text as it is compared in every search, on pages, in lists of rows and in pickers: without case, accents and vowel signs, with the
/// several shapes of one letter made equal (Greek final sigma, Arabic alef, ligatures, dashes, apostrophes), whatever the reader's
/// language. What is shown is never folded.
/// </summary>
public static class SearchText
{
    /// <summary>The longest search text that is answered.</summary>
    public const int MaxLength = 200;

    private static readonly Dictionary<int, string> Letters = new()
    {
        // Letters that Unicode does not take apart, though readers type them plain.
        ['ß'] = "ss", ['ẞ'] = "ss", ['æ'] = "ae", ['Æ'] = "ae", ['œ'] = "oe", ['Œ'] = "oe",
        ['ø'] = "o", ['Ø'] = "o", ['đ'] = "d", ['Đ'] = "d",
        ['ł'] = "l", ['Ł'] = "l", ['ı'] = "i", ['ð'] = "d", ['Ð'] = "d", ['þ'] = "th", ['Þ'] = "th", ['ς'] = "σ",
        // Arabic: alef wasla, alef maksura, Persian yeh, teh marbuta, Persian kaf; the tatweel only stretches a word.
        ['\u0671'] = "\u0627", ['\u0649'] = "\u064A", ['\u06CC'] = "\u064A", ['\u0629'] = "\u0647", ['\u06A9'] = "\u0643", ['\u0640'] = "",
        ['’'] = "'", ['‘'] = "'", ['‛'] = "'", ['ʼ'] = "'", ['′'] = "'", ['´'] = "'",
        ['“'] = "\"", ['”'] = "\"", ['„'] = "\"", ['«'] = "\"", ['»'] = "\"",
    };

    /// <summary>The text as it is compared.</summary>
    public static string Fold(string text) => Folded.Of(text).Text;

    /// <summary>The words of a search, folded; each of them must be found.</summary>
    public static IReadOnlyList<string> Words(string? query) =>
        [.. Fold(query ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct()];

    /// <summary>Whether every one of the words stands somewhere in the texts; without words nothing is asked, and all match.</summary>
    public static bool Matches(IReadOnlyList<string> words, params IEnumerable<string?> texts)
    {
        if (words.Count == 0)
        {
            return true;
        }

        var folded = texts.OfType<string>().Select(Fold).ToList();
        return words.All(word => folded.Exists(text => text.Contains(word, StringComparison.Ordinal)));
    }

    /// <summary>The text cut into what matches one of the words and what does not; put together again it is the whole text.</summary>
    public static IReadOnlyList<TextPart> Parts(string text, IReadOnlyList<string> words)
    {
        var folded = Folded.Of(text);
        var marked = new bool[text.Length];
        foreach (var word in words)
        {
            for (var at = folded.Text.IndexOf(word, StringComparison.Ordinal); at >= 0;
                at = folded.Text.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                // Up to where the next letter begins: accents that follow the last letter belong to it.
                var end = at + word.Length < folded.From.Count ? folded.From[at + word.Length] : text.Length;
                marked.AsSpan(folded.From[at]..Math.Max(end, folded.From[at])).Fill(true);
            }
        }

        var parts = new List<TextPart>();
        for (int start = 0, end; start < text.Length; start = end)
        {
            for (end = start + 1; end < text.Length && marked[end] == marked[start]; end++)
            {
            }

            parts.Add(new TextPart(text[start..end], marked[start]));
        }

        return parts;
    }

    /// <summary>The part of a long text round the first word found in it, cut at spaces, with an ellipsis where it was cut.</summary>
    public static string Excerpt(string text, IReadOnlyList<string> words, int length = 180)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var folded = Folded.Of(text);
        var first = words.Select(w => folded.Text.IndexOf(w, StringComparison.Ordinal)).Where(i => i >= 0).DefaultIfEmpty(0).Min();
        var from = Math.Clamp(folded.From.Count == 0 ? 0 : folded.From[first] - (length / 3), 0, text.Length - length);
        var start = from == 0 ? 0 : text.IndexOf(' ', from) is var space and >= 0 && space < from + (length / 3) ? space + 1 : from;
        var last = Math.Min(start + length, text.Length);
        var end = last == text.Length ? last : text.LastIndexOf(' ', last, last - start) is var gap and > 0 && gap > start ? gap : last;
        return (start > 0 ? "… " : "") + text[start..end] + (end < text.Length ? " …" : "");
    }

    /// <summary>A folded text, with the place in the original from which each of its characters came.</summary>
    private sealed record Folded(string Text, List<int> From)
    {
        public static Folded Of(string text)
        {
            var folded = new StringBuilder(text.Length);
            var from = new List<int>(text.Length);
            for (int at = 0, length; at < text.Length; at += length)
            {
                // Rune by rune: half a surrogate pair, on which Normalize would throw, comes out as a replacement character.
                Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out length);
                foreach (var c in rune.IsAscii ? char.ToLowerInvariant((char)rune.Value).ToString() : Letter(rune))
                {
                    folded.Append(c);
                    from.Add(at);
                }
            }

            return new Folded(folded.ToString(), from);
        }

        private static string Letter(Rune rune)
        {
            if (Letters.TryGetValue(rune.Value, out var known))
            {
                return known;
            }

            var letters = new StringBuilder();
            foreach (var part in TypedText.Normalized(rune.ToString(), NormalizationForm.FormKD).EnumerateRunes())
            {
                letters.Append(Rune.GetUnicodeCategory(part) switch
                {
                    UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => "",
                    UnicodeCategory.DashPunctuation => "-",
                    UnicodeCategory.SpaceSeparator => " ",
                    _ when Letters.TryGetValue(part.Value, out var plain) => plain,
                    _ => Rune.ToLowerInvariant(part).ToString(),
                });
            }

            return letters.ToString();
        }
    }
}

/// <summary>A piece of a text, and whether it is what was searched for.</summary>
/// <param name="Text">The piece.</param>
/// <param name="Found">Whether it was searched for.</param>
public sealed record TextPart(string Text, bool Found);
