using System.Buffers.Binary;
using System.IO.Compression;

namespace PeaceTracker.Web.Hosting;

/// <summary>
/// Two texts packed by gzip once, between which a third is put as it is at each writing: one whole gzip file (RFC 1952), whose middle is a stored
/// block (RFC 1951). The check of the whole is put together from those of the parts, so that the large ones are not read again.
/// </summary>
internal sealed class JoinedGzip
{
    private const int HeadLength = 10, TailLength = 8, StoredHead = 5;

    // A file of which nothing is known, and the shortest block that is the last.
    private static readonly byte[] Head = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];
    private static readonly byte[] End = [3, 0];

    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(i => Enumerable.Range(0, 8).Aggregate((uint)i, (c, _) => Next(c)))];

    private readonly byte[] _before;
    private readonly byte[] _after;
    private readonly uint _checkBefore;
    private readonly uint _checkAfter;
    private readonly uint _shiftAfter;
    private readonly int _length, _lengthBefore;

    /// <summary>Packs both: quickly, where somebody waits for it.</summary>
    public JoinedGzip(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, CompressionLevel level = CompressionLevel.Fastest)
    {
        (_before, _checkBefore) = before.IsEmpty ? (Head, 0) : Packed(before, level, ends: false);
        (_after, _checkAfter) = after.IsEmpty ? (End, 0) : Packed(after, level, ends: true);
        _shiftAfter = Shift(after.Length);
        (_length, _lengthBefore) = (before.Length + after.Length, before.Length);
    }

    /// <summary>The same texts packed as well as can be.</summary>
    public JoinedGzip Well()
    {
        using var unpacking = new GZipStream(new MemoryStream(With([])), CompressionMode.Decompress);
        var text = new byte[_length];
        unpacking.ReadExactly(text);
        return new JoinedGzip(text.AsSpan(0, _lengthBefore), text.AsSpan(_lengthBefore), CompressionLevel.SmallestSize);
    }

    // The head of the file with the first text, or the second text up to the end of the last block; and the check of it.
    private static (byte[] Bytes, uint Check) Packed(ReadOnlySpan<byte> text, CompressionLevel level, bool ends)
    {
        using var file = new MemoryStream();
        int cut;
        using (var packed = new GZipStream(file, level, leaveOpen: true))
        {
            packed.Write(text);
            packed.Flush(); // ends at a whole byte, and not the file
            cut = (int)file.Length;
        }

        var bytes = file.GetBuffer().AsSpan(0, (int)file.Length);
        var check = BinaryPrimitives.ReadUInt32LittleEndian(bytes[^TailLength..]);
        return ((ends ? bytes[HeadLength..^TailLength] : bytes[..cut]).ToArray(), check);
    }

    /// <summary>How much memory it holds.</summary>
    public int Size => _before.Length + _after.Length;

    /// <summary>The whole file with that in the middle, at most 65,535 bytes.</summary>
    public byte[] With(ReadOnlySpan<byte> middle)
    {
        var whole = new byte[_before.Length + StoredHead + middle.Length + _after.Length + TailLength];
        _before.CopyTo(whole, 0);
        var rest = whole.AsSpan(_before.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(rest[1..], checked((ushort)middle.Length));
        BinaryPrimitives.WriteUInt16LittleEndian(rest[3..], (ushort)~middle.Length);
        middle.CopyTo(rest[StoredHead..]);
        rest = rest[(StoredHead + middle.Length)..];
        _after.CopyTo(rest);
        rest = rest[_after.Length..];
        var check = Times(Shift(middle.Length), _checkBefore) ^ Check(middle);
        BinaryPrimitives.WriteUInt32LittleEndian(rest, Times(_shiftAfter, check) ^ _checkAfter);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[4..], (uint)(_length + middle.Length));
        return whole;
    }

    private static uint Check(ReadOnlySpan<byte> text)
    {
        var check = uint.MaxValue;
        foreach (var one in text)
        {
            check = Table[(byte)(check ^ one)] ^ (check >> 8);
        }

        return ~check;
    }

    // The check is a polynomial over two elements, its highest power in the lowest bit. That of a text with n bytes after it is the text's
    // times x to the 8 n, modulo the polynomial of the format.
    private static uint Shift(int bytes)
    {
        uint result = 0x80000000, power = 0x00800000;
        for (; bytes > 0; bytes >>= 1)
        {
            result = (bytes & 1) == 1 ? Times(power, result) : result;
            power = Times(power, power);
        }

        return result;
    }

    private static uint Times(uint a, uint b)
    {
        uint product = 0;
        for (var bit = 0x80000000; bit > 0; bit >>= 1)
        {
            product ^= (a & bit) > 0 ? b : 0;
            b = Next(b);
        }

        return product;
    }

    private static uint Next(uint value) => (value & 1) == 1 ? (value >> 1) ^ Polynomial : value >> 1;
}
