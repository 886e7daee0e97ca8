using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace PeaceTracker.Services.Data.PostgreSql;

/// <summary>The store on PostgreSQL; its migrations are in Data/Migrations/PostgreSql.</summary>
public sealed class PostgreSqlTrackerContext(DbContextOptions<PostgreSqlTrackerContext> options) : TrackerContext(options)
{
    /// <inheritdoc />
    public override async Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancellationToken)
    {
        var transaction = await Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        return await FirstAsync(transaction, "SET TRANSACTION READ ONLY", cancellationToken);
    }

    // Changes are numbered and chained over the whole store, so that one lock for all of it is the narrowest that is right. It goes with the
    // transaction, however that ends; each statement after it sees what the writers before have committed.
    /// <inheritdoc />
    public override async Task<IDbContextTransaction> BeginWriteAsync(CancellationToken cancellationToken)
    {
        var transaction = await Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        return await FirstAsync(transaction, AdvisoryLocks.Write, cancellationToken);
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

    private async Task<IDbContextTransaction> FirstAsync(IDbContextTransaction transaction, string sql, CancellationToken cancellationToken)
    {
        try
        {
            await Database.ExecuteSqlRawAsync(sql, cancellationToken);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }
}
