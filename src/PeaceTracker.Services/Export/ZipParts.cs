using System.Buffers.Binary;

namespace PeaceTracker.Services.Export;

/// <summary>The parts of archives, which workbooks and documents are too.</summary>
public static class ZipParts
{
    private const int Directory = 46, End = 22;

    /// <summary>The first moment that a part can have: the same content is the same file, whenever it is made.</summary>
    public static DateTimeOffset Made { get; } = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// Takes the moment of its making out of an archive that we wrote ourselves: of each part it stands before the part and in the directory at the
    /// end. Nothing else of the archive is read.
    /// </summary>
    public static void Undate(Stream archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        Span<byte> head = stackalloc byte[Directory];
        Read(archive, archive.Length - End, head[..End], "PK\x05\x06"u8);
        var (parts, at) = (BinaryPrimitives.ReadUInt16LittleEndian(head[10..]), (long)BinaryPrimitives.ReadUInt32LittleEndian(head[16..]));
        for (; parts > 0; parts--)
        {
            Read(archive, at, head, "PK\x01\x02"u8);
            Undate(archive, at + 12);
            Undate(archive, BinaryPrimitives.ReadUInt32LittleEndian(head[42..]) + 10L);
            at += Directory + BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) + BinaryPrimitives.ReadUInt16LittleEndian(head[30..])
                + BinaryPrimitives.ReadUInt16LittleEndian(head[32..]);
        }
    }

    // The time of the day in two bytes, then the day in two: the first one is 1 + 1 * 32.
    private static void Undate(Stream archive, long at)
    {
        archive.Position = at;
        archive.Write([0, 0, 33, 0]);
    }

    private static void Read(Stream archive, long at, Span<byte> into, ReadOnlySpan<byte> begins)
    {
        archive.Position = at;
        archive.ReadExactly(into);
        if (!into.StartsWith(begins))
        {
            throw new InvalidDataException("The archive is not one that was written here.");
        }
    }
}
