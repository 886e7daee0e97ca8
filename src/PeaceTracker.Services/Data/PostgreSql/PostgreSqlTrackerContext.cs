using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace PeaceTracker.Services.Data.PostgreSql;

/// <summary>The store on PostgreSQL; its migrations are in Data/Migrations/PostgreSql.</summary>
public sealed class PostgreSqlTrackerContext(DbContextOptions<PostgreSqlTrackerContext> options) : TrackerContext(options)
{
    /// <inheritdoc />
    public override async Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancellationToken)
    {
        var transaction = await Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        try
        {
            await Database.ExecuteSqlAsync($"SET TRANSACTION READ ONLY", cancellationToken);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    // Changes are numbered and chained over the whole store, so that one lock for all of it is the narrowest that is right. It goes with the
    // transaction, however that ends; each statement after it sees what the writers before have committed.
    /// <inheritdoc />
    public override async Task<IDbContextTransaction> BeginWriteAsync(CancellationToken cancellationToken)
    {
        var transaction = await Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        try
        {
            await using var command = Database.GetDbConnection().CreateCommand();
            command.Transaction = transaction.GetDbTransaction();
            command.CommandText = $"{AdvisoryLocks.Write}; SELECT max(\"MigrationId\") FROM \"{HistoryRepository.DefaultTableName}\"";
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            RefuseNewer(reader.GetString(0));
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        // By code points, as SQLite does: the same rows come in the same order on both.
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetDeclaredProperties())
            .Where(property => property.ClrType == typeof(string)))
        {
            property.SetCollation("C");
        }
    }

    // A process of a later version may have brought the schema further while this one runs.
    private void RefuseNewer(string newest)
    {
        if (!Database.GetMigrations().Contains(newest))
        {
            throw new StoreRefusal(
                "The store was brought up to date by a newer version of PeaceTracker, so this server can only read it. Nothing was saved: save again "
                    + "on a server that runs the new version.");
        }
    }
}
