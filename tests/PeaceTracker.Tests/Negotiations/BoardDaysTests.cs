using System.Globalization;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Tests.Negotiations;

public class BoardDaysTests
{
    // Kyiv is three hours ahead of UTC in summer and two in winter; Seoul always nine; Los Angeles seven behind in summer, eight in winter.
    [Theory]
    [InlineData("UTC", "2026-07-01T23:59:59Z", "2026-07-01")]
    [InlineData("Europe/Kyiv", "2026-07-01T20:59:59Z", "2026-07-01")]
    [InlineData("Europe/Kyiv", "2026-07-01T21:00:00Z", "2026-07-02")]
    [InlineData("Europe/Kyiv", "2026-12-01T21:59:59Z", "2026-12-01")]
    [InlineData("Asia/Seoul", "2026-11-27T23:30:00Z", "2026-11-28")]
    [InlineData("America/Los_Angeles", "2026-11-27T01:30:00Z", "2026-11-26")]
    public void DayOf_Moment_IsTheDayThere(string zone, string moment, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), BoardDays.Of(zone).DayOf(Moment(moment)));

    [Theory]
    [InlineData("UTC", "2026-07-01", "2026-07-02T00:00:00Z")]
    [InlineData("Europe/Kyiv", "2026-07-01", "2026-07-01T21:00:00Z")]
    [InlineData("Asia/Seoul", "2026-11-27", "2026-11-27T15:00:00Z")]
    // Beirut put its clocks forward at midnight of 27 March 2022: that day began at 1 a.m., 22:00 UTC the day before.
    [InlineData("Asia/Beirut", "2022-03-26", "2022-03-26T22:00:00Z")]
    // The Azores put theirs back at 1 a.m. of 30 October 2022, so midnight came twice; the first was at 00:00 UTC.
    [InlineData("Atlantic/Azores", "2022-10-29", "2022-10-30T00:00:00Z")]
    public void EndOf_Day_IsWhereTheNextBegins(string zone, string day, string end) =>
        Assert.Equal(Moment(end), BoardDays.Of(zone).EndOf(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("UTC")]
    [InlineData("Europe/Kyiv")]
    [InlineData("Asia/Beirut")]
    [InlineData("Atlantic/Azores")]
    [InlineData("America/Los_Angeles")]
    [InlineData("Pacific/Kiritimati")]
    public void EndOf_EveryHalfHourOfAYear_IsAfterTheMomentsOfItsDayAlone(string zone)
    {
        var days = BoardDays.Of(zone);
        var start = new DateTime(2022, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var wrong = Enumerable.Range(0, 365 * 48).Select(i => start.AddMinutes(30 * i)).Where(moment =>
        {
            var day = days.DayOf(moment);
            return moment >= days.EndOf(day) || moment < days.EndOf(day.AddDays(-1));
        });

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("UTC", true)]
    [InlineData("Europe/Kyiv", true)]
    [InlineData("Kyiv", false)]
    [InlineData("", false)]
    [InlineData("FLE Standard Time", false)]
    [InlineData("../../etc/passwd", false)]
    public void Exists_Name_OnlyOfTheIanaList(string name, bool exists) => Assert.Equal(exists, BoardDays.Exists(name));

    private static DateTime Moment(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}
