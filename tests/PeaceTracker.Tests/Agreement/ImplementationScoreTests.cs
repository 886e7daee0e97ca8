using System.Globalization;
using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Tests.Agreement;

public class ImplementationScoreTests
{
    [Theory]
    [InlineData("50%", Implementation.NotInitiated, Implementation.Minimum, Implementation.Intermediate, Implementation.Full)] // 6 of 12
    [InlineData("100%", Implementation.Full, Implementation.Full)]
    [InlineData("0%", Implementation.NotInitiated)]
    [InlineData("55.6%", Implementation.Full, Implementation.Minimum, Implementation.Minimum)] // 5 of 9
    [InlineData("66.7%", Implementation.Full, Implementation.Full, Implementation.Reversed)] // 6 of 9, not 6 of 6
    public void Value_Provisions_PointsOfThreeEach(string expected, params Implementation[] provisions) =>
        Assert.Equal(expected, PercentText.Of(new ImplementationScore(provisions).Value!.Value, CultureInfo.InvariantCulture));

    [Fact]
    public void Reversed_SomeUndone_ToldApart()
    {
        var score = new ImplementationScore([Implementation.Reversed, Implementation.Full, Implementation.Reversed]);

        Assert.Equal((2, 3), (score.Reversed, score.Provisions));
    }

    [Fact]
    public void Value_NoProvision_IsNone() => Assert.Null(new ImplementationScore([]).Value);
}
