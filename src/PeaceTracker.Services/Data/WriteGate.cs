namespace PeaceTracker.Services.Data;

/// <summary>
/// One write at a time. SQLite has one writer anyway; waiting here, in order, costs milliseconds, while waiting at its lock is
/// polling in 150 ms steps. Hold it for one unit of work, never while a person thinks.
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _semaphore = new(1, 1);

    /// <summary>Waits for the turn to write; dispose the result to let the next one in.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _semaphore.WaitAsync(cancellationToken);
        return new Turn(_semaphore);
    }

    /// <inheritdoc />
    public void Dispose() => _semaphore.Dispose();

    private sealed class Turn(SemaphoreSlim semaphore) : IDisposable
    {
        private SemaphoreSlim? _held = semaphore;

        public void Dispose() => Interlocked.Exchange(ref _held, null)?.Release();
    }
}
