using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Tests.Issues;

public class LevelScaleTests
{
    [Theory]
    [InlineData(Level.NotDiscussed, 0)]
    [InlineData(Level.Disputed, 1)]
    [InlineData(Level.Narrowing, 2)]
    [InlineData(Level.AgreedInPrinciple, 3)]
    [InlineData(Level.TextAgreed, 4)]
    [InlineData(Level.Concluded, 5)]
    [InlineData(Level.Unknown, null)]
    [InlineData(Level.Deferred, null)]
    [InlineData(Level.NotApplicable, null)]
    public void Rank_EachLevel_ItsPlaceOrNone(Level level, int? expected)
    {
        Assert.Equal(expected, level.Rank());
        Assert.Equal(expected >= 3, level.IsAgreed());
    }

    [Fact]
    public void Default_NoLevelGiven_IsUnknown() => Assert.Equal(Level.Unknown, default(Level));

    [Fact]
    public void LowestLevel_Thresholds_TwoThreeFour() =>
        Assert.Equal([2, 3, 4], new[] { Threshold.Moving, Threshold.Agreed, Threshold.TextAgreed }.Select(t => t.LowestLevel().Rank()!.Value));
}
