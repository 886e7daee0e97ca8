using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Web.Features.Editing.Fields;

/// <summary>What is said beside a date that can't be taken as it is typed.</summary>
public static class DateFaultWords
{
    /// <summary>Why it is not read, and what to write.</summary>
    public static string Word(this IStringLocalizer<Text> l, DateFault fault) => fault switch
    {
        DateFault.Unreadable => l[
            "This can’t be read as a date. Write it with the month in words or in digits: 18 March 2026, 18.3.2026 or 2026-03-18."],
        DateFault.NotInCalendar => l["There is no such date in the calendar."],
        DateFault.NoYear => l["Add the year in four digits: 18 March 2026."],
        DateFault.OtherWeekday => l["The date does not fall on the weekday given. Correct one of the two."],
    };

    /// <summary>What is missing in a date that is less exact than it is said to be known.</summary>
    public static string LessExact(this IStringLocalizer<Text> l, DatePrecision asked) => asked switch
    {
        DatePrecision.Day => l["This does not say which day. Write it out: 18 March 2026."],
        DatePrecision.Week => l["This does not say which week. Write a day in it, or 2025-W48."],
        DatePrecision.Month => l["This week spans two months. Write the month: March 2026."],
    };
}
