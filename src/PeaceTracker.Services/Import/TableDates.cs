using System.Globalization;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Import;

/// <summary>Which of day and month stands first, where both could.</summary>
public enum DayOrder
{
    /// <summary>The day, as in most of the world.</summary>
    DayFirst,
    /// <summary>The month, as in the United States.</summary>
    MonthFirst,
}

/// <summary>Dates of tables: those that forms read, by an order of day and month where one was said; and those of three columns.</summary>
internal static class TableDates
{
    /// <summary>Whether a date has two readings in which day and month are swapped.</summary>
    public static bool IsSwapped(WrittenDate date) =>
        date.Readings is [var first, var second] && (first.On.Day, first.On.Month) == (second.On.Month, second.On.Day);

    /// <summary>What a text says; more than one reading where that is not certain.</summary>
    public static WrittenDate Read(string typed, DayOrder? order)
    {
        var read = WrittenDate.Read(typed);
        return order is { } chosen && IsSwapped(read) ? new WrittenDate([read.Readings[chosen == DayOrder.DayFirst ? 0 : 1]]) : read;
    }

    /// <summary>The date of three cells; without a day it is known to the month. Null where they are none.</summary>
    public static DateAsKnown? Read(string year, string month, string day)
    {
        var m = Number(month) ?? (CalendarNames.MonthsNamed(month.Trim().TrimEnd('.')) is [var named] ? named : 0);
        if (Number(year) is not (>= 1 and <= 9999 and var y) || m is < 1 or > 12)
        {
            return null;
        }

        return string.IsNullOrWhiteSpace(day) ? DateAsKnown.Of(new DateOnly(y, m, 1), DatePrecision.Month)
            : Number(day) is >= 1 and var d && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d)
            : null;
    }

    private static int? Number(string text) =>
        int.TryParse(TypedNumber.Read(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
