using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

public class ScopeSharesTests
{
    [Fact]
    public void Of_MixedLevels_EachThresholdCountsItsOwn()
    {
        var shares = new RecordBuilder()
            .Issues(1, Level.Concluded).Issues(2, Level.TextAgreed).Issues(3, Level.AgreedInPrinciple).Issues(4, Level.Narrowing)
            .Issues(5, Level.Disputed).Issues(2, Level.NotDiscussed).Issues(1, Level.Deferred).Issues(2, null).AsOf(1).Shares;

        Assert.Equal("3 of 20 (15%)", shares.TextAgreed.ToString());
        Assert.Equal("6 of 20 (30%)", shares.Agreed.ToString());
        Assert.Equal("10 of 20 (50%)", shares.Moving.ToString());
        Assert.Equal(new Ratio(18, 20), shares.Coverage.Value); // deferred is known
        Assert.Equal(
            [(Level.NotDiscussed, 2), (Level.Disputed, 5), (Level.Narrowing, 4), (Level.AgreedInPrinciple, 3), (Level.TextAgreed, 2),
                (Level.Concluded, 1), (Level.Deferred, 1), (Level.Unknown, 2)],
            shares.Levels.Select(l => (l.Level, l.Count)));
    }

    [Fact]
    public void Of_ClaimedAndOnRecord_ClaimedIsInTheBandAndOnlyThere()
    {
        // 4 on record, 3 on one side's word at or above the threshold, 1 claimed below it, 2 unknown.
        var shares = new RecordBuilder()
            .Issues(4, Level.AgreedInPrinciple).Issues(3, Level.TextAgreed, basis: Basis.Claimed)
            .Issues(1, Level.Narrowing, basis: Basis.Claimed).Issues(2, null).AsOf(1).Shares;

        Assert.Equal("4 of 10 (40%)", shares.Agreed.ToString());
        Assert.Equal(new Ratio(9, 10), shares.Agreed.High);
        Assert.Equal("7 of 10 (70%)", shares.Against(Threshold.Agreed, ShareBasis.WithClaimed).ToString());
        Assert.Equal(new Ratio(9, 10), shares.Against(Threshold.Agreed, ShareBasis.WithClaimed).High);
        var text = shares.Levels.Single(l => l.Level == Level.TextAgreed);
        Assert.Equal((3, 3), (text.Count, text.Claimed));
    }

    // Of 7: 28.57, 14.29 and 57.14; rounded down they leave one point, which goes to the largest remainder.
    [Fact]
    public void Levels_FiveIssuesOrMore_PercentsSumTo100()
    {
        var levels = new RecordBuilder().Issues(2, Level.Disputed).Issues(1, Level.Narrowing).Issues(4, null).AsOf(1).Shares.Levels;

        Assert.Equal([29, 14, 57], levels.Where(l => l.Count > 0).Select(l => l.Percent!.Value));
        Assert.Equal(100, levels.Sum(l => l.Percent));
    }

    [Fact]
    public void Levels_FourIssues_NoPercents() =>
        Assert.All(new RecordBuilder().Issues(4, Level.Disputed).AsOf(1).Shares.Levels, l => Assert.Null(l.Percent));

    [Fact]
    public void Core_SomeCoreIssues_CountsThemAlone()
    {
        var shares = new RecordBuilder()
            .Issues(1, Level.AgreedInPrinciple, salience: 5).Issues(3, Level.Disputed, salience: 5).Issues(6, Level.AgreedInPrinciple, salience: 4)
            .AsOf(1).Shares;

        Assert.Equal("1 of 4", shares.Core.ToString());
        Assert.Equal(new Ratio((1 * 5) + (6 * 4), (4 * 5) + (6 * 4)), shares.Weighted);
    }

    [Fact]
    public void Weighted_ClaimedIssue_DoesNotWeigh() =>
        Assert.Equal(new Ratio(2, 7), new RecordBuilder()
            .Issues(1, Level.AgreedInPrinciple, salience: 2)
            .Issues(1, Level.AgreedInPrinciple, salience: 5, basis: Basis.Claimed)
            .AsOf(1).Shares.Weighted);

    [Fact]
    public void Dyads_IssueThatDoesNotApply_IsLeftOutOfThatDyadAlone()
    {
        var board = new RecordBuilder().Dyad("a-b").Dyad("a-c")
            .Issue("x").Status("x", Level.NotApplicable).Status("x", Level.AgreedInPrinciple, dyad: "a-c")
            .Issue("y", dyads: ["a-c"]).AsOf(1);

        Assert.Equal((0, 2), (board.Dyad("a-b")!.Shares.Total, board.Dyad("a-b")!.NotApplying));
        Assert.Equal("1 of 2", board.Dyad("a-c")!.Shares.Agreed.ToString());
        Assert.Equal("1 of 2", board.Shares.Agreed.ToString());
        Assert.Null(board.Dyad("b-c"));
    }
}
