using System.Collections.Concurrent;

namespace PeaceTracker.Testing;

/// <summary>
/// A clock that runs and can be put forward: for a program with open lines, which need one that does not stand still. What was to happen
/// once in the time that is skipped happens at once; what is to happen again and again goes on as before.
/// </summary>
public sealed class MovableClock : TimeProvider
{
    private readonly ConcurrentDictionary<Once, byte> waiting = [];
    private long aheadTicks;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref aheadTicks));

    /// <summary>Puts it forward.</summary>
    public void Advance(TimeSpan by)
    {
        Interlocked.Add(ref aheadTicks, by.Ticks);
        foreach (var once in waiting.Keys)
        {
            once.Reckon();
        }
    }

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan || dueTime == Timeout.InfiniteTimeSpan)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        var once = new Once(this, callback, state, GetUtcNow() + dueTime);
        waiting.TryAdd(once, 0);
        once.Reckon();
        return once;
    }

    private sealed class Once : ITimer
    {
        private readonly MovableClock clock;
        private readonly ITimer timer;
        private DateTimeOffset? due;

        public Once(MovableClock clock, TimerCallback callback, object? state, DateTimeOffset due)
        {
            (this.clock, this.due) = (clock, due);
            timer = System.CreateTimer(_ => callback(state), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public void Reckon()
        {
            var left = due - clock.GetUtcNow();
            if (left <= TimeSpan.Zero)
            {
                (left, due) = (TimeSpan.Zero, null);
                clock.waiting.TryRemove(this, out _);
            }

            if (left is { } time)
            {
                timer.Change(time, Timeout.InfiniteTimeSpan);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;
            clock.waiting.TryAdd(this, 0);
            return timer.Change(dueTime, period);
        }

        public void Dispose()
        {
            clock.waiting.TryRemove(this, out _);
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            clock.waiting.TryRemove(this, out _);
            return timer.DisposeAsync();
        }
    }
}
