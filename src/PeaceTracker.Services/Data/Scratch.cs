namespace PeaceTracker.Services.Data;

/// <summary>Room for copies that are needed for a moment: in the data folder, which has room for a database, before the temporary folder.</summary>
internal static class Scratch
{
    private const string Prefix = ".scratch-";
    private const int Needed = 64 * 1024;

    /// <summary>A new folder.</summary>
    public static DirectoryInfo Make(string dataFolder)
    {
        try
        {
            return Directory.CreateDirectory(Path.Combine(dataFolder, Prefix + Guid.NewGuid().ToString("N")));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Directory.CreateTempSubdirectory("peacetracker-"); // the data folder is only read
        }
    }

    /// <summary>
    /// A file for what can't be read twice as it comes, which nobody else can read and which is gone once it is closed. Outside Windows its name is
    /// gone at once, so that nothing stays behind of a process that is killed.
    /// </summary>
    public static FileStream OpenFile()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 64 * 1024,
            Options = FileOptions.Asynchronous | (OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None),
        };
        if (OperatingSystem.IsWindows())
        {
            return new FileStream(path, options);
        }

        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        File.Delete(path);
        return file;
    }

    /// <summary>Removes what processes left that died. Only for the process that holds the data folder's lock.</summary>
    public static void RemoveStale(StoreOptions options)
    {
        foreach (var folder in Directory.EnumerateDirectories(options.Folder, Prefix + "*"))
            Directory.Delete(folder, recursive: true);
        if (!Directory.Exists(options.BackupFolder))
            return;
        foreach (var file in Directory.EnumerateFiles(options.BackupFolder, "*.unfinished*"))
            File.Delete(file);
    }

    /// <summary>
    /// Makes this process use the data folder for temporary files where the temporary folder can't be written to or is full: the keys that sign
    /// sessions, for one, are written by way of it.
    /// </summary>
    public static void ReplaceUnwritableTemporaryFolder(StoreOptions options)
    {
        try
        {
            using var probe = new FileStream(
                Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1,
                FileOptions.DeleteOnClose);
            probe.Write(new byte[Needed]);
            probe.Flush(flushToDisk: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            var own = Directory.CreateDirectory(Path.Combine(options.Folder, Prefix + "temporary")).FullName;
            Environment.SetEnvironmentVariable(OperatingSystem.IsWindows() ? "TMP" : "TMPDIR", own);
        }
    }
}
