using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace PeaceTracker.Services.Data;

/// <summary>
/// One write at a time in the whole store. Within this process whoever comes waits here, in order, which costs milliseconds, while waiting at
/// the database's own lock is polling on SQLite and a connection each on PostgreSQL. Beyond it the transaction holds the others up
/// (<see cref="TrackerContext.BeginWriteAsync"/>). Hold it for one unit of work, never while a person thinks.
/// </summary>
public sealed class WriteGate(IDbContextFactory<TrackerContext> contexts) : IDisposable
{
    private readonly SemaphoreSlim _semaphore = new(1, 1);

    /// <summary>Waits for the turn to write; dispose the result to let the next one in.</summary>
    public async Task<WriteTurn> EnterAsync(CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            return await EnterAsync(context, context, cancellationToken);
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    /// <summary>The turn to write where nobody in this process has it; null where somebody does.</summary>
    internal async Task<WriteTurn?> TryEnterAsync(CancellationToken cancellationToken)
    {
        if (_semaphore.CurrentCount == 0)
        {
            return null;
        }

        return await EnterAsync(cancellationToken);
    }

    /// <summary>The same for a context that is there already, and stays.</summary>
    internal Task<WriteTurn> EnterAsync(TrackerContext context, CancellationToken cancellationToken) => EnterAsync(context, null, cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _semaphore.Dispose();

    private async Task<WriteTurn> EnterAsync(TrackerContext context, IAsyncDisposable? own, CancellationToken cancellationToken)
    {
        using var wait = Measures.Wait();
        await _semaphore.WaitAsync(cancellationToken);
        try
        {
            var transaction = await context.BeginWriteAsync(cancellationToken);
            wait.Complete();
            return new WriteTurn(context, transaction, own, _semaphore);
        }
        catch
        {
            _semaphore.Release();
            throw;
        }
    }
}

/// <summary>A turn to write: one transaction, of which nothing stays that is not saved.</summary>
public sealed class WriteTurn : IAsyncDisposable
{
    private readonly IDbContextTransaction _transaction;
    private readonly IAsyncDisposable? _own;
    private readonly Measures.Timing _timing = Measures.Write();
    private SemaphoreSlim? _held;

    internal WriteTurn(TrackerContext context, IDbContextTransaction transaction, IAsyncDisposable? own, SemaphoreSlim held) =>
        (Context, _transaction, _own, _held) = (context, transaction, own, held);

    /// <summary>Reads and writes in the transaction.</summary>
    public TrackerContext Context { get; }

    /// <summary>Saves what was changed in the context, and makes it and all that was saved before in this turn stay.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        await Context.SaveChangesAsync(cancellationToken);
        await CommitAsync(cancellationToken);
    }

    /// <summary>Makes what was saved in this turn stay.</summary>
    internal async Task CommitAsync(CancellationToken cancellationToken)
    {
        await _transaction.CommitAsync(cancellationToken);
        _timing.Complete();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _held, null) is { } held)
        {
            _timing.Dispose();
            try
            {
                await _transaction.DisposeAsync();
                await (_own?.DisposeAsync() ?? ValueTask.CompletedTask);
            }
            finally
            {
                held.Release();
            }
        }
    }
}
