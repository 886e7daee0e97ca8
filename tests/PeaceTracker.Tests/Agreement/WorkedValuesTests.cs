using System.Globalization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

/// <summary>The worked values of the method, each by way of a whole board.</summary>
public class WorkedValuesTests
{
    [Theory]
    [InlineData(18, 20, "18 of 20 (90%)")]
    [InlineData(25, 28, "25 of 28 (89.3%)")] // 89.2857…
    [InlineData(17, 19, "17 of 19 (89.5%)")] // 89.4736…, never "90%"
    [InlineData(19, 20, "19 of 20 (95%)")]
    [InlineData(0, 20, "0 of 20 (0%)")]
    [InlineData(5, 5, "5 of 5 (100%)")]
    public void Agreed_SomeIssuesOfAll_PrintsCountsAndShare(int agreed, int total, string expected)
    {
        var board = new RecordBuilder().Issues(agreed, Level.AgreedInPrinciple).Issues(total - agreed, Level.Disputed).AsOf(1);

        Assert.Equal(expected, board.Shares.Agreed.ToString());
    }

    [Fact]
    public void Agreed_FewerThanFiveIssues_PrintsCountsOnly()
    {
        var board = new RecordBuilder().Issues(2, Level.AgreedInPrinciple).Issues(2, Level.Disputed).AsOf(1);

        Assert.False(board.Shares.Agreed.PrintsPercent);
        Assert.Equal("2 of 4", board.Shares.Agreed.ToString());
    }

    [Fact]
    public void Agreed_NoIssues_IsNeitherZeroNorAll()
    {
        var shares = new RecordBuilder().AsOf(1).Shares;

        Assert.Equal("no issues in scope", shares.Agreed.ToString());
        Assert.Null(shares.Agreed.Value);
        Assert.Null(shares.Agreed.High);
        Assert.Null(shares.Weighted);
        Assert.Null(shares.Coverage.Value);
        Assert.Null(shares.Core.Value);
    }

    [Fact]
    public void Weighted_TwoHeavyIssuesOpenOfTwenty_ThreeQuarters()
    {
        // 18 × 1 agreed of 18 × 1 + 2 × 3 = 24.
        var shares = new RecordBuilder().Issues(18, Level.AgreedInPrinciple, salience: 1).Issues(2, Level.Disputed, salience: 3).AsOf(1).Shares;

        Assert.Equal("75%", Percent(shares.Weighted));
        Assert.Equal("18 of 20 (90%)", shares.Agreed.ToString());
    }

    [Fact]
    public void Band_OneOfTwentyUnknown_ReachesFromShareToShareWithTheUnknown()
    {
        var shares = new RecordBuilder().Issues(18, Level.AgreedInPrinciple).Issues(1, Level.Disputed).Issues(1, null).AsOf(1).Shares;

        Assert.Equal("90%", Percent(shares.Agreed.Value));
        Assert.Equal("95%", Percent(shares.Agreed.High));
        Assert.Equal((18, 1, 1), (shares.Agreed.Met, shares.Agreed.NotMet, shares.Agreed.Unknown));
        Assert.Equal("95%", Percent(shares.Coverage.Value)); // 19 of 20 are known
    }

    [Fact]
    public void Between_EightOpenIssuesDroppedOfTwentyEight_AllScopeEffect()
    {
        // 18/28 = 64.2857…, 18/20 = 90: +25.714…
        string[] kept = [.. Enumerable.Range(1, 20).Select(i => $"issue-{i}")];
        string[] all = [.. kept, .. Enumerable.Range(21, 8).Select(i => $"issue-{i}")];
        var board = new RecordBuilder().Issues(18, Level.AgreedInPrinciple).Issues(10, Level.Disputed).Agenda(1, all).Agenda(10, kept).Board();

        var comparison = BoardComparison.Between(board.AsOf(RecordBuilder.Day(9)).Shares, board.AsOf(RecordBuilder.Day(10)).Shares);

        Assert.Equal("+25.7", PercentText.SignedPoints(comparison.Change!.Value, CultureInfo.InvariantCulture));
        Assert.Equal(Ratio.Zero, comparison.StatusEffect);
        Assert.Equal(comparison.Change, comparison.ScopeEffect);
        Assert.Equal(8, comparison.Removed.Count);
        Assert.Empty(comparison.Added);
        Assert.Empty(comparison.Moved);
    }

    [Fact]
    public void ImpliedOpen_NinetyPercentOfTwenty_LeavesTwo()
    {
        // By the claimant's own number, whatever the board has: here ten.
        var board = new RecordBuilder().Issues(10, null).Claim(90, points: 20).AsOf(1);

        Assert.Equal((2m, 2m), ClaimComparison.Of(board.Claims.Single(), board).ImpliedOpen);
    }

    [Fact]
    public void ImpliedOpen_NoNumberOfPointsNamed_NoneAreImplied()
    {
        var board = new RecordBuilder().Issues(7, null).Claim(90).AsOf(1);

        Assert.Null(ClaimComparison.Of(board.Claims.Single(), board).ImpliedOpen);
    }

    [Fact]
    public void Summary_TheArticlesNinetyPercent_ZeroOfSevenBesideIt()
    {
        // Ukraine–Russia in the report: 2 disputed, 1 narrowing on one side's word, 4 unknown; three issues of ten don't apply.
        var board = new RecordBuilder().Dyad("a-b").Dyad("c-a", required: false)
            .Issues(2, Level.Disputed, salience: 5).Issues(1, Level.Narrowing, basis: Basis.Claimed).Issues(4, null)
            .Issue("x", dyads: ["c-a"]).Issue("y", dyads: ["c-a"]).Issue("z", dyads: ["c-a"])
            .Claim(90, dyad: "a-b").AsOf(1);

        var comparison = ClaimComparison.Of(board.Claims.Single(), board);

        Assert.Equal("0 of 7 (0%)", comparison.Computed.ToString());
        Assert.Equal("57.1%", Percent(comparison.Computed!.Value.High)); // 4 of 7
        Assert.Equal(3, board.Dyad("a-b")!.NotApplying);
        Assert.Equal("90", PercentText.Points(comparison.Gap!.Value, CultureInfo.InvariantCulture));
        Assert.Equal(Comparability.Indicative, comparison.Comparability);
    }

    private static string Percent(Ratio? share) => PercentText.Of(share!.Value, CultureInfo.InvariantCulture);
}
