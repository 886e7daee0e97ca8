using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PeaceTracker.Services.Data.Sqlite;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Services.Negotiations.Files;

namespace PeaceTracker.Services.Data;

/// <summary>
/// Starts the store, step by step, and holds its folder until disposed. All that can be refused is refused before the first byte
/// is written: see docs/decisions/0002.
/// </summary>
public sealed class StoreStartup(
    StoreOptions options,
    IDbContextFactory<TrackerContext> contexts,
    NegotiationImporter importer,
    TimeProvider clock,
    ILogger<StoreStartup> logger) : IDisposable
{
    private readonly SqliteMigrator _migrator = new(options, clock, logger);
    private DataFolder? _folder;

    /// <summary>
    /// Starts the store; <paramref name="seed"/> is asked for a negotiation if the store is empty. Throws <see cref="StoreRefusal"/> where it
    /// can't be.
    /// </summary>
    public async Task StartAsync(Func<CancellationToken, Task<NegotiationFile>>? seed, CancellationToken cancellationToken)
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
            await SeedAsync(context, seed, cancellationToken);
        }
        catch (Exception)
        {
            if (_folder is null)
            {
                folder.Undo();
            }

            Dispose();
            throw;
        }
    }

    /// <summary>Closes the database and lets the folder go.</summary>
    public void Dispose()
    {
        if (_folder is not null)
        {
            _migrator.Release();
            _folder.Dispose();
            _folder = null;
        }
    }

    private async Task OpenAsync(TrackerContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        var connection = context.Database.GetDbConnection();
        var journal = await ScalarAsync(connection, "PRAGMA journal_mode=WAL", cancellationToken);
        if (journal != "wal")
        {
            throw new StoreRefusal(
                $"The file system of {options.Folder} can't keep a write-ahead log (journal mode {journal}): "
                    + "set PeaceTracker:DataDirectory to a folder on a local disk.");
        }

        logger.LogInformation(
            "Connection: journal_mode={Journal}, synchronous={Synchronous}, busy_timeout={BusyTimeout}",
            journal,
            await ScalarAsync(connection, "PRAGMA synchronous", cancellationToken),
            await ScalarAsync(connection, "PRAGMA busy_timeout", cancellationToken));
        await context.Database.CloseConnectionAsync();
    }

    private async Task SeedAsync(TrackerContext context, Func<CancellationToken, Task<NegotiationFile>>? seed, CancellationToken cancellationToken)
    {
        if (seed is null || await context.Negotiations.AnyAsync(cancellationToken))
        {
            return;
        }

        var file = await seed(cancellationToken);
        var slug = file.Record.Negotiation.Slug;
        var added = await importer.ImportAsync(file, "seed", cancellationToken) as ImportResult.Added;
        logger.LogInformation("Seed: {Slug} added as change {Number}", slug, added?.Number);
    }

    private static async Task<string?> ScalarAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (await command.ExecuteScalarAsync(cancellationToken))?.ToString();
    }
}
