using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Tests.Sources;

public class ConfidenceScaleTests
{
    [Theory]
    [InlineData(Reliability.A, 1, Confidence.High)]
    [InlineData(Reliability.B, 2, Confidence.High)]
    [InlineData(Reliability.B, 3, Confidence.Medium)]
    [InlineData(Reliability.C, 1, Confidence.Medium)]
    [InlineData(Reliability.C, 3, Confidence.Medium)]
    [InlineData(Reliability.A, 4, Confidence.Low)]
    [InlineData(Reliability.A, 6, Confidence.Low)] // not to be judged
    [InlineData(Reliability.D, 1, Confidence.Low)]
    [InlineData(Reliability.E, 2, Confidence.Low)]
    [InlineData(Reliability.F, 1, Confidence.Low)] // not to be judged
    [InlineData(Reliability.A, 0, Confidence.Low)] // no grade of the scale
    public void Of_ReliabilityAndCredibility_NeverBetterThanTheWorseOfThem(Reliability reliability, int credibility, Confidence expected) =>
        Assert.Equal(expected, ConfidenceScale.Of(reliability, credibility));
}
