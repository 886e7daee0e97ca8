using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Claims;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Claims;

public class ClaimTableTests
{
    // Five issues between a and b, one agreed: 20%. Claims 1 to 4: 90% between the pair (gap +70), 95% on one issue (none), none named (none),
    // 10% of the whole board (gap −10).
    private static readonly BoardSnapshot At = new RecordBuilder()
        .Issues(1, Domain.Issues.Level.AgreedInPrinciple).Issues(4, Domain.Issues.Level.Disputed)
        .Claim(90, "a-b", on: 2).Claim(95, issues: ["issue-1"], on: 3).Claim(null, on: 4).Claim(10, on: 5).AsOf(6);

    public static TheoryData<ClaimQuery, string> Orders => new()
    {
        { new(), "4 3 2 1" },
        { new() { Descending = false }, "1 2 3 4" },
        { new() { Sort = ClaimSort.Figure }, "2 1 4 3" },
        { new() { Sort = ClaimSort.Figure, Descending = false }, "4 1 2 3" },
        { new() { Sort = ClaimSort.Gap }, "1 4 3 2" },
        { new() { Sort = ClaimSort.Gap, Descending = false }, "4 1 3 2" },
        { new() { Comparable = [Comparability.NotComparable] }, "3 2" },
        { new() { Dyads = ["a-b"] }, "1" },
        { new() { Claimants = ["nobody"] }, "" },
        { new() { Dyads = ["a-b", "a-c"], Comparable = [Comparability.Comparable, Comparability.Indicative] }, "1" },
        { new() { ShareFrom = 50 }, "2 1" },
        { new() { ShareTo = 90 }, "4 1" },
        { new() { ShareFrom = 90, ShareTo = 90 }, "1" },
        { new() { Made = new(RecordBuilder.Day(3), null) }, "4 3 2" },
        { new() { Made = new(RecordBuilder.Day(3), RecordBuilder.Day(4)) }, "3 2" },
        { new() { Made = new(null, RecordBuilder.Day(2)) }, "1" },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void Of_Query_NarrowsAndOrders(ClaimQuery query, string expected) => Assert.Equal(expected, Numbers(ClaimTable.Of(At, query).Matching));

    // 85 to 90% is at least 88% by its upper end and at most 86% by its lower one; it is neither above 90 nor below 85.
    [Theory]
    [InlineData(88, null, true)]
    [InlineData(null, 86, true)]
    [InlineData(91, null, false)]
    [InlineData(null, 84, false)]
    public void Of_ShareOfARange_FitsByEitherEnd(int? from, int? to, bool fits)
    {
        var at = new RecordBuilder().Issues(5, Domain.Issues.Level.Disputed).Claim(85, to: 90, on: 2).AsOf(3);

        Assert.Equal(fits, ClaimTable.Of(at, new() { ShareFrom = from, ShareTo = to }).Matching.Count == 1);
    }

    [Fact]
    public void Of_Compare_InTheOrderAskedForWhateverTheFilter() =>
        Assert.Equal("4 1", Numbers(ClaimTable.Of(At, new() { Compare = ["claim-4", "claim-1"], Dyads = ["a-b"] }).Compared));

    // From −10 to +70.
    [Fact]
    public void GapScale_AllClaims_OutToWholeTens() => Assert.Equal((-10, 70), ClaimTable.Of(At, new() { Dyads = ["a-b"] }).GapScale);

    [Fact]
    public void SortedBy_Again_TurnsRound()
    {
        var byGap = new ClaimQuery().SortedBy(ClaimSort.Gap);

        Assert.True(byGap.Descending);
        Assert.False(byGap.SortedBy(ClaimSort.Gap).Descending);
        Assert.False(new ClaimQuery().SortedBy(ClaimSort.Claimant).Descending);
        Assert.True(byGap.SortedBy(ClaimSort.Date).IsDefaultOrder);
    }

    private static string Numbers(IEnumerable<LedgerEntry> entries) => string.Join(' ', entries.Select(e => e.OnItsDay.Claim.Key.Split('-')[1]));
}
