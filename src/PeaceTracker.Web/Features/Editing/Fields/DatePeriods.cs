using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Web.Features.Editing.Fields;

/// <summary>The day by which a period is dated.</summary>
public static class DatePeriods
{
    /// <summary>The Monday of the week, the first of the month, or the day itself.</summary>
    public static DateOnly First(DateOnly date, DatePrecision precision) => precision switch
    {
        // The calendar begins on a Monday, with day number 0.
        DatePrecision.Week => DateOnly.FromDayNumber(date.DayNumber - (date.DayNumber % 7)),
        DatePrecision.Month => new DateOnly(date.Year, date.Month, 1),
        DatePrecision.Day => date,
    };
}
