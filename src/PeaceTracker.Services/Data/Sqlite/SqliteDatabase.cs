using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace PeaceTracker.Services.Data.Sqlite;

/// <summary>The store in a file of the data folder, which this process holds alone: see docs/decisions/0002.</summary>
internal sealed class SqliteDatabase(
    StoreOptions options, IDbContextFactory<TrackerContext> contexts, TimeProvider clock, ILogger<SqliteDatabase> logger) : StoreDatabase
{
    private readonly SqliteMigrator _migrator = new(options, clock, logger);
    private DataFolder? _folder;
    private DataVersion? _version;

    internal override async Task StartAsync(CancellationToken cancellationToken)
    {
        var folder = DataFolder.Open(options);
        try
        {
            logger.LogInformation("Data folder: {Folder}, locked for this process", options.Folder);
            logger.LogInformation("SQLite: {Version}", SqliteFile.RefuseUnsafeLibrary());
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var applied = SqliteFile.Inspect(options.DatabaseFile, context.Database.GetMigrations());
            logger.LogInformation("Database: {State}", applied.Count == 0 ? "new" : "sound");
            _folder = folder;
            await OpenAsync(context, cancellationToken);
            await _migrator.MigrateAsync(context, applied, cancellationToken);
            logger.LogInformation("Append-only triggers: {Count} made", await AppendOnlyTriggers.EnsureAsync(context, cancellationToken));
        }
        catch (Exception)
        {
            if (_folder is null)
            {
                folder.Undo();
            }

            Release();
            throw;
        }
    }

    internal override async Task<string?> SettleAsync(CancellationToken cancellationToken)
    {
        _version ??= new DataVersion(options.DatabaseFile);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await LogOwner.RenewAsync(context, options, cancellationToken);
    }

    internal override long? Mark() => _version?.Now();

    internal override void Release()
    {
        _version?.Dispose();
        _version = null;
        if (_folder is not null)
        {
            _migrator.Release();
            _folder.Dispose();
            _folder = null;
        }
    }

    internal override TrackerContext NewContext(params IInterceptor[] interceptors)
    {
        var builder = new DbContextOptionsBuilder<SqliteTrackerContext>();
        SqliteSettings.Use(builder, options.DatabaseFile);
        return new SqliteTrackerContext(builder.AddInterceptors(interceptors).Options);
    }

    internal override Task<StoredData> OpenStoredAsync(CancellationToken cancellationToken) => Task.FromResult<StoredData>(StoredFile.Open(options));

    internal override Task<DatabaseState> DescribeAsync(CancellationToken cancellationToken) => Task.FromResult(new DatabaseState(
        options.Folder, SizeOf(options.DatabaseFile), SizeOf(options.DatabaseFile + "-wal"), $"SQLite {SqliteFile.RefuseUnsafeLibrary()}"));

    internal override Task<string?> FaultOfAsync(TrackerContext context, CancellationToken cancellationToken) =>
        SqliteCheck.FaultOfAsync(context, cancellationToken);

    internal override bool IsFull => FileSystems.FreeBytes(options.Folder) < options.LeastFreeBytes;

    private static long SizeOf(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;

    private async Task OpenAsync(TrackerContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        var connection = context.Database.GetDbConnection();
        var journal = await ScalarAsync(connection, "PRAGMA journal_mode=WAL", cancellationToken);
        if (journal != "wal")
        {
            throw new StoreRefusal(
                $"The file system of {options.Folder} can’t keep a write-ahead log (journal mode {journal}): "
                    + "set PeaceTracker:DataDirectory to a folder on a local disk.");
        }

        logger.LogInformation(
            "Connection: journal_mode={Journal}, synchronous={Synchronous}, busy_timeout={BusyTimeout}",
            journal,
            await ScalarAsync(connection, "PRAGMA synchronous", cancellationToken),
            await ScalarAsync(connection, "PRAGMA busy_timeout", cancellationToken));
        await context.Database.CloseConnectionAsync();
    }

    private static async Task<string?> ScalarAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (await command.ExecuteScalarAsync(cancellationToken))?.ToString();
    }
}
