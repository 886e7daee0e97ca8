using System.Globalization;
using System.Text;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.Editing;

/// <summary>Makes keys from words: lower-case letters and digits joined by hyphens, as addresses show them.</summary>
public static class Keys
{
    /// <summary>No row is given this key: in its place in an address stands the form for a new one.</summary>
    private const string Reserved = "new";

    /// <summary>A key made of <paramref name="words"/> that is not among <paramref name="taken"/>; of <paramref name="noun"/> where the words have no
    /// Latin letter.</summary>
    public static string For(string words, string noun, IEnumerable<string> taken)
    {
        var used = taken.Append(Reserved).ToHashSet(StringComparer.Ordinal);
        var stem = Of(words) is { Length: > 0 } made ? made : Of(noun);
        if (!used.Contains(stem))
        {
            return stem;
        }

        for (var n = 2; ; n++)
        {
            var end = "-" + n.ToString(CultureInfo.InvariantCulture);
            var key = Cut(stem, TextLimits.Key - end.Length) + end;
            if (!used.Contains(key))
            {
                return key;
            }
        }
    }

    private static string Of(string words)
    {
        var key = new StringBuilder();
        foreach (var c in TypedText.Normalized(words, NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
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
