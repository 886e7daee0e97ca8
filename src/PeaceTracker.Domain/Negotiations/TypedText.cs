using System.Globalization;
using System.Text;

namespace PeaceTracker.Domain.Negotiations;

/// <summary>A text as it is kept of what was typed or pasted.</summary>
/// <param name="Text">The text.</param>
/// <param name="TakenOut">How many characters were taken out of it because they can't be seen.</param>
public readonly record struct CleanText(string Text, int TakenOut);

/// <summary>
/// What of a text can be seen. Copied from a PDF or a web page, a text brings along characters that nobody sees and nobody finds: they make two
/// titles look the same, or one look empty.
/// </summary>
public static class TypedText
{
    /// <summary>
    /// The text without what can't be seen. Line breaks stay where <paramref name="lines"/> says so and are spaces otherwise, and tabs are
    /// spaces. Joiners and marks of direction stay in a text whose script needs them.
    /// </summary>
    public static CleanText Clean(string? typed, bool lines = false)
    {
        var text = (typed ?? "").ReplaceLineEndings("\n");
        var (clean, takenOut, needsJoiners) = (new StringBuilder(text.Length), 0, NeedsJoiners(text));
        for (int at = 0, length; at < text.Length; at += length)
        {
            var whole = Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out length) == System.Buffers.OperationStatus.Done;
            if (whole && rune.Value is '\n' or '\t')
            {
                clean.Append(rune.Value == '\n' && lines ? '\n' : ' ');
            }
            else if (!whole || (IsUnseen(rune) && !(needsJoiners && IsJoiner(rune))))
            {
                takenOut++;
            }
            else
            {
                clean.Append(text, at, length);
            }
        }

        return new CleanText(clean.ToString(), takenOut);
    }

    /// <summary>
    /// The text, or its beginning and three dots where it is longer than <paramref name="most"/>. No pair of surrogates is torn apart: not every
    /// database takes one half.
    /// </summary>
    public static string Shortened(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "…";

    /// <summary>Whether nothing of a text can be seen, or nothing but blanks: it looks empty.</summary>
    public static bool LooksEmpty(string text) => text.EnumerateRunes().All(rune => Rune.IsWhiteSpace(rune) || IsUnseen(rune));

    /// <summary>The place of the first character of a kind, counted from 1; null where there is none.</summary>
    public static int? PlaceOf(string text, Func<Rune, bool> kind)
    {
        var place = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            place++;
            if (kind(rune))
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>Whether a character is none, and never will be: U+FFFE, U+FFFF and their like.</summary>
    public static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    /// <summary>The text in a normal form; what has none (U+FFFE, half a surrogate pair) is U+FFFD there, and no fault.</summary>
    public static string Normalized(string text, NormalizationForm form = NormalizationForm.FormC)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(IsNoncharacter(rune) ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return whole.ToString().Normalize(form);
    }

    // Blanks that Unicode does not call so: the Hangul fillers and the braille pattern without dots, and the joiner of accents.
    private static bool IsUnseen(Rune rune) =>
        IsNoncharacter(rune) || rune.Value is 0x034F or 0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator
        || (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && !IsSignOfNumber(rune));

    // Signs that Arabic and Syriac put under a number or round it: of the category of the unseen ones, and seen.
    private static bool IsSignOfNumber(Rune rune) => rune.Value is (>= 0x0600 and <= 0x0605) or 0x06DD or 0x070F or 0x0890 or 0x0891 or 0x08E2;

    // Zero-width non-joiner and joiner, and the marks of direction: they turn nothing round (RuleCheck refuses what does).
    private static bool IsJoiner(Rune rune) => rune.Value is 0x200C or 0x200D or 0x200E or 0x200F or 0x061C;

    // Scripts without capitals: Arabic, Hebrew and those of South Asia, in which a word can be another one without its joiner.
    private static bool NeedsJoiners(string text) =>
        text.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter && !IsUnseen(rune));
}
