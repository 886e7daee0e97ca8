using Microsoft.Data.Sqlite;

namespace PeaceTracker.Services.Data.Sqlite;

/// <summary>Copies of the whole database, and the way back. A plain file copy would miss what is still in the write-ahead log.</summary>
internal static class SqliteBackup
{
    /// <summary>Takes a backup that is known to be sound and on the disk before it has its name; returns its path.</summary>
    public static string Take(string file, string folder, string name)
    {
        Directory.CreateDirectory(folder);
        var target = Path.Combine(folder, name);
        var unfinished = target + ".unfinished";
        File.Delete(unfinished);
        using (var connection = new SqliteConnection(SqliteSettings.ConnectionString(file)))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA temp_store=MEMORY; VACUUM INTO $target";
            command.Parameters.AddWithValue("$target", unfinished);
            command.ExecuteNonQuery();
        }

        // The copy begins a history of its own: see LogOwner.
        using (var copy = new SqliteConnection($"Data Source={unfinished};Pooling=False"))
        {
            copy.Open();
            using var command = copy.CreateCommand();
            command.CommandText = "PRAGMA user_version=0";
            command.ExecuteNonQuery();
        }

        if (!SqliteFile.IsSound(unfinished))
        {
            throw new InvalidDataException($"The backup {unfinished} is not sound.");
        }

        using (var stream = new FileStream(unfinished, FileMode.Open, FileAccess.ReadWrite))
        {
            stream.Flush(flushToDisk: true);
        }

        File.Move(unfinished, target, overwrite: true);
        return target;
    }

    /// <summary>Replaces the database with a backup; no connection to it may be open.</summary>
    public static void Restore(string backup, string file)
    {
        var incoming = file + ".incoming";
        File.Copy(backup, incoming, overwrite: true);
        foreach (var side in SqliteFile.SideFiles(file))
        {
            side.Delete();
        }

        File.Move(incoming, file, overwrite: true);
    }
}
