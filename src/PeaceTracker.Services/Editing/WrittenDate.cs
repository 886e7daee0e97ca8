using System.Globalization;
using System.Text.RegularExpressions;
using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Services.Editing;

/// <summary>Why a text is not read as a date.</summary>
public enum DateFault
{
    /// <summary>It has none of the forms that are read, or words that name no month.</summary>
    Unreadable,
    /// <summary>It has such a form, and the calendar no such day, week or month.</summary>
    NotInCalendar,
    /// <summary>The year is missing, or could be of another century.</summary>
    NoYear,
    /// <summary>It names a weekday that the day is not.</summary>
    OtherWeekday,
}

/// <summary>
/// A date as people write it. The one reader of dates that are typed: what is certain has one reading, what could be two days has both. A day
/// is written in any usual order, with the month in words (<see cref="CalendarNames"/>) or in digits: <c>18 March 2026</c>, <c>Dec. 15,
/// 2025</c>, <c>18.3.2026</c>, <c>2026-3-18</c>; a month as <c>March 2026</c> or <c>2026-03</c>; a week as <c>2025-W48</c> or by one of its
/// days, <c>week of 24 November 2025</c>. A year in front has four digits; one of two digits stands last and is of this century, up
/// to 49. Between points the day stands first, in every country that writes so; between slashes and dashes day or month may: <c>3/18/26</c> is
/// certain, <c>3/4/26</c> is not.
/// </summary>
/// <param name="Readings">What it can be, most usual first: one where it is certain, none where nothing is written or it can't be read.</param>
/// <param name="Fault">Why it can't be read; null where it can, or nothing is written.</param>
public sealed partial record WrittenDate(IReadOnlyList<DateAsKnown> Readings, DateFault? Fault = null)
{
    // Each form with its readings; null stands for one that is not in the calendar.
    private static readonly (Regex Form, Func<Match, IEnumerable<DateAsKnown?>> Read)[] Forms =
    [
        (YearFirst(), m => m.Groups["d"].Success ? Days(m, "m", "d") : Months(m, "m")),
        (WeekNumber(), m => [Week(m)]),
        (Dotted(), m => Days(m, "m", "d")),
        (Slashed(), m => Days(m, "b", "a").Concat(Days(m, "a", "b"))),
        (MonthInDigits(), m => Months(m, "m")),
        (DayFirst(), m => Days(m, "name", "d")),
        (MonthFirst(), m => Days(m, "name", "d")),
        (MonthByName(), m => Months(m, "name")),
    ];

    /// <summary>What a text says; nothing where it is blank.</summary>
    public static WrittenDate Read(string typed)
    {
        var text = YearWord().Replace(Dash().Replace(TypedNumber.Plain(typed), "-"), "");
        if (WeekOf().Match(text) is { Success: true } week)
        {
            var (days, fault) = Read(week.Groups["day"].Value);
            var weeks = days.Where(day => day.Precision == DatePrecision.Day).Select(day => DateAsKnown.Of(day.On, DatePrecision.Week)).Distinct();
            return Either([.. weeks], fault ?? DateFault.Unreadable);
        }

        // "mar." is a Tuesday where a date follows it, and else a month.
        return text.Length == 0 ? new WrittenDate([])
            : ReadPlain(text) is { Fault: not DateFault.Unreadable } plain ? plain
            : Weekday().Match(text) is { Success: true } named
                && CalendarNames.WeekdaysNamed(named.Groups["weekday"].Value) is { Count: > 0 } weekdays
                ? OnWeekday(weekdays, ReadPlain(named.Groups["day"].Value))
            : new WrittenDate([], DateFault.Unreadable);
    }

    private static WrittenDate ReadPlain(string text)
    {
        foreach (var (form, read) in Forms)
        {
            if (form.Match(text) is not { Success: true } match || (match.Groups["name"] is { Success: true } name && Numbers(name).Count == 0))
            {
                continue;
            }

            if (Year(match) is null)
            {
                return new WrittenDate([], DateFault.NoYear);
            }

            return Either([.. read(match).OfType<DateAsKnown>().Distinct()], DateFault.NotInCalendar);
        }

        var bare = WithoutYear().Match(text);
        return new WrittenDate([], bare.Success && (!bare.Groups["name"].Success || Numbers(bare.Groups["name"]).Count > 0)
            ? DateFault.NoYear
            : DateFault.Unreadable);
    }

    private static WrittenDate OnWeekday(IReadOnlyList<DayOfWeek> weekdays, WrittenDate written)
    {
        var days = written.Readings.Where(date => date.Precision == DatePrecision.Day && weekdays.Contains(date.On.DayOfWeek));
        return Either([.. days], written.Fault ?? DateFault.OtherWeekday);
    }

    private static WrittenDate Either(IReadOnlyList<DateAsKnown> readings, DateFault otherwise) =>
        readings.Count > 0 ? new WrittenDate(readings) : new WrittenDate([], otherwise);

    private static IEnumerable<DateAsKnown?> Days(Match match, string month, string day) =>
        Numbers(match.Groups[month]).Select(m => (Year(match), m, Number(match.Groups[day])) is ({ } y and > 0, >= 1 and <= 12, >= 1 and var d)
            && d <= DateTime.DaysInMonth(y, m)
            ? new DateOnly(y, m, d)
            : (DateAsKnown?)null);

