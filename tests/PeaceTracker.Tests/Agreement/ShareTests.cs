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

    [Fact]
    public void Best_UnknownIssues_CountAsMet() => Assert.Equal(new Share(5, 0, 8), new Share(2, 3, 8).Best);

    [Fact]
    public void Worst_UnknownIssues_DoNotCountAsMet() => Assert.Equal(new Share(2, 0, 8), new Share(2, 3, 8).Worst);

    [Theory]
    [InlineData(2, 3, 8, 3, 3)] // one of the three that don't meet it
    [InlineData(2, 3, 5, 3, 2)] // all the others are unknown, so it is one of these
    [InlineData(0, 0, 1, 1, 0)]
    public void OneMore_SomeLeft_OneMoreMet(int met, int unknown, int total, int metThen, int unknownThen) =>
        Assert.Equal(new Share(metThen, unknownThen, total), new Share(met, unknown, total).OneMore);

    [Fact]
    public void OneMore_AllMetOrNone_Null()
    {
        Assert.Null(new Share(4, 0, 4).OneMore);
        Assert.Null(new Share(0, 0, 0).OneMore);
    }
}
