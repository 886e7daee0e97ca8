using System.Text;
using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Domain.Negotiations;

// What a value by itself must be: texts, dates, moments, numbers.
internal sealed partial class RuleCheck
{
    private static readonly DateOnly FirstDay = new(1900, 1, 1);
    private static readonly DateOnly LastDay = new(2200, 12, 31);

    /// <summary>A text: not blank where it is given, not too long, one line.</summary>
    public void Text(RulePath path, string? text, int limit)
    {
        if (text is null)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            Add(path, "The text is empty. Fill it in, or leave the property out if it is optional.");
        }
        else if (TypedText.LooksEmpty(text))
        {
            Add(path, "The text looks empty: it contains only invisible characters. Fill it in.");
        }
        else if (text.Length > limit)
        {
            Add(path, $"The text has {text.Length} characters. Shorten it to {limit} at most.");
        }

        // Most texts are plain letters, which need no further check.
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return;
        }

        if (TypedText.PlaceOf(text, Rune.IsControl) is { } control)
        {
            Add(path, $"The text contains a control character, such as a line break or a tab, at position {control}. Remove it.");
        }

        if (TypedText.PlaceOf(text, TypedText.IsNoncharacter) is { } none)
        {
            Add(path, $"The text contains, at position {none}, a code that is not a character. Remove it.");
        }

        if (text.Any(TurnsRound))
        {
            Add(path, "The text contains an invisible character that reverses what follows, so that it would be misread. " +
                "Type the text again.");
        }
    }

    // Embeddings, overrides and isolates. The marks that right-to-left texts need (U+200E, U+200F, U+061C) turn nothing round.
    private static bool TurnsRound(char sign) => sign is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    public void Date(RulePath path, DateOnly? date)
    {
        if (date < FirstDay || date > LastDay)
        {
            Add(path, $"{date:yyyy-MM-dd} is outside 1900 to 2200. Check the year.");
        }
    }

    public void Date(RulePath path, DateOnly date, DatePrecision precision)
    {
        Date(path, date);
        if (precision == DatePrecision.Week && date.DayOfWeek != DayOfWeek.Monday)
        {
            Add(path, $"With precision week the date is the week’s Monday, and {date:yyyy-MM-dd} is a {date.DayOfWeek}. Give the Monday, " +
                $"{date.AddDays(-(((int)date.DayOfWeek + 6) % 7)):yyyy-MM-dd}.");
        }
        else if (precision == DatePrecision.Month && date.Day != 1)
        {
            Add(path, $"With precision month the date is the first of the month. Give {date:yyyy-MM}-01.");
        }
    }

    /// <summary>Two dates of which the second must not lie before the first.</summary>
    public void Order(RulePath path, DateOnly? second, DateOnly first, string nameOfFirst)
    {
        if (second < first)
        {
            Add(path, $"{second:yyyy-MM-dd} is before {nameOfFirst}, {first:yyyy-MM-dd}. Correct one of the two.");
        }
    }

    public void Stamp(RulePath path, DateTime stamp)
    {
        Date(path, DateOnly.FromDateTime(stamp));
        if (stamp.Kind != DateTimeKind.Utc)
        {
            Add(path, "The time is not in UTC. Give it with a Z at the end.");
        }
    }

    public void Between(RulePath path, int? number, int least, int most)
    {
        if (number < least || number > most)
        {
            Add(path, $"{number} is out of range. Give a whole number from {least} to {most}.");
        }
    }
}
