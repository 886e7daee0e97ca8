using System.Globalization;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Web.Shared;

/// <summary>Dates in words, as exactly as they are known: <c>@L.Date(date)</c>.</summary>
public static class DateWords
{
    /// <summary>"15 December 2025", "week of 15 December 2025" or "December 2025".</summary>
    public static string Date(this IStringLocalizer<Text> l, DateOnly date, DatePrecision precision = DatePrecision.Day) => precision switch
    {
        DatePrecision.Month => Say(date, "MMMM yyyy"),
        DatePrecision.Week => l["week of {0}", Say(date, "d MMMM yyyy")],
        DatePrecision.Day => Say(date, "d MMMM yyyy"),
    };

    /// <summary>A date in a narrow column: "15 Dec 2025"; in full where no day is known.</summary>
    public static string DateInBrief(this IStringLocalizer<Text> l, DateOnly date, DatePrecision precision) =>
        precision == DatePrecision.Day ? Say(date, "d MMM yyyy") : l.Date(date, precision);

    /// <summary>
    /// An age in one word, for a column: "today", "12 d", "14 mo", "3 y"; months of 30.44 days, from 60 days on, years from 36 months on.
    /// </summary>
    public static string AgeInBrief(this IStringLocalizer<Text> l, int days) => days switch
    {
        0 => l["today"],
        < 60 => l["{0} d", days],
        < 1096 => l["{0} mo", (int)(days / 30.44)],
        _ => l["{0} y", (int)(days / 365.25)],
    };

    /// <summary>One moment, or the first and the last of several: "19 August 2025, 09:07 UTC to 19 August 2025, 11:21 UTC".</summary>
    public static string Stamp(this IStringLocalizer<Text> l, (DateTime First, DateTime Last) moments) => moments.First == moments.Last
        ? l.Stamp(moments.First)
        : l["{0} to {1}", l.Stamp(moments.First), l.Stamp(moments.Last)];

    /// <summary>A moment, which is kept in UTC and says so: "24 November 2026, 09:30 UTC".</summary>
    public static string Stamp(this IStringLocalizer<Text> l, DateTime moment) =>
        l["{0}, {1} UTC", l.Date(DateOnly.FromDateTime(moment)), moment.ToString("HH:mm", CultureInfo.CurrentCulture)];

    /// <summary>A moment in a column that is headed with UTC: "2026-11-24 09:30".</summary>
    public static string Minute(DateTime moment) => moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The same where seconds matter: "2026-11-24 09:30:05".</summary>
    public static string Second(DateTime moment) => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A moment for programs: "2026-11-24T09:30:05Z".</summary>
    public static string Machine(DateTime moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>
    /// What is to be said of a date on a board of a day within its week or month: "it may have happened later in March 2026"; null where
    /// nothing is, because the day is known or its period was over.
    /// </summary>
    public static string? MayBeLater(this IStringLocalizer<Text> l, DateAsKnown date, DateOnly board) => !date.MayBeAfter(board) ? null
        : date.Precision == DatePrecision.Week ? l["it may have happened later in the {0}", l.Date(date.On, date.Precision)].Value
        : l["it may have happened later in {0}", l.Date(date.On, date.Precision)].Value;

    /// <summary>"today", "yesterday", "347 days ago".</summary>
    public static string DaysAgo(this IStringLocalizer<Text> l, int days) => days switch
    {
        0 => l["today"],
        1 => l["yesterday"],
        _ => l["{0} days ago", days],
    };

    /// <summary>"today", "tomorrow", "in 38 days".</summary>
    public static string InDays(this IStringLocalizer<Text> l, int days) => days switch
    {
        0 => l["today"],
        1 => l["tomorrow"],
        _ => l["in {0} days", days],
    };

    /// <summary>A period: "20–21 December 2025"; one date where both ends are the same or not known to the day.</summary>
    public static string Period(this IStringLocalizer<Text> l, DateOnly from, DateOnly to, DatePrecision precision = DatePrecision.Day) =>
        from == to || precision != DatePrecision.Day ? l.Date(from, precision)
        : from.Year != to.Year ? $"{Say(from, "d MMMM yyyy")} – {Say(to, "d MMMM yyyy")}"
        : from.Month != to.Month ? $"{Say(from, "d MMMM")} – {Say(to, "d MMMM yyyy")}"
        : $"{Say(from, "%d")}–{Say(to, "d MMMM yyyy")}";

    private static string Say(DateOnly date, string format) => date.ToString(format, CultureInfo.CurrentCulture);
}