    private static IEnumerable<DateAsKnown?> Months(Match match, string month) =>
        Numbers(match.Groups[month]).Select(m => (Year(match), m) is ({ } y and > 0, >= 1 and <= 12)
            ? DateAsKnown.Of(new DateOnly(y, m, 1), DatePrecision.Month)
            : (DateAsKnown?)null);

    private static DateAsKnown? Week(Match match) =>
        (Year(match), Number(match.Groups["w"])) is ({ } y and > 0, >= 1 and var w) && w <= ISOWeek.GetWeeksInYear(y)
            ? DateAsKnown.Of(DateOnly.FromDateTime(ISOWeek.ToDateTime(y, w, DayOfWeek.Monday)), DatePrecision.Week)
            : null;

    // Null where there is none that is certain.
    private static int? Year(Match match) => match.Groups["y"].Value is { Length: 4 or 2 } digits ? (digits.Length, Number(match.Groups["y"])) switch
    {
        (4, var year) => year,
        (_, < 50 and var year) => 2000 + year,
        _ => null,
    } : null;

    private static int Number(Group group) => int.Parse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture);

    // The number in digits, or those of the months that the name can mean.
    private static IReadOnlyList<int> Numbers(Group group) =>
        char.IsAsciiDigit(group.Value[0]) ? [Number(group)] : CalendarNames.MonthsNamed(group.Value);

    private const RegexOptions Plainly = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"\p{Pd}|\u2212", Plainly)]
    private static partial Regex Dash();

    // 2026-3-18; 2026/03/18; 2026.3.18.; 2026-03
    [GeneratedRegex(@"\A(?<y>[0-9]{4})(?<sep>[-/.])(?<m>[0-9]{1,2})(?:\k<sep>(?<d>[0-9]{1,2})\.?)?\z", Plainly)]
    private static partial Regex YearFirst();

    // 2025-W48
    [GeneratedRegex(@"\A(?<y>[0-9]{4})-?W(?<w>[0-9]{1,2})\z", Plainly)]
    private static partial Regex WeekNumber();

    // week of 24 November 2025
    [GeneratedRegex(@"\Aweek of (?<day>(?!week of ).+)\z", Plainly)]
    private static partial Regex WeekOf();

    // 2026 року; 2026 г.; 2026.
    [GeneratedRegex(@"(?<=[0-9]{4})(?: ?(?:року|рік|года|год|р|г|roku|godine|r|g))?\.?\z", Plainly)]
    private static partial Regex YearWord();

    // 18.3.2026; 18. 3. 26
    [GeneratedRegex(@"\A(?<d>[0-9]{1,2})\. ?(?<m>[0-9]{1,2})\. ?(?<y>[0-9]{4}|[0-9]{2})\z", Plainly)]
    private static partial Regex Dotted();

    // 18/3/2026; 3/18/26; 18-03-2026. Between dashes two digits may be a year in front.
    [GeneratedRegex(@"\A(?<a>[0-9]{1,2})(?:/(?<b>[0-9]{1,2})/(?<y>[0-9]{4}|[0-9]{2})|-(?<b>[0-9]{1,2})-(?<y>[0-9]{4}))\z", Plainly)]
    private static partial Regex Slashed();

    // 3/2026
    [GeneratedRegex(@"\A(?<m>[0-9]{1,2})[-/.](?<y>[0-9]{4})\z", Plainly)]
    private static partial Regex MonthInDigits();

    // 18 March 2026; the 18th of March, 2026; 18-Mar-26; le 1er mars 2026; 18 de marzo de 2026; 18. März 2026
    [GeneratedRegex(
        @"\A" + Before + @"(?<d>[0-9]{1,2})" + Ordinal + @"[ -]?(?:of |de )?(?<name>" + Name + @")\.?,?[ -]?(?:de )?(?<y>[0-9]{4}|[0-9]{2})\z",
        Plainly)]
    private static partial Regex DayFirst();

    // Dec. 15, 2025; December 15th 2025
    [GeneratedRegex(@"\A(?<name>" + Name + @")\.?[ -]?(?<d>[0-9]{1,2})(?:st|nd|rd|th)?(?:, ?|[ -])(?<y>[0-9]{4}|[0-9]{2})\z", Plainly)]
    private static partial Regex MonthFirst();

    // March 2026; Dec. 2025; marzo de 2026
    [GeneratedRegex(@"\A(?<name>" + Name + @")\.?,?[ -]?(?:de )?(?<y>[0-9]{4})\z", Plainly)]
    private static partial Regex MonthByName();

    // 18 March; March 18; 18.3.; 3/18
    [GeneratedRegex(
        @"\A(?:" + Before + @"[0-9]{1,2}" + Ordinal + @" ?(?:of |de )?(?<name>" + Name + @")\.?|(?<name>" + Name + @")\.? ?[0-9]{1,2}(?:st|nd|rd|th)?"
        + @"|[0-9]{1,2}[-/.] ?[0-9]{1,2}\.?)\z", Plainly)]
    private static partial Regex WithoutYear();

    // Friday, 28 November 2025; п’ятниця, 28 листопада 2025
    [GeneratedRegex(@"\A(?<weekday>[\p{L}\p{M}'’-]+)[.,]{0,2} (?<day>.+)\z", Plainly)]
    private static partial Regex Weekday();

    private const string Name = @"[\p{L}\p{M}]+";

    private const string Before = @"(?:(?:the|le|il|el|am|den) )?";

    private const string Ordinal = @"(?:st|nd|rd|th|er|º|°|\.)?";
}
