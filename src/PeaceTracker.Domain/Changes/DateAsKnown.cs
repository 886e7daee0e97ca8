namespace PeaceTracker.Domain.Changes;

/// <summary>A date in the world as exactly as it is known.</summary>
/// <param name="On">The date, from which it counts: the first day of a week or a month.</param>
/// <param name="Precision">How exactly it is known.</param>
public readonly record struct DateAsKnown(DateOnly On, DatePrecision Precision)
{
    /// <summary>The last day on which it can have been.</summary>
    public DateOnly Last => Precision switch
    {
        // The calendar ends within a week.
        DatePrecision.Week => DateOnly.FromDayNumber(Math.Min(On.DayNumber + 6, DateOnly.MaxValue.DayNumber)),
        DatePrecision.Month => new DateOnly(On.Year, On.Month, DateTime.DaysInMonth(On.Year, On.Month)),
        DatePrecision.Day => On,
    };

    /// <summary>A day that is known.</summary>
    public static implicit operator DateAsKnown(DateOnly day) => new(day, DatePrecision.Day);

    /// <summary>The day itself, or the week or the month in which it lies: dated by the Monday, or by the first of the month.</summary>
    public static DateAsKnown Of(DateOnly day, DatePrecision precision) => new(precision switch
    {
        // The calendar begins on a Monday, with day number 0.
        DatePrecision.Week => DateOnly.FromDayNumber(day.DayNumber - (day.DayNumber % 7)),
        DatePrecision.Month => new DateOnly(day.Year, day.Month, 1),
        DatePrecision.Day => day,
    }, precision);

    /// <summary>
    /// The same date known only to the week or the month, as <paramref name="precision"/> says; null where it isn't known so exactly, or is a
    /// week that lies in two months.
    /// </summary>
    public DateAsKnown? KnownTo(DatePrecision precision) =>
        precision >= Precision && Of(On, precision) is var wider && Last <= wider.Last ? wider : null;

    /// <summary>
    /// How many days have passed since it by the end of a day, 0 or more: counted from the last day on which it can have been, so that
    /// nothing is taken to be older than it is known to be.
    /// </summary>
    public int AgeOn(DateOnly day) => Math.Max(0, day.DayNumber - Last.DayNumber);

    /// <summary>Whether by the end of a day it counts, and may yet have happened after that day.</summary>
    public bool MayBeAfter(DateOnly day) => On <= day && day < Last;

    /// <summary>The newest of several, of one date the most exact; null where there is none.</summary>
    public static DateAsKnown? Newest(IEnumerable<DateAsKnown> dates)
    {
        DateAsKnown? newest = null;
        foreach (var date in dates)
        {
            newest = newest is { } other ? Newer(other, date) : date;
        }

        return newest;
    }

    /// <summary>The newer of two, of one date the more exact.</summary>
    public static DateAsKnown Newer(DateAsKnown one, DateAsKnown other) =>
        other.On > one.On || (other.On == one.On && other.Precision < one.Precision) ? other : one;
}
