using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace PeaceTracker.Services.Data.Sqlite;

/// <summary>The store on SQLite; its migrations are in Data/Migrations/Sqlite.</summary>
public sealed class SqliteTrackerContext(DbContextOptions<SqliteTrackerContext> options) : TrackerContext(options)
{
    // The provider takes the write lock at once for every level but this one; without a shared cache, which we never use,
    // it then is a plain deferred transaction: a snapshot from its first read on.
    /// <inheritdoc />
    public override Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancellationToken) =>
        Database.BeginTransactionAsync(IsolationLevel.ReadUncommitted, cancellationToken);

    /// <inheritdoc />
    public override Task<IDbContextTransaction> BeginWriteAsync(CancellationToken cancellationToken) =>
        Database.BeginTransactionAsync(cancellationToken);
}
