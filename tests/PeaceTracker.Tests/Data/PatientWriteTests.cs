using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Tests.Data;

public class PatientWriteTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // One second after the first attempt, twice as long after each further one, half a minute at most.
    [Fact]
    public async Task Do_SevenFailures_WritesOnceAfterLongerAndLongerWaits()
    {
        var (clock, tried) = (new ImmediateClock(), 0);

        await PatientWrite.DoAsync(
            _ => ++tried <= 7 ? throw new IOException("The disk is full.") : Task.CompletedTask, clock, NullLogger.Instance, Cancellation);

        Assert.Equal(8, tried);
        Assert.Equal([1, 2, 4, 8, 16, 30, 30], clock.Waited.Select(wait => wait.TotalSeconds));
    }

    // It waits for its next attempt when the program ends.
    [Fact]
    public async Task Do_TheProgramEndsMeanwhile_EndsWithIt()
    {
        using var ending = new CancellationTokenSource();
        var writing = PatientWrite.DoAsync(
            _ => throw new IOException("The disk is full."), new FakeTimeProvider(), NullLogger.Instance, ending.Token);
        Assert.False(writing.IsCompleted);

        await ending.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
    }

    // Strikes at once, and keeps for how long it was to wait.
    private sealed class ImmediateClock : TimeProvider
    {
        public List<TimeSpan> Waited { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waited.Add(dueTime);
            return TimeProvider.System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
