using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Tests.Shared;

public class WordsTests : ComponentTests
{
    private IStringLocalizer<Text> L => Services.GetRequiredService<IStringLocalizer<Text>>();

    [Fact]
    public void Word_EachValueOfAScale_HasAWordOfItsOwn()
    {
        AssertOwn<Level>(L.Word);
        AssertOwn<Level>(L.Test);
        AssertOwn<Basis>(L.Word);
        AssertOwn<Stance>(s => L.Word(s));
        AssertOwn<Flexibility>(L.Word);
        AssertOwn<Attribution>(L.Word);
        AssertOwn<Role>(L.Word);
        AssertOwn<Reliability>(L.Word);
        AssertOwn<Confidence>(L.Word);
        AssertOwn<Validity>(L.Word);
        AssertOwn<OfferState>(L.Word);
        AssertOwn<RoundState>(L.Word);
        AssertOwn<ScopeChangeKind>(L.Word);
        AssertOwn<ClaimThreshold>(L.Word);
        AssertOwn<EntryKind>(L.Word);
        Assert.Distinct(Enumerable.Range(1, 6).Select(c => L.Credibility(c)));
        Assert.Equal("No position recorded", L.Word((Stance?)null));
    }

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

    private static void AssertOwn<T>(Func<T, string> word) where T : struct, Enum =>
        Assert.Distinct(Enum.GetValues<T>().Select(word));
}
