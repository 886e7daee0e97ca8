namespace PeaceTracker.Services.Data;

/// <summary>The settings of the store, section <c>PeaceTracker</c> of the configuration.</summary>
public sealed class StoreOptions
{
    /// <summary>Folder of the database, its lock and its backups; a full path, or one that <see cref="StoreSetup.FolderOf"/> made one.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>
    /// The PostgreSQL database that the store is in, such as <c>Host=db.example.org;Database=peacetracker;Username=peacetracker</c>; a file of
    /// the data folder where it is not set.
    /// </summary>
    public string? Database { get; set; }

    /// <summary>Negotiation file that an empty store is filled from, instead of the one that comes with the program.</summary>
    public string? Seed { get; set; }

    /// <summary>Whether a store has to be there: a start that would make one is refused.</summary>
    public bool MustExist { get; set; }

    /// <summary>Whether the data folder may be on any file system, for whoever knows that the locks of theirs can be trusted.</summary>
    public bool AnyFileSystem { get; set; }

    /// <summary>How long a migration may take before it is given up.</summary>
    internal TimeSpan MigrationTimeLimit { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Free space without which the store does not start: room for the write-ahead log to grow.</summary>
    internal long MinimumFreeBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Free space below which the running server says that it is not ready: a change or two still find room.</summary>
    internal long LeastFreeBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>Where Linux says which file systems are mounted.</summary>
    internal string MountsFile { get; set; } = "/proc/self/mounts";

    /// <summary>The folder, as a full path.</summary>
    internal string Folder => Path.GetFullPath(DataDirectory);

    /// <summary>The database file.</summary>
    internal string DatabaseFile => Path.Combine(Folder, "peacetracker.db");

    /// <summary>The file that the running process holds locked.</summary>
    internal string LockFile => Path.Combine(Folder, "peacetracker.lock");

    /// <summary>Where the keys are that sign sessions and forms.</summary>
    internal string KeysFolder => Path.Combine(Folder, "keys");

    /// <summary>Where backups go.</summary>
    internal string BackupFolder => Path.Combine(Folder, "backups");
}
