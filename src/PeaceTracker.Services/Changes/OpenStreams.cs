using Microsoft.Extensions.Logging;

namespace PeaceTracker.Services.Changes;

/// <summary>
/// The readers who are told when a negotiation moves. There is one subscription to the bus, one timer and one look into the store
/// for all of them; what a reader costs here is a place in the list of those who wait for the same task. A number is a state and
/// no message: who is slow finds the newest one when they look again, and nothing is queued.
/// </summary>
public sealed class OpenStreams : IDisposable
{
    /// <summary>How often everybody is woken with no news, so that lines which nobody uses any more are found.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Followed> _followed = new(StringComparer.Ordinal);
    private readonly ChangeReader _changes;
    private readonly ChangeBus _bus;
    private readonly ILogger<OpenStreams> _logger;
    private readonly ITimer _timer;
    private int _count;
    private int _lookAhead;

    /// <summary>Listens to the bus from here on.</summary>
    public OpenStreams(ChangeReader changes, ChangeBus bus, TimeProvider clock, ILogger<OpenStreams> logger)
    {
        (_changes, _bus, _logger) = (changes, bus, logger);
        _bus.Moved += Hear;
        _timer = clock.CreateTimer(_ => Beat(), null, Heartbeat, Heartbeat);
    }

    /// <summary>How many streams are open.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Whether the program is stopping: a stream that finds this ends.</summary>
    public bool Ended { get; private set; }

    /// <summary>Opens a stream on a negotiation; whoever opens it disposes it.</summary>
    public OpenStream Open(string slug)
    {
        lock (_lock)
        {
            if (!_followed.TryGetValue(slug, out var followed))
            {
                _followed.Add(slug, followed = new Followed(slug));
            }

            followed.Readers++;
            _count++;
            return new OpenStream(this, followed);
        }
    }

    /// <summary>Ends all streams: the program stops.</summary>
    public void End()
    {
        Ended = true;
        WakeAll();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _bus.Moved -= Hear;
        _timer.Dispose();
        End();
    }

    internal void Close(Followed followed)
    {
        lock (_lock)
        {
            _count--;
            if (--followed.Readers == 0)
            {
                _followed.Remove(followed.Slug);
            }
        }
    }

    // The bus calls on the thread of whoever made the change, and nobody may wait there. It gives the number of the whole store;
    // which negotiation moved is looked up once for all readers. A look that has not begun yet will see this change too.
    private void Hear(long number)
    {
        if (Count > 0 && Interlocked.Exchange(ref _lookAhead, 1) == 0)
        {
            _ = Task.Run(LookAsync);
        }
    }

    // With every beat the store is asked as well: a look that failed is made good.
    private void Beat()
    {
        WakeAll();
        Hear(0);
    }

    private async Task LookAsync()
    {
        Volatile.Write(ref _lookAhead, 0);
        try
        {
            var places = await _changes.PlacesAsync(CancellationToken.None);
            foreach (var followed in AllFollowed())
            {
                if (places.GetValueOrDefault(followed.Slug) is { } place)
                {
                    followed.Reach(place);
                }
            }
        }
#pragma warning disable CA1031 // Nobody awaits this; the next beat looks again.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _logger.LogWarning(fault, "Open pages could not be told of a change; they will be within {Seconds} s", Heartbeat.TotalSeconds);
        }
    }

    private void WakeAll()
    {
        foreach (var followed in AllFollowed())
        {
            followed.Wake();
        }
    }

    private Followed[] AllFollowed()
    {
        lock (_lock)
        {
            return [.. _followed.Values];
        }
    }
}

/// <summary>One reader's view of a negotiation that moves.</summary>
public sealed class OpenStream : IDisposable
{
    private readonly OpenStreams _streams;
    private readonly Followed _followed;
    private bool _closed;

    internal OpenStream(OpenStreams streams, Followed followed) => (_streams, _followed) = (streams, followed);

    /// <summary>The newest number known of this negotiation; 0 as long as none is.</summary>
    public long Number => _followed.Number;

    /// <summary>
    /// Ends with the next number, the next heartbeat, or the end of all streams. Take it before looking at <see cref="Number"/>,
    /// so that what comes in between is not missed.
    /// </summary>
    public Task Next => _followed.Next;

    /// <summary>Whether readers see the board, by what is known of it.</summary>
    public bool IsPublished => _followed.IsPublished;

    /// <summary>Says what the store was found at.</summary>
    public void Reach(BoardPlace place) => _followed.Reach(place);

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_closed)
        {
            _closed = true;
            _streams.Close(_followed);
        }
    }
}

/// <summary>A negotiation that somebody follows: its number, and the task on which all who follow it wait.</summary>
internal sealed class Followed(string slug)
{
    private readonly Lock _lock = new();
    private long _number;
    private bool _isPublished = true;
    private TaskCompletionSource _next = Fresh();

    public string Slug => slug;

    /// <summary>How many follow it; under the lock of the streams.</summary>
    public int Readers { get; set; }

    public long Number => Interlocked.Read(ref _number);

    public bool IsPublished => Volatile.Read(ref _isPublished);

    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Wakes the readers if the number is newer; two looks may end in the wrong order.</summary>
    public void Reach(BoardPlace place)
    {
        lock (_lock)
        {
            if (place.Number <= _number)
            {
                return;
            }

            Volatile.Write(ref _isPublished, place.IsPublished);
            Interlocked.Exchange(ref _number, place.Number);
        }

        Wake();
    }

    public void Wake() => Interlocked.Exchange(ref _next, Fresh()).SetResult();

    // Not on the waker's thread: thousands would write to their lines one after the other.
    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
