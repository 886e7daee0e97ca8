namespace PeaceTracker.Tests.Data;

/// <summary>Every file and folder under a folder with its bytes, to hold a later state against.</summary>
internal static class FolderState
{
    public static SortedDictionary<string, string> Of(string folder) => new(
        Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).ToDictionary(
            path => Path.GetRelativePath(folder, path),
            path => Directory.Exists(path) ? "folder" : Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)))),
        StringComparer.Ordinal);
}
