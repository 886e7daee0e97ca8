using System.Globalization;
using FsCheck;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Editing;
using PeaceTracker.Tests.Agreement;

namespace PeaceTracker.Tests.Editing;

public class WrittenDateTests
{
    private static readonly string[] Separators = ["/", "-"];

    [Theory]
    [InlineData("18 March 2026")]
    [InlineData("18.3.2026")]
    [InlineData("18. 3. 2026")]
    [InlineData("18.03.26")]
    [InlineData("2026-3-18")]
    [InlineData("2026–03–18")]
    [InlineData("2026/3/18")]
    [InlineData("2026.3.18.")]
    [InlineData("3/18/26")]
    [InlineData("18/3/2026")]
    [InlineData("18-03-2026")]
    [InlineData("18 mar 2026")]
    [InlineData("18-Mar-2026")]
    [InlineData("MARCH 18, 2026")]
    [InlineData("Mar. 18 2026")]
    [InlineData("the 18th of March, 2026")]
    [InlineData("Wednesday, 18 March 2026")]
    [InlineData("Wed. 18.3.2026")]
    [InlineData(" 18\u00a0March  2026 ")]
    public void Read_ADayThatIsCertain_IsTaken(string typed) => AssertRead(typed, new DateOnly(2026, 3, 18));

