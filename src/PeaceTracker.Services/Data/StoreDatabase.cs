using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PeaceTracker.Services.Data;

/// <summary>The database beneath the store: all that SQLite and PostgreSQL do differently and that EF does not hide.</summary>
public abstract class StoreDatabase
{
    /// <summary>
    /// Brings the database to where this version can read and write it. All that can be refused is refused before the first byte is written;
    /// throws <see cref="StoreRefusal"/>.
    /// </summary>
    internal abstract Task StartAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Does what remains to be done once the store is started and filled; returns the name of the history that it holds, by which open pages
    /// know that another one was restored, and null where the database can't be exchanged beneath the program.
    /// </summary>
    internal virtual Task<string?> SettleAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Closes the connections that are kept open, and lets go what the start has taken.</summary>
    internal abstract void Release();

    /// <summary>Whether other processes write to it, too.</summary>
    internal virtual bool IsShared => false;

    /// <summary>What moves with every commit, of whichever process; null where the database can't say that without a query.</summary>
    internal virtual long? Mark() => null;

    /// <summary>Whether a fault says that it can't be reached at the moment, or that the same may go well in the next.</summary>
    internal virtual bool IsAway(Exception fault) => false;

    /// <summary>A context for one who does not take them from the pool.</summary>
    internal abstract TrackerContext NewContext(params IInterceptor[] interceptors);

    /// <summary>
    /// Opens the store to be read as it is, with nothing made, brought up to date or mended. Throws <see cref="StoreRefusal"/> where there is
    /// none, or none that this version can read.
    /// </summary>
    internal abstract Task<StoredData> OpenStoredAsync(CancellationToken cancellationToken);

    /// <summary>What is wrong with the database itself, in a sentence; null where nothing is, or its server sees to that.</summary>
    internal virtual Task<string?> FaultOfAsync(TrackerContext context, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Whether so little room is left that the next change may not be kept.</summary>
    internal virtual bool IsFull => false;

    /// <summary>Where the database is, and how large.</summary>
    internal abstract Task<DatabaseState> DescribeAsync(CancellationToken cancellationToken);

    /// <summary>Lets rows to come be numbered after those that were brought with their numbers.</summary>
    internal virtual Task ContinueNumbersAsync(TrackerContext context, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>The store, opened to be read as it is.</summary>
internal abstract class StoredData : IAsyncDisposable
{
    /// <summary>A context that reads it.</summary>
    public abstract TrackerContext NewContext();

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();
}

/// <summary>The state of a database at one moment.</summary>
/// <param name="Place">The data folder, or the server and the name of the database there.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="LogBytes">Size of the write-ahead log that has not been taken into the file yet; null where the server sees to that.</param>
/// <param name="Software">The database's name and version.</param>
internal sealed record DatabaseState(string Place, long Bytes, long? LogBytes, string Software);
