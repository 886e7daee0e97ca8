using System.Globalization;
using Microsoft.Extensions.Logging;
using PeaceTracker.Services.Data.Sqlite;

namespace PeaceTracker.Services.Data;

/// <summary>
/// Backups of the store while the program runs, in the folder <c>backups</c> beside it. A store on a database server is backed up there.
/// </summary>
public sealed class StoreBackups(StoreOptions options, TimeProvider clock, ILogger<StoreBackups> logger) : IDisposable
{
    private const string Daily = "-daily.db", Stamp = "yyyyMMdd'T'HHmmss'Z'";

    // One at a time: each reads the whole database.
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Whether they are taken here, and not by a database server.</summary>
    public bool AreHere => options.Database is not { Length: > 0 };

    /// <summary>Takes one now; returns what it is called. Throws <see cref="StoreRefusal"/> where it can't be taken.</summary>
    public Task<StoredBackup> TakeAsync(CancellationToken cancellationToken) => TakeAsync("-by-hand.db", cancellationToken);

    /// <summary>Takes the one of today unless it is there, and removes the oldest daily ones beyond <paramref name="keep"/>.</summary>
    public async Task TakeDailyAsync(int keep, CancellationToken cancellationToken)
    {
        var daily = List().Where(backup => backup.Name.EndsWith(Daily, StringComparison.Ordinal)).ToList();
        if (daily.Count == 0 || daily[0].TakenAt.Date < clock.GetUtcNow().UtcDateTime.Date)
        {
            daily.Insert(0, await TakeAsync(Daily, cancellationToken));
        }

        foreach (var old in daily.Skip(Math.Max(keep, 1)))
        {
            File.Delete(Path.Combine(options.BackupFolder, old.Name));
            logger.LogInformation("Backup: removed {Backup}; there are newer ones", old.Name);
        }
    }

    /// <summary>The backups that there are, newest first; those from before a change of the schema among them.</summary>
    public IReadOnlyList<StoredBackup> List() => !Directory.Exists(options.BackupFolder) ? [] :
    [
        .. new DirectoryInfo(options.BackupFolder).EnumerateFiles("*.db")
            .Select(file => new StoredBackup(file.Name, file.Length, TakenAt(file)))
            .OrderByDescending(backup => backup.TakenAt).ThenByDescending(backup => backup.Name, StringComparer.Ordinal),
    ];

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    // A copy of a file can have another time than the file.
    private static DateTime TakenAt(FileInfo file) =>
        DateTimeOffset.TryParseExact(file.Name.Split('-')[0], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var taken)
            ? taken.UtcDateTime : file.LastWriteTimeUtc;

    private async Task<StoredBackup> TakeAsync(string ending, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            FileSystems.RefuseFull(options.Folder, new FileInfo(options.DatabaseFile).Length + options.MinimumFreeBytes);
            var now = clock.GetUtcNow();
            var name = now.ToString(Stamp, CultureInfo.InvariantCulture) + ending;
            var path = await Task.Run(() => SqliteBackup.Take(options.DatabaseFile, options.BackupFolder, name), cancellationToken);
            logger.LogInformation("Backup: taken and checked: {Backup}", path);
            return new StoredBackup(name, new FileInfo(path).Length, now.UtcDateTime);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new StoreRefusal($"No backup could be taken ({fault.Message.TrimEnd('.')}).", fault);
        }
        finally
        {
            _one.Release();
        }
    }
}

/// <summary>A backup in the folder of the store.</summary>
/// <param name="Name">Its file.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="TakenAt">When it was taken (UTC).</param>
public sealed record StoredBackup(string Name, long Bytes, DateTime TakenAt);
