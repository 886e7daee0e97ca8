using System.IO.Compression;

namespace PeaceTracker.Services.Export;

/// <summary>The parts of archives, which workbooks and documents are too.</summary>
public static class ZipParts
{
    /// <summary>The first moment that a part can have: the same content is the same file, whenever it is made.</summary>
    public static DateTimeOffset Made { get; } = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Takes the moment of its making out of an archive.</summary>
    public static async Task UndateAsync(MemoryStream stream)
    {
        await using var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true);
        foreach (var entry in zip.Entries)
        {
            entry.LastWriteTime = Made;
        }
    }
}
