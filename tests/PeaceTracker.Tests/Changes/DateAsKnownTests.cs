using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Tests.Changes;

public class DateAsKnownTests
{
    [Theory]
    [InlineData("2026-03-10", DatePrecision.Day, "2026-03-10")]
    [InlineData("2026-03-02", DatePrecision.Week, "2026-03-08")]
    [InlineData("2026-03-01", DatePrecision.Month, "2026-03-31")]
    [InlineData("2024-02-01", DatePrecision.Month, "2024-02-29")]
    public void Last_EachPrecision_IsTheLastDayOfThePeriod(string on, DatePrecision precision, string last) =>
        Assert.Equal(DateOnly.Parse(last, null), new DateAsKnown(DateOnly.Parse(on, null), precision).Last);

    // From the first day of the month it counts; on its last day it has happened for certain.
    [Theory]
    [InlineData("2026-02-28", false)]
    [InlineData("2026-03-01", true)]
    [InlineData("2026-03-30", true)]
    [InlineData("2026-03-31", false)]
    public void MayBeAfter_DayOfAMonth_OnlyWithinIt(string day, bool expected) =>
        Assert.Equal(expected, new DateAsKnown(new DateOnly(2026, 3, 1), DatePrecision.Month).MayBeAfter(DateOnly.Parse(day, null)));

    // Known to March: on 20 March it may be of that day, on 10 April it is ten days old for certain.
    [Theory]
    [InlineData(DatePrecision.Month, "2026-03-20", 0)]
    [InlineData(DatePrecision.Month, "2026-04-10", 10)]
    [InlineData(DatePrecision.Day, "2026-03-20", 19)]
    public void AgeOn_EachPrecision_CountsFromTheLastDayOnWhichItCanHaveBeen(DatePrecision precision, string day, int age) =>
        Assert.Equal(age, new DateAsKnown(new DateOnly(2026, 3, 1), precision).AgeOn(DateOnly.Parse(day, null)));

    [Fact]
    public void Newest_OneDateTwice_TheMoreExact()
    {
        var day = new DateOnly(2026, 3, 1);

        Assert.Equal(
            new DateAsKnown(day, DatePrecision.Day),
            DateAsKnown.Newest([new(day, DatePrecision.Month), new(day, DatePrecision.Day), new(day.AddDays(-1), DatePrecision.Day)]));
        Assert.Null(DateAsKnown.Newest([]));
    }
}
