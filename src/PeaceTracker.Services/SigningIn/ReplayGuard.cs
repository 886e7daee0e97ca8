namespace PeaceTracker.Services.SigningIn;

/// <summary>Remembers what may be used once, until it would be refused as too old in any case. Nothing is forgotten before.</summary>
public sealed class ReplayGuard(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly PriorityQueue<string, DateTimeOffset> _byExpiry = new();

    /// <summary>How much is remembered.</summary>
    internal int Kept
    {
        get
        {
            lock (_lock)
            {
                return _used.Count;
            }
        }
    }

    /// <summary>Uses something up. False where it was used before, or where its time is over.</summary>
    public bool TryUse(string what, DateTimeOffset expires)
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            while (_byExpiry.TryPeek(out var oldest, out var until) && until <= now)
            {
                _byExpiry.Dequeue();
                _used.Remove(oldest);
            }

            if (expires <= now || !_used.Add(what))
            {
                return false;
            }

            _byExpiry.Enqueue(what, expires);
            return true;
        }
    }
}
