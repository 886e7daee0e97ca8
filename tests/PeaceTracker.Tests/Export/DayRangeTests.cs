using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Tests.Export;

/// <summary>Ranges of days, all in March 2025: the 10th is a Monday.</summary>
public class DayRangeTests
{
    // What lasts from the 10th to the 14th has a day in a range that ends on the first or begins on the last of them.
    [Theory]
    [InlineData(null, null, true)]
    [InlineData(14, null, true)]
    [InlineData(15, null, false)]
    [InlineData(null, 10, true)]
    [InlineData(null, 9, false)]
    [InlineData(11, 12, true)]
    [InlineData(1, 31, true)]
    public void Passes_SeveralDays_AnyOfThemLiesBetween(int? from, int? to, bool expected) =>
        Assert.Equal(expected, new DayRange(Day(from), Day(to)).Passes(Day(10)!.Value, Day(14)!.Value));

    // A week goes up to Sunday, the 16th; a month from the 1st to the 31st.
    [Theory]
    [InlineData(10, DatePrecision.Day, 11, 20, false)]
    [InlineData(10, DatePrecision.Week, 16, 20, true)]
    [InlineData(10, DatePrecision.Week, 17, 20, false)]
    [InlineData(1, DatePrecision.Month, 31, 31, true)]
    public void Passes_DateThatIsKnownRoughly_CanHaveBeenAnyOfItsDays(int on, DatePrecision precision, int from, int to, bool expected) =>
        Assert.Equal(expected, new DayRange(Day(from), Day(to)).Passes(new DateAsKnown(Day(on)!.Value, precision)));

    private static DateOnly? Day(int? day) => day is { } number ? new DateOnly(2025, 3, number) : null;
}
