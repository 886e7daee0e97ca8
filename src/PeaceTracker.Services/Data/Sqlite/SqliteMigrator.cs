using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace PeaceTracker.Services.Data.Sqlite;

/// <summary>Brings a database up to this version's schema, or puts it back as it was.</summary>
internal sealed class SqliteMigrator(StoreOptions options, TimeProvider clock, ILogger logger)
{
    /// <summary>Migrates if something is pending. Only for the process that holds the data folder's lock.</summary>
    public async Task MigrateAsync(TrackerContext context, IReadOnlyList<string> applied, CancellationToken cancellationToken)
    {
        var pending = context.Database.GetMigrations().Except(applied).ToList();
        if (pending.Count == 0)
        {
            logger.LogInformation("Schema: up to date at {Migration}", applied[^1]);
            return;
        }

        var backup = applied.Count > 0 ? TakeBackup(applied[^1]) : null;
        await RemoveStaleLockAsync(context, cancellationToken);
        logger.LogInformation("Schema: migrating, {Count} pending: {Migrations}", pending.Count, string.Join(", ", pending));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.MigrationTimeLimit);
        try
        {
            await (applied.Count == 0 && SchemaScript.Makes(pending)
                ? SchemaScript.RunAsync(context, limit.Token) : context.Database.MigrateAsync(limit.Token));
        }
        catch (Exception fault) when (backup is not null)
        {
            await context.Database.CloseConnectionAsync();
            Release();
            SqliteBackup.Restore(backup, options.DatabaseFile);
            throw new StoreRefusal(
                $"The database {options.DatabaseFile} could not be upgraded to this version ({fault.Message.TrimEnd('.')}) "
                    + $"and was put back as it was from {backup}: start the previous version, and report this.",
                fault);
        }

        logger.LogInformation("Schema: migrated to {Migration}", pending[^1]);
    }

    /// <summary>Closes the connections that the pool keeps open, and with the last of them the write-ahead log.</summary>
    public void Release()
    {
        using var connection = new SqliteConnection(SqliteSettings.ConnectionString(options.DatabaseFile));
        SqliteConnection.ClearPool(connection);
    }

    private string TakeBackup(string migration)
    {
        // The copy, and as much again for the tables that the migration builds anew.
        var needed = (2 * new FileInfo(options.DatabaseFile).Length) + options.MinimumFreeBytes;
        FileSystems.RefuseFull(options.Folder, needed);
        var backup = SqliteBackup.Take(
            options.DatabaseFile, options.BackupFolder, $"{clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}-at-{migration}.db");
        logger.LogInformation("Backup: taken and checked: {Backup}", backup);
        return backup;
    }

    // A process that dies while migrating leaves this row, and every later one would wait at it for ever. We hold the folder's
    // lock, so whoever wrote it is gone.
    private async Task RemoveStaleLockAsync(TrackerContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'";
        var isThere = await command.ExecuteScalarAsync(cancellationToken) is > 0L;
        await context.Database.CloseConnectionAsync();
        if (isThere && await context.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancellationToken) > 0)
        {
            logger.LogWarning("Schema: removed the lock of a migration that never ended");
        }
    }
}