    [Theory]
    [InlineData("Dec. 15, 2025", "2025-12-15")]
    [InlineData("3.4.26", "2026-04-03")]
    [InlineData("3/3/26", "2026-03-03")]
    [InlineData("Sept. 1, 2025", "2025-09-01")]
    [InlineData("1 May 2025", "2025-05-01")]
    [InlineData("29.2.2024", "2024-02-29")]
    // 3 April 2026 is a Friday, 4 March a Wednesday: the weekday says which is meant.
    [InlineData("Fri 3/4/26", "2026-04-03")]
    [InlineData("Wed 3/4/26", "2026-03-04")]
    public void Read_WhatDecidesBetweenTwo_IsSeen(string typed, string day) =>
        AssertRead(typed, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    // As sources print it: with the ending of a day, the article, the word for a year, a weekday, without accents, shortened.
    [Theory]
    [InlineData("18 березня 2026 року")]
    [InlineData("18 бер. 2026 р.")]
    [InlineData("середа, 18 березня 2026")]
    [InlineData("ср, 18.03.2026 р.")]
    [InlineData("18 марта 2026 г.")]
    [InlineData("18 МАРТА 2026 ГОДА")]
    [InlineData("среда, 18 марта 2026")]
    [InlineData("le 18 mars 2026")]
    [InlineData("mercredi 18 mars 2026")]
    [InlineData("18. März 2026")]
    [InlineData("Mittwoch, den 18. März 2026")]
    [InlineData("18 Marz 2026")]
    [InlineData("18 de marzo de 2026")]
    [InlineData("miércoles, 18 de marzo de 2026")]
    [InlineData("18 marzo 2026")]
    [InlineData("18 de março de 2026")]
    [InlineData("quarta-feira, 18 de março de 2026")]
    [InlineData("18 marca 2026 r.")]
    [InlineData("18. ožujka 2026.")]
    public void Read_ADayInTheWordsOfItsSource_IsTaken(string typed) => AssertRead(typed, new DateOnly(2026, 3, 18));

    // 1 April 2026 is a Wednesday; 24 March 2026 is a Tuesday, martes.
    [Theory]
    [InlineData("1er avril 2026", "2026-04-01")]
    [InlineData("1º aprile 2026", "2026-04-01")]
    [InlineData("mié. 1 abr. 2026", "2026-04-01")]
    [InlineData("mar. 24 mar. 2026", "2026-03-24")]
    [InlineData("mar. 24, 2026", "2026-03-24")]
    [InlineData("31 серпня 2025", "2025-08-31")]
    [InlineData("5 août 2025", "2025-08-05")]
    [InlineData("5 AOUT 2025", "2025-08-05")]
    public void Read_ANameOfAnotherLanguage_IsItsMonth(string typed, string day) =>
        AssertRead(typed, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("березень 2026")]
    [InlineData("март 2026 г.")]
    [InlineData("mars 2026")]
    [InlineData("März 2026")]
    [InlineData("marzo de 2026")]
    public void Read_AMonthInAnotherLanguage_IsKnownToTheMonth(string typed) =>
        AssertRead(typed, new DateAsKnown(new DateOnly(2026, 3, 1), DatePrecision.Month));

    // November in Polish, October in Croatian. 5 November 2025 is a Wednesday, 5 October a Sunday, so a weekday decides.
    [Fact]
    public void Read_AMonthThatTwoLanguagesUnderstandDifferently_HasBothReadings()
    {
        Assert.Equal<DateAsKnown>([new DateOnly(2025, 10, 5), new DateOnly(2025, 11, 5)], WrittenDate.Read("5 listopada 2025").Readings);
        AssertRead("środa, 5 listopada 2025", new DateOnly(2025, 11, 5));
        AssertRead("nedjelja, 5. listopada 2025.", new DateOnly(2025, 10, 5));
        Assert.Equal(DateFault.NoYear, WrittenDate.Read("5 listopada").Fault);
    }

    [Theory]
    [InlineData("March 2026")]
    [InlineData("mar. 2026")]
    [InlineData("2026-03")]
    [InlineData("3/2026")]
    [InlineData("03.2026")]
    public void Read_AMonth_IsKnownToTheMonth(string typed) => AssertRead(typed, new DateAsKnown(new DateOnly(2026, 3, 1), DatePrecision.Month));

    // 24 November 2025 is the Monday of week 48. The year 2026 has 53 weeks, and its first begins in December.
    [Theory]
    [InlineData("2025-W48", "2025-11-24")]
    [InlineData("2025w48", "2025-11-24")]
    [InlineData("week of 24 November 2025", "2025-11-24")]
    [InlineData("Week of Nov. 28, 2025", "2025-11-24")]
    [InlineData("2026-W01", "2025-12-29")]
    [InlineData("2026-W53", "2026-12-28")]
    public void Read_AWeek_IsDatedByItsMonday(string typed, string monday) => AssertRead(
        typed, new DateAsKnown(DateOnly.ParseExact(monday, "yyyy-MM-dd", CultureInfo.InvariantCulture), DatePrecision.Week));

    [Theory]
    [InlineData("3/4/26")]
    [InlineData("3/4/2026")]
    [InlineData("03-04-2026")]
    public void Read_WhatCanBeTwoDays_HasBothReadings(string typed)
    {
        var read = WrittenDate.Read(typed);

        Assert.Equal<DateAsKnown>([new DateOnly(2026, 4, 3), new DateOnly(2026, 3, 4)], read.Readings);
        Assert.Null(read.Fault);
    }

    [Theory]
    [InlineData("18 March", DateFault.NoYear)]
    [InlineData("March 18th", DateFault.NoYear)]
    [InlineData("18.3.", DateFault.NoYear)]
    [InlineData("3/18", DateFault.NoYear)]
    [InlineData("18 March 94", DateFault.NoYear)]
    [InlineData("2025-02-30", DateFault.NotInCalendar)]
    [InlineData("30 February 2025", DateFault.NotInCalendar)]
    [InlineData("13/13/2025", DateFault.NotInCalendar)]
    [InlineData("2025-13", DateFault.NotInCalendar)]
    [InlineData("2025-W53", DateFault.NotInCalendar)]
    [InlineData("0000-01-01", DateFault.NotInCalendar)]
    [InlineData("week of 30 February 2025", DateFault.NotInCalendar)]
    [InlineData("Monday, 18 March 2026", DateFault.OtherWeekday)]
    [InlineData("Monday, March 2026", DateFault.OtherWeekday)]
    [InlineData("18 mart 2026 yılı", DateFault.Unreadable)]
    [InlineData("١٨.٣.٢٠٢٦", DateFault.Unreadable)]
    [InlineData("18 Μαρτίου 2026", DateFault.Unreadable)]
    [InlineData("18-3-26", DateFault.Unreadable)]
    [InlineData("3.18.2026", DateFault.NotInCalendar)]
    [InlineData("week of March 2026", DateFault.Unreadable)]
    [InlineData("week of week of 18 March 2026", DateFault.Unreadable)]
    [InlineData("2026-03-18T10:00", DateFault.Unreadable)]
    [InlineData("soon", DateFault.Unreadable)]
    [InlineData("2026", DateFault.Unreadable)]
    [InlineData("18", DateFault.Unreadable)]
    public void Read_WhatIsNotCertain_IsRefusedWithItsReason(string typed, DateFault fault)
    {
        var read = WrittenDate.Read(typed);

        Assert.Empty(read.Readings);
        Assert.Equal(fault, read.Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Read_Nothing_IsNoDateAndNoFault(string typed) =>
        Assert.Equal((0, null), (WrittenDate.Read(typed).Readings.Count, WrittenDate.Read(typed).Fault));

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("31.12.9999")]
    [InlineData("0001-01-01")]
    public void Read_EndsOfTheCalendar_AreKnownToEveryPrecision(string typed) =>
        Assert.All(Enum.GetValues<DatePrecision>(), precision => Assert.NotNull(WrittenDate.Read(typed).Readings.Single().KnownTo(precision)));

    [BoardProperty]
    public void Read_AnyDayInAnyForm_IsThatDay(DoNotSize<int> number)
    {
        var day = Day(number);
        Assert.All(
            ["d MMMM yyyy", "d MMM yyyy", "d.M.yyyy", "dd.MM.yyyy", "yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "MMMM d, yyyy", "MMM. d, yyyy",
                "dd-MMM-yyyy", "dddd, d MMMM yyyy", "ddd d.M.yyyy"],
            form => AssertRead(Print(day, form), day));
        AssertRead(Print(day, "MMMM yyyy"), DateAsKnown.Of(day, DatePrecision.Month));
        AssertRead(Print(day, "yyyy-MM"), DateAsKnown.Of(day, DatePrecision.Month));
        AssertRead("week of " + Print(day, "d MMMM yyyy"), DateAsKnown.Of(day, DatePrecision.Week));
        var (year, week) = (ISOWeek.GetYear(day.ToDateTime(default)), ISOWeek.GetWeekOfYear(day.ToDateTime(default)));
        AssertRead(string.Create(CultureInfo.InvariantCulture, $"{year}-W{week:00}"), DateAsKnown.Of(day, DatePrecision.Week));
    }

    // Of two numbers before a year each can be the day. Whatever they are, the text has as many readings as the calendar allows.
    [Fact]
    public void Read_AnyTwoNumbersAndAYear_HasEveryReadingThatTheCalendarAllows()
    {
        foreach (var separator in Separators)
        {
            for (var first = 0; first <= 32; first++)
            {
                for (var second = 0; second <= 32; second++)
                {
                    var text = string.Create(CultureInfo.InvariantCulture, $"{first}{separator}{second}{separator}2026");
                    var possible = new[] { $"2026-{second:00}-{first:00}", $"2026-{first:00}-{second:00}" }
                        .Where(day => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                        .Select(day => (DateAsKnown)DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
                    Assert.Equal(possible.Distinct(), WrittenDate.Read(text).Readings);
                }
            }
        }
    }

    private static DateOnly Day(DoNotSize<int> number)
    {
        var (first, last) = (new DateOnly(1000, 1, 1).DayNumber, new DateOnly(2999, 12, 31).DayNumber);
        return DateOnly.FromDayNumber(first + (int)((uint)number.Item % (uint)(last - first)));
    }

    private static string Print(DateOnly day, string form) => day.ToString(form, CultureInfo.InvariantCulture);

    private static void AssertRead(string typed, DateAsKnown date)
    {
        var read = WrittenDate.Read(typed);
        Assert.Equal((typed, date, null), (typed, Assert.Single(read.Readings), read.Fault));
    }
}
