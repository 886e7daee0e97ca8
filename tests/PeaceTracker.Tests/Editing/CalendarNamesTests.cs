using PeaceTracker.Services.Editing;

namespace PeaceTracker.Tests.Editing;

public class CalendarNamesTests
{
    // What Polish and Croatian, or two months of French, begin with alike. Every other word has one month in all languages.
    private static readonly Dictionary<string, int[]> SeveralMonths = new()
    {
        ["jui"] = [6, 7],
        ["lip"] = [6, 7],
        ["lis"] = [10, 11],
        ["listopad"] = [10, 11],
        ["listopada"] = [10, 11],
    };

    [Fact]
    public void MonthsNamed_EveryNameOfEveryLanguage_IsItsMonthOrIsKnownToBeSeveral()
    {
        var words = CalendarNames.Months.SelectMany(language => language.SelectMany((names, month) => names.SelectMany(name =>
            new[] { name, name.ToUpperInvariant(), name[..3] }.Select(word => (Word: word, Month: month + 1))))).ToList();

        Assert.Equal([12], CalendarNames.Months.Select(language => language.Count).Distinct());
        Assert.All(words, said => Assert.Equal(
            SeveralMonths.GetValueOrDefault(said.Word.ToLowerInvariant(), [said.Month]), CalendarNames.MonthsNamed(said.Word)));
    }

    // Three letters are enough of every weekday too; "mar" is Tuesday in three languages, and a Wednesday in none.
    [Fact]
    public void WeekdaysNamed_EveryNameOfEveryLanguage_IsItsDay() => Assert.All(CalendarNames.Weekdays, language =>
    {
        Assert.Equal(7, language.Count);
        Assert.All(language.Index(), day => Assert.All(day.Item, name =>
        {
            Assert.Contains((DayOfWeek)day.Index, CalendarNames.WeekdaysNamed(name));
            Assert.Contains((DayOfWeek)day.Index, CalendarNames.WeekdaysNamed(name[..Math.Min(3, name.Length)]));
        }));
    });

    [Theory]
    [InlineData("")]
    [InlineData("ma")]
    [InlineData("of")]
    [InlineData("Marchs")]
    [InlineData("today")]
    public void MonthsNamed_AWordThatIsNoMonth_HasNone(string word) => Assert.Empty(CalendarNames.MonthsNamed(word));
}
