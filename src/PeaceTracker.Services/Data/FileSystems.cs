namespace PeaceTracker.Services.Data;

/// <summary>What can be known of a place before anything is written to it.</summary>
internal static class FileSystems
{
    // Their locks can't be trusted, and SQLite loses data where locks lie. FUSE stands for sshfs, s3fs and the like.
    private static readonly string[] Network =
        ["nfs", "nfs4", "cifs", "smb3", "smbfs", "smb2", "ncpfs", "afs", "9p", "ceph", "glusterfs", "lustre", "gpfs", "davfs", "fuse", "fuse.*"];

    // Local in spite of their name.
    private static readonly string[] LocalFuse = ["fuse.fuse-overlayfs", "fuse.ntfs-3g", "fuseblk"];

    /// <summary>Refuses a folder on a network file system.</summary>
    public static void RefuseNetwork(string folder, string mountsFile)
    {
        var type = File.Exists(mountsFile)
            ? TypeOf(RealPath(folder), File.ReadLines(mountsFile))
            : OperatingSystem.IsWindows() && IsWindowsShare(folder) ? "network drive" : null;
        if (type is not null && (IsNetwork(type) || type == "network drive"))
        {
            throw new StoreRefusal(
                $"The data folder {folder} is on a network file system ({type}), where a database can lose data: "
                    + "set PeaceTracker:DataDirectory to a folder on a local disk, "
                    + "or PeaceTracker:AnyFileSystem to true if its locks can be trusted.");
        }
    }

    /// <summary>A path without symbolic links in it, as far as it exists: what it leads to is what counts.</summary>
    public static string RealPath(string path)
    {
        const int MostLinks = 40; // as the operating system has it
        for (var links = 0; links < MostLinks && FirstLink(path) is var (link, target); links++)
            path = Path.GetFullPath(Path.Combine(target, Path.GetRelativePath(link, path)));
        return path;
    }

    /// <summary>Refuses a folder on a disk with less than <paramref name="minimumBytes"/> free for this user.</summary>
    public static void RefuseFull(string folder, long minimumBytes)
    {
        var free = FreeBytes(folder);
        if (free < minimumBytes)
        {
            throw new StoreRefusal(
                $"The disk of the data folder {folder} is full ({free / 1_048_576} MB free, {minimumBytes / 1_048_576} MB needed): "
                    + "free some space, or set PeaceTracker:DataDirectory to a folder on another disk.");
        }
    }

    /// <summary>How much is free for this user on the disk of a folder.</summary>
    public static long FreeBytes(string folder) => new DriveInfo(Nearest(folder)).AvailableFreeSpace;

    /// <summary>The type of the file system that holds a folder, going by the lines of a mounts file; null where none does.</summary>
    public static string? TypeOf(string folder, IEnumerable<string> mounts)
    {
        string? type = null;
        var longest = -1;
        foreach (var fields in mounts.Select(line => line.Split(' ')).Where(fields => fields.Length >= 3))
        {
            var point = Unescaped(fields[1]);
            var holds = point == "/" || folder == point || folder.StartsWith(point + "/", StringComparison.Ordinal);
            // The last of equals wins: it is mounted over the others.
            if (holds && point.Length >= longest)
            {
                (type, longest) = (fields[2], point.Length);
            }
        }

        return type;
    }

    /// <summary>Whether a type of file system keeps its files on another machine.</summary>
    public static bool IsNetwork(string type) =>
        !LocalFuse.Contains(type)
        && Network.Any(known => known.EndsWith('*') ? type.StartsWith(known[..^1], StringComparison.Ordinal) : type == known);

    private static (string Link, string Target)? FirstLink(string path)
    {
        var parents = new Stack<string>();
        for (var part = path; part is not null; part = Path.GetDirectoryName(part))
            parents.Push(part);
        foreach (var part in parents)
        {
            if (new DirectoryInfo(part).LinkTarget is { } target)
                return (part, Path.GetFullPath(target, Path.GetDirectoryName(part)!));
        }

        return null;
    }

    private static bool IsWindowsShare(string folder) =>
        folder.StartsWith(@"\\", StringComparison.Ordinal) || new DriveInfo(folder).DriveType == DriveType.Network;

    // The mounts file writes a space as \040.
    private static string Unescaped(string field) =>
        field.Replace(@"\040", " ", StringComparison.Ordinal)
            .Replace(@"\011", "\t", StringComparison.Ordinal)
            .Replace(@"\134", @"\", StringComparison.Ordinal);

    private static string Nearest(string folder)
    {
        var nearest = folder;
        while (!Directory.Exists(nearest) && Path.GetDirectoryName(nearest) is { } parent)
        {
            nearest = parent;
        }

        return nearest;
    }
}
