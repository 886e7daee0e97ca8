using System.Globalization;
using System.Text;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.Editing;

/// <summary>Makes keys from words: lower-case letters and digits joined by hyphens, as addresses show them.</summary>
public static class Keys
{
    /// <summary>No row is given this key: in its place in an address stands the form for a new one.</summary>
    private const string Reserved = "new";

    // A hyphen and as many digits as a number of rows can have.
    private const int LongestNumber = 11;

    // Ukrainian and Russian letters as passports and most newspapers write them; a name in another script keeps its noun.
    private static readonly Dictionary<char, string> Latin = new()
    {
        ['а'] = "a", ['б'] = "b", ['в'] = "v", ['г'] = "g", ['ґ'] = "g", ['д'] = "d", ['е'] = "e", ['є'] = "ie", ['ж'] = "zh", ['з'] = "z",
        ['и'] = "y", ['і'] = "i", ['к'] = "k", ['л'] = "l", ['м'] = "m", ['н'] = "n", ['о'] = "o", ['п'] = "p", ['р'] = "r", ['с'] = "s",
        ['т'] = "t", ['у'] = "u", ['ф'] = "f", ['х'] = "kh", ['ц'] = "ts", ['ч'] = "ch", ['ш'] = "sh", ['щ'] = "shch", ['ъ'] = "", ['ы'] = "y",
        ['ь'] = "", ['э'] = "e", ['ю'] = "iu", ['я'] = "ia",
    };

    /// <summary>A key made of <paramref name="words"/> that is not among <paramref name="taken"/>; of <paramref name="noun"/> where the words have no
    /// Latin letter.</summary>
    public static string For(string words, string noun, IEnumerable<string> taken)
    {
        var stem = Stem(words, noun);
        // All keys that it can become begin so; of two hundred thousand a few do.
        var start = Cut(stem, Math.Min(stem.Length, TextLimits.Key - LongestNumber));
        var used = taken.Append(Reserved).Where(key => key.StartsWith(start, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        if (!used.Contains(stem))
        {
            return stem;
        }

        for (var n = 2; ; n++)
        {
            var key = Numbered(stem, n);
            if (!used.Contains(key))
            {
                return key;
            }
        }
    }

    /// <summary>Whether no row may be given a key, because it stands for something else in an address.</summary>
    internal static bool IsReserved(string key) => key == Reserved;

    internal static string Stem(string words, string noun) => Of(words) is { Length: > 0 } made ? made : Of(noun);

    internal static string Numbered(string stem, int number)
    {
        var end = "-" + number.ToString(CultureInfo.InvariantCulture);
        return Cut(stem, TextLimits.Key - end.Length) + end;
    }

    private static string Of(string words)
    {
        var key = new StringBuilder();
        foreach (var c in TypedText.Normalized(words, NormalizationForm.FormD).ToLowerInvariant())
        {
            if (Latin.TryGetValue(c, out var latin))
            {
                key.Append(latin);
            }
            else if (char.IsAsciiLetterOrDigit(c))
            {
                key.Append(c);
            }
            else if (key.Length > 0 && key[^1] != '-' && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                key.Append('-');
            }
        }

        return Cut(key.ToString(), TextLimits.Key);
    }

    private static string Cut(string key, int most) => (key.Length <= most ? key : key[..most]).Trim('-');
}

/// <summary>Makes the keys of many rows that are added together, as <see cref="Keys"/> would one after another.</summary>
internal sealed class KeyMaker(string noun, IEnumerable<string> taken)
{
    private readonly HashSet<string> _used = taken.ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    /// <summary>A key made of words that none of the others has.</summary>
    public string For(string words)
    {
        var stem = Keys.Stem(words, noun);
        if (!Keys.IsReserved(stem) && _used.Add(stem))
        {
            return stem;
        }

        for (var n = _next.GetValueOrDefault(stem, 2); ; n++)
        {
            var key = Keys.Numbered(stem, n);
            if (_used.Add(key))
            {
                _next[stem] = n + 1;
                return key;
            }
        }
    }
}
