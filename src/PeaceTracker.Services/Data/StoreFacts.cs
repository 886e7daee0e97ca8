using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Data.Sqlite;

namespace PeaceTracker.Services.Data;

/// <summary>What an administrator wants to know of the store.</summary>
public sealed class StoreFacts(StoreOptions options, IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>Reads them.</summary>
    public async Task<StoreState> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var backup = Directory.Exists(options.BackupFolder)
            ? new DirectoryInfo(options.BackupFolder).EnumerateFiles("*.db").MaxBy(file => file.LastWriteTimeUtc)
            : null;
        return new StoreState(
            options.Folder,
            SizeOf(options.DatabaseFile),
            SizeOf(options.DatabaseFile + "-wal"),
            SqliteFile.RefuseUnsafeLibrary().ToString(),
            (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).LastOrDefault() ?? "",
            await context.Changes.AsNoTracking().OrderByDescending(change => change.Number).FirstOrDefaultAsync(cancellationToken),
            backup?.Name,
            backup?.LastWriteTimeUtc);
    }

    private static long SizeOf(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;
}

/// <summary>The state of the store at one moment.</summary>
/// <param name="Folder">The data folder.</param>
/// <param name="DatabaseBytes">Size of the database file.</param>
/// <param name="LogBytes">Size of the write-ahead log that has not been taken into the file yet.</param>
/// <param name="Sqlite">Version of SQLite.</param>
/// <param name="Schema">Name of the newest migration applied.</param>
/// <param name="Head">The newest change of all, by whose hash the whole chain is known; null where there is none.</param>
/// <param name="LastBackup">File name of the newest backup; null where there is none.</param>
/// <param name="LastBackupAt">When that was written (UTC).</param>
public sealed record StoreState(
    string Folder, long DatabaseBytes, long LogBytes, string Sqlite, string Schema, Change? Head, string? LastBackup, DateTime? LastBackupAt);
