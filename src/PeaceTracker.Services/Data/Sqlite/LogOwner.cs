using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace PeaceTracker.Services.Data.Sqlite;

/// <summary>
/// Notices a database that was put in the place of another one beside the other's write-ahead log, which SQLite would play over it without a word.
/// Each start writes a number into the head of the database, and the same into a file beside it; where they differ and there is a log, it is
/// another one's. A store that was put there, by <c>restore</c> or by hand, begins another history: pages that are open and caches learn from its
/// name that their numbers mean something else now.
/// </summary>
internal static class LogOwner
{
    private const int PlaceInHead = 60; // user_version

    /// <summary>Refuses a log that is another database's.</summary>
    public static void RefuseForeignLog(StoreOptions options)
    {
        var log = new FileInfo(options.DatabaseFile + "-wal");
        if (log.Exists && log.Length > 0 && Read(options) is var (number, _) && InHead(options.DatabaseFile) != number)
        {
            throw new StoreRefusal(
                $"The database {options.DatabaseFile} was put there beside the log of another one ({log.Name}), which would undo it: "
                    + "move that log away to keep the database as it is, or put back the database that was there before.");
        }
    }

    /// <summary>Takes the log into the database, gives the database a new number and writes that down; returns the name of its history.</summary>
    public static async Task<string> RenewAsync(TrackerContext context, StoreOptions options, CancellationToken cancellationToken)
    {
        var history = Read(options) is var (before, known) && InHead(options.DatabaseFile) == before ? known
            : RandomNumberGenerator.GetHexString(12, lowercase: true);
        var number = RandomNumberGenerator.GetInt32(1, int.MaxValue);
        // A pragma takes no parameter; this is a number of our own.
        await context.Database.ExecuteSqlRawAsync(
            string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version={number}; PRAGMA wal_checkpoint(TRUNCATE);"), cancellationToken);
        if (InHead(options.DatabaseFile) == number)
            await File.WriteAllTextAsync(NumberFile(options), string.Create(CultureInfo.InvariantCulture, $"{number} {history}"), cancellationToken);
        else
            File.Delete(NumberFile(options)); // something from outside reads the database, and the log stays for now
        return history;
    }

    // Null where there is none, or none that can be read.
    private static (int Number, string History)? Read(StoreOptions options) =>
        File.Exists(NumberFile(options)) && File.ReadAllText(NumberFile(options)).Split(' ') is [var number, var history]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read)
            ? (read, history) : null;

    private static string NumberFile(StoreOptions options) => Path.Combine(options.Folder, "peacetracker.begun");

    private static int InHead(string file)
    {
        var head = new byte[PlaceInHead + 4];
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length
            ? BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(PlaceInHead)) : 0;
    }
}
