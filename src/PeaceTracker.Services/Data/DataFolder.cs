using PeaceTracker.Services.Data.Sqlite;

namespace PeaceTracker.Services.Data;

/// <summary>
/// The data folder, held by this process alone until disposed: an advisory lock of the operating system, which ends with the
/// process however that ends. What opening it created is taken away again when the start is refused after all.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    private readonly StoreOptions _options;
    private readonly Stack<string> _createdFolders = new();
    private FileStream? _lock;
    private bool _createdLock;

    private DataFolder(StoreOptions options) => _options = options;

    /// <summary>Creates the folder where it is missing, makes sure that it can be written to, and locks it.</summary>
    public static DataFolder Open(StoreOptions options)
    {
        var folder = new DataFolder(options);
        try
        {
            if (options.MustExist && !File.Exists(options.DatabaseFile))
            {
                throw new StoreRefusal(
                    $"There is no store in {options.Folder}, and PeaceTracker:MustExist says that there must be one: set "
                        + "PeaceTracker:DataDirectory to its folder, or restore a backup.");
            }

            if (!options.AnyFileSystem)
            {
                FileSystems.RefuseNetwork(options.Folder, options.MountsFile);
            }

            FileSystems.RefuseFull(options.Folder, options.MinimumFreeBytes);
            OwnerOnly.FromNowOn();
            folder.Create(options.Folder);
            folder.Lock();
            folder.TryWriting();
            LogOwner.RefuseForeignLog(options);
            Scratch.RemoveStale(options);
            Scratch.ReplaceUnwritableTemporaryFolder(options);
            return folder;
        }
        catch (Exception fault)
        {
            folder.Undo();
            if (fault is UnauthorizedAccessException or IOException)
            {
                throw new StoreRefusal(
                    $"The data folder {options.Folder} can’t be written to ({fault.Message.TrimEnd('.')}): "
                        + "give this user the right to write there, or set PeaceTracker:DataDirectory to another folder.",
                    fault);
            }

            throw;
        }
    }

    /// <summary>
    /// Locks a folder that is only read. Where nothing can be written there is no lock to be made, and none is needed: a program that runs on
    /// the folder has one, and it is looked for.
    /// </summary>
    public static DataFolder OpenForReading(StoreOptions options)
    {
        var folder = new DataFolder(options);
        if (File.Exists(options.LockFile))
        {
            folder.Lock(FileAccess.Read);
            return folder;
        }

        try
        {
            folder.Lock();
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            // A folder to which nothing can be written.
        }

        return folder;
    }

    /// <summary>Lets the folder go and removes what was created in it: for a start that is refused.</summary>
    public void Undo()
    {
        // The name goes while the lock is still held. A process that had opened it just before locks a nameless file then, which
        // does no harm: it finds the same folder and refuses too.
        if (_createdLock)
        {
            File.Delete(_options.LockFile);
            _createdLock = false;
        }

        Dispose();
        while (_createdFolders.TryPop(out var created))
        {
            if (!Directory.EnumerateFileSystemEntries(created).Any())
            {
                Directory.Delete(created);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _lock?.Dispose();
        _lock = null;
    }

    private void Create(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        if (File.Exists(folder))
        {
            throw new StoreRefusal($"The data folder {folder} is a file: set PeaceTracker:DataDirectory to a folder.");
        }

        if (Path.GetDirectoryName(folder) is { } parent)
        {
            Create(parent);
        }

        Directory.CreateDirectory(folder);
        _createdFolders.Push(folder);
    }

    private void Lock(FileAccess access = FileAccess.ReadWrite)
    {
        var existed = File.Exists(_options.LockFile);
        try
        {
            _lock = new FileStream(_options.LockFile, access == FileAccess.Read ? FileMode.Open : FileMode.OpenOrCreate, access, FileShare.None);
            _createdLock = !existed;
        }
        catch (IOException fault) when (existed && fault is not (FileNotFoundException or DirectoryNotFoundException) && IsSharingViolation(fault))
        {
            throw new StoreRefusal(
                $"Another PeaceTracker is running on the data folder {_options.Folder}: "
                    + "stop it first, or set PeaceTracker:DataDirectory to another folder.",
                fault);
        }
    }

    // Windows: ERROR_SHARING_VIOLATION; elsewhere the errno EWOULDBLOCK (11 on Linux, 35 on macOS) that the lock answers.
    private static bool IsSharingViolation(IOException fault) => fault.HResult is unchecked((int)0x80070020) or 11 or 35;

    // Rights can be told in many ways, and a read-only mount tells in none of them: only trying shows.
    private void TryWriting()
    {
        var probe = Path.Combine(_options.Folder, $".write-probe-{Environment.ProcessId}");
        using (var stream = new FileStream(probe, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
        {
            stream.Write(new byte[4096]);
            stream.Flush(flushToDisk: true);
        }

        if (File.Exists(_options.DatabaseFile))
        {
            using var database = new FileStream(_options.DatabaseFile, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        }
    }
}
