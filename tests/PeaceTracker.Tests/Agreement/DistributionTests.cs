using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Tests.Agreement;

public class DistributionTests
{
    [Fact]
    public void Percentages_Thirds_TheFirstGetsThePointLeft() => Assert.Equal([34, 33, 33], Distribution.Percentages([1, 1, 1]));

    [Fact]
    public void Percentages_UnequalRemainders_LargestRemaindersGetThePoints() =>
        // of 7: 14.29, 28.57, 57.14 → 14 + 28 + 57 = 99; the largest remainder is .57
        Assert.Equal([14, 29, 57], Distribution.Percentages([1, 2, 4]));

    [Fact]
    public void Percentages_SixEqual_FourPointsLeftGoToTheFirstFour() =>
        // 16.67 each; 6 × 16 = 96
        Assert.Equal([17, 17, 17, 17, 16, 16], Distribution.Percentages([1, 1, 1, 1, 1, 1]));

    [Fact]
    public void Percentages_SomeZero_ZeroStaysZero() => Assert.Equal([0, 34, 0, 33, 33], Distribution.Percentages([0, 5, 0, 5, 5]));

    [Fact]
    public void Percentages_NothingToDistribute_AllZero()
    {
        Assert.Equal([0, 0, 0], Distribution.Percentages([0, 0, 0]));
        Assert.Empty(Distribution.Percentages([]));
    }

    [Fact]
    public void Percentages_VeryLargeCounts_DoNotOverflow() => Assert.Equal([50, 50], Distribution.Percentages([int.MaxValue, int.MaxValue]));
}
