using Microsoft.EntityFrameworkCore;

namespace PeaceTracker.Services.Data.Sqlite;

/// <summary>The store as it lies in its folder while no program runs on it: to be read, with nothing made, brought up to date or mended.</summary>
internal sealed class StoredFile : StoredData
{
    private readonly DataFolder _folder;
    private readonly UntouchedDatabase _database;

    private StoredFile(DataFolder folder, UntouchedDatabase database) => (_folder, _database) = (folder, database);

    /// <summary>
    /// Locks the folder, as far as it can be written to, and opens the file. Throws <see cref="StoreRefusal"/> where there is none, or none
    /// that this version can read.
    /// </summary>
    public static StoredFile Open(StoreOptions options)
    {
        if (!File.Exists(options.DatabaseFile))
        {
            throw new StoreRefusal($"There is no store in {options.Folder}: set PeaceTracker:DataDirectory to the folder of one.");
        }

        DataFolder? folder = null;
        try
        {
            folder = DataFolder.OpenForReading(options);
            using var model = Context(builder => builder.UseSqlite());
            string[] known = [.. model.Database.GetMigrations()];
            if (SqliteFile.Inspect(options.DatabaseFile, known).Count < known.Length)
            {
                throw new StoreRefusal(
                    $"The store in {options.Folder} was last used by an older version: start the program once, which brings it up to date.");
            }

            return new StoredFile(folder, new UntouchedDatabase(options.DatabaseFile));
        }
        catch (Exception fault)
        {
            folder?.Undo();
            if (fault is UnauthorizedAccessException or IOException)
            {
                throw new StoreRefusal(
                    $"The store in {options.Folder} can’t be read ({fault.Message.TrimEnd('.')}): give this user the right to read it.", fault);
            }

            throw;
        }
    }

    /// <summary>A context that reads it.</summary>
    public override TrackerContext NewContext() => Context(builder => builder.UseSqlite(_database.Connection));

    /// <inheritdoc />
    public override ValueTask DisposeAsync()
    {
        _database.Dispose();
        _folder.Undo();
        return ValueTask.CompletedTask;
    }

    private static SqliteTrackerContext Context(Action<DbContextOptionsBuilder<SqliteTrackerContext>> use)
    {
        var builder = new DbContextOptionsBuilder<SqliteTrackerContext>();
        use(builder);
        return new SqliteTrackerContext(builder.Options);
    }
}
