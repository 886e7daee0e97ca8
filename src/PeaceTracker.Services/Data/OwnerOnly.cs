using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace PeaceTracker.Services.Data;

/// <summary>
/// Keeps what is in the data folder from everybody but its owner: the database has password hashes in it, and the log the code for the first
/// administrator. On Windows the rights of the folder itself count.
/// </summary>
internal static class OwnerOnly
{
    private const UnixFileMode Folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>All that this process makes from now on is its owner's alone.</summary>
    public static void FromNowOn()
    {
        if (!OperatingSystem.IsWindows())
            _ = SetMask(0b000_111_111);
    }

    /// <summary>The same for what is in a data folder already, and for the folder itself. What belongs to somebody else stays as it is.</summary>
    public static void Protect(StoreOptions options)
    {
        if (OperatingSystem.IsWindows())
            return;

        // A folder that is shared on purpose, as /tmp is, is not ours to close.
        var folder = new DirectoryInfo(options.Folder);
        if (!folder.Exists)
            return;
        if (!folder.UnixFileMode.HasFlag(UnixFileMode.StickyBit))
            Set(folder, Folder);
        foreach (var file in folder.EnumerateFiles("peacetracker*"))
            Set(file, File);
        foreach (var part in folder.EnumerateDirectories().Where(part => part.Name is "backups" or "keys" or "logs"))
        {
            Set(part, Folder);
            foreach (var file in part.EnumerateFiles())
                Set(file, File);
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static void Set(FileSystemInfo what, UnixFileMode mode)
    {
        try
        {
            if (what.UnixFileMode != mode)
                what.UnixFileMode = mode;
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            // Somebody else's, or a file system without rights.
        }
    }

#pragma warning disable SYSLIB1054 // The generated kind needs unsafe code in the whole project.
    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern uint SetMask(uint mask);
#pragma warning restore SYSLIB1054
}
