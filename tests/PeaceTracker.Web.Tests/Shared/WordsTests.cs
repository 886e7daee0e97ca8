using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Tests.Shared;

public class WordsTests : ComponentTests
{
    private IStringLocalizer<Text> L => Services.GetRequiredService<IStringLocalizer<Text>>();

    [Fact]
    public void Credibility_OneToSix_HasWordsOfItsOwn() => Assert.Distinct(Enumerable.Range(1, 6).Select(c => L.Credibility(c)));

    [Fact]
    public void Word_NoStance_SaysThatNoneIsRecorded() => Assert.Equal("No position recorded", L.Word((Stance?)null));

    [Theory]
    [InlineData(DatePrecision.Day, "15 December 2025")]
    [InlineData(DatePrecision.Week, "week of 15 December 2025")]
    [InlineData(DatePrecision.Month, "December 2025")]
    public void Date_Precision_SaysNoMoreThanIsKnown(DatePrecision precision, string words) =>
        Assert.Equal(words, L.Date(new DateOnly(2025, 12, 15), precision));

    [Theory]
    [InlineData("2025-12-20", "2025-12-20", "20 December 2025")]
    [InlineData("2025-12-20", "2025-12-21", "20–21 December 2025")]
    [InlineData("2025-11-30", "2025-12-01", "30 November – 1 December 2025")]
    [InlineData("2025-12-31", "2026-01-01", "31 December 2025 – 1 January 2026")]
    public void Period_FromTo_SaysWhatIsSharedOnce(string from, string to, string words) =>
        Assert.Equal(words, L.Period(DateOnly.Parse(from, null), DateOnly.Parse(to, null)));
}
