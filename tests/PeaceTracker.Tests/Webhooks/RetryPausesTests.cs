using PeaceTracker.Services.Webhooks;

namespace PeaceTracker.Tests.Webhooks;

public class RetryPausesTests
{
    // One minute, five, thirty, two hours, twelve hours; after the sixth failure it is given up.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(3, 30)]
    [InlineData(4, 120)]
    [InlineData(5, 720)]
    public void After_FailedAttempts_PausesGrow(int failed, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), WebhookDelivery.Pauses.After(failed, TimeSpan.Zero));

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(0)]
    public void After_TheLastPauseOrNoFailure_IsNone(int failed) => Assert.Null(WebhookDelivery.Pauses.After(failed, TimeSpan.Zero));
}
