using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Tests.Agreement;

public class ShareTests
{
    [Theory]
    [InlineData(-1, 0, 3)]
    [InlineData(0, -1, 3)]
    [InlineData(2, 2, 3)]
    [InlineData(0, 0, -1)]
    public void New_ImpossibleCounts_Throws(int met, int unknown, int total) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Share(met, unknown, total));

    [Fact]
    public void NotMet_CountsGiven_IsTheRest() => Assert.Equal(4, new Share(3, 2, 9).NotMet);

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void PrintsPercent_AtTheLimit_FromFiveIssues(int total, bool expected) =>
        Assert.Equal(expected, new Share(0, 0, total).PrintsPercent);

    [Fact]
    public void Default_NoCounts_IsNoIssuesInScope() => Assert.Equal("no issues in scope", default(Share).ToString());
}
