using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace PeaceTracker.Services.Data.Sqlite;

/// <summary>Looks at a database file without changing a byte of it or leaving one beside it.</summary>
internal static class SqliteFile
{
    /// <summary>SQLite before this one could corrupt a database in write-ahead mode.</summary>
    public static readonly Version SafeVersion = new(3, 51, 3);

    private static readonly string[] SideEnds = ["-wal", "-shm", "-journal"];
    private static readonly byte[] Header = "SQLite format 3\0"u8.ToArray();

    /// <summary>Refuses an SQLite library with the known fault, and returns its version.</summary>
    public static Version RefuseUnsafeLibrary(Version? pretended = null)
    {
        var version = pretended ?? new Version(new SqliteConnection().ServerVersion);
        return version >= SafeVersion
            ? version
            : throw new StoreRefusal(
                $"The SQLite library is {version}, which can corrupt the store: "
                    + $"install PeaceTracker with the library it ships, {SafeVersion} or later.");
    }

    /// <summary>
    /// The migrations that a sound database of ours has had, none for a file that is missing or empty. Refuses a damaged file,
    /// a database of another program, and one from a newer version than <paramref name="known"/>.
    /// </summary>
    public static IReadOnlyList<string> Inspect(string file, IEnumerable<string> known)
    {
        var information = new FileInfo(file);
        if (!information.Exists || information.Length == 0)
        {
            return [];
        }

        try
        {
            RefuseOtherFormat(file);
            using var database = new UntouchedDatabase(file);
            var verdict = Read(database.Connection, "PRAGMA quick_check(1)").Single();
            if (verdict != "ok")
            {
                throw Damaged(file, verdict, null);
            }

            return Migrations(file, database.Connection, known);
        }
        catch (SqliteException fault)
        {
            throw Damaged(file, fault.Message, fault);
        }
    }

    /// <summary>Refuses a file that holds no store that this version can start from.</summary>
    public static void RefuseNoStore(string file)
    {
        using var model = new SqliteTrackerContext(new DbContextOptionsBuilder<SqliteTrackerContext>().UseSqlite().Options);
        if (Inspect(file, model.Database.GetMigrations()).Count == 0)
        {
            throw new StoreRefusal($"The file {file} is not a PeaceTracker database: give the name of a backup.");
        }

        if (!IsSound(file))
        {
            throw Damaged(file, "its pages do not match", null);
        }
    }

    /// <summary>Whether a file is a sound database, every page and index of it.</summary>
    public static bool IsSound(string file)
    {
        using var connection = UntouchedDatabase.Open(file);
        return Read(connection, "PRAGMA integrity_check(1)") is ["ok"];
    }

    /// <summary>The files that SQLite keeps beside a database in use, or leaves there when a process dies.</summary>
    public static IEnumerable<FileInfo> SideFiles(string file) =>
        SideEnds.Select(end => new FileInfo(file + end));

    private static List<string> Migrations(string file, SqliteConnection connection, IEnumerable<string> known)
    {
        var tables = Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'");
        if (!tables.Contains("__EFMigrationsHistory"))
        {
            return tables.Count == 0
                ? []
                : throw new StoreRefusal(
                    $"The file {file} is a database of another program: move it away, or set PeaceTracker:DataDirectory to another folder.");
        }

        var applied = Read(connection, "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId");
        return applied.Except(known).LastOrDefault() is { } unknown
            ? throw new StoreRefusal(
                $"The database {file} was written by a newer version of PeaceTracker (its schema has {unknown}): "
                    + "start that version, or set PeaceTracker:DataDirectory to another folder.")
            : applied;
    }

    private static void RefuseOtherFormat(string file)
    {
        var start = new byte[Header.Length];
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length || !start.SequenceEqual(Header))
        {
            throw Damaged(file, "it is not an SQLite database", null);
        }
    }

    private static StoreRefusal Damaged(string file, string why, Exception? fault) => new(
        $"The database {file} is damaged ({why.ReplaceLineEndings(" ").TrimEnd('.')}): "
            + "put a backup in its place, or set PeaceTracker:DataDirectory to another folder.",
        fault ?? new InvalidDataException(why));

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
