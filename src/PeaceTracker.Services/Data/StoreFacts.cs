using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Services.Data;

/// <summary>What an administrator wants to know of the store.</summary>
public sealed class StoreFacts(StoreOptions options, StoreDatabase database, IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>Whether so little room is left that the next change may not be kept.</summary>
    public bool IsFull => database.IsFull;

    /// <summary>Whether something failed for want of room on the disk.</summary>
    public static bool IsForWantOfRoom(Exception? fault)
    {
        const int SqliteFull = 13, NoSpaceLeft = 28, DiskFullOnWindows = unchecked((int)0x80070070);
        for (; fault is not null; fault = fault.InnerException)
        {
            if (fault is SqliteException { SqliteErrorCode: SqliteFull } or IOException { HResult: NoSpaceLeft or DiskFullOnWindows }
                or PostgresException { SqlState: PostgresErrorCodes.DiskFull })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads them.</summary>
    public async Task<StoreState> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var state = await database.DescribeAsync(cancellationToken);
        var backup = Directory.Exists(options.BackupFolder)
            ? new DirectoryInfo(options.BackupFolder).EnumerateFiles("*.db").MaxBy(file => file.LastWriteTimeUtc)
            : null;
        return new StoreState(
            state.Place,
            state.Bytes,
            state.LogBytes,
            state.Software,
            (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).LastOrDefault() ?? "",
            await context.Changes.AsNoTracking().OrderByDescending(change => change.Number).FirstOrDefaultAsync(cancellationToken),
            backup?.Name,
            backup?.LastWriteTimeUtc);
    }
}

/// <summary>The state of the store at one moment.</summary>
/// <param name="Place">The data folder, or the server and the name of the database there.</param>
/// <param name="DatabaseBytes">Size of the database.</param>
/// <param name="LogBytes">Size of the write-ahead log that has not been taken into the file yet; null where the server sees to that.</param>
/// <param name="Software">Name and version of the database.</param>
/// <param name="Schema">Name of the newest migration applied.</param>
/// <param name="Head">The newest change of all, by whose hash the whole chain is known; null where there is none.</param>
/// <param name="LastBackup">File name of the newest backup; null where there is none.</param>
/// <param name="LastBackupAt">When that was written (UTC).</param>
public sealed record StoreState(
    string Place, long DatabaseBytes, long? LogBytes, string Software, string Schema, Change? Head, string? LastBackup, DateTime? LastBackupAt);
