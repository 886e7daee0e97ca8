using System.IO.Compression;

namespace PeaceTracker.Web.Hosting;

/// <summary>A document as it is sent, packed once.</summary>
/// <param name="tag">Its strong tag without quotes; null for one with a place for a person's part, which is never the same twice.</param>
/// <param name="packing">How it is packed.</param>
/// <param name="headers">The headers that belong to it.</param>
internal sealed class KeptDocument(string? tag, Packing packing, KeyValuePair<string, string>[] headers)
{
    private const int QuickBrotli = 1, GoodBrotli = 9, BrotliWindow = 22;
    private volatile Packed _packed = new([], null);
    private volatile JoinedGzip? _joined;
    private byte[] _before = [];
    private byte[] _after = [];
    private int _uses;

    /// <summary>Its strong tag without quotes; null where there is none.</summary>
    public string? Tag => tag;

    /// <summary>How it is packed.</summary>
    public Packing Packing => packing;

    /// <summary>The headers that belong to it: its type, and what it says to scripts.</summary>
    public KeyValuePair<string, string>[] Headers => headers;

    /// <summary>All headers with which it once went out to a stranger, but for tag and length; null as long as it did not.</summary>
    public KeyValuePair<string, string>[]? SentWith { get; set; }

    /// <summary>The bytes and their tag, quotes included, of a document without a place for a person's part.</summary>
    public Packed Bytes => _packed;

    /// <summary>How much memory it holds.</summary>
    public int Size => _packed.Bytes.Length + (_joined?.Size ?? 0) + _before.Length + _after.Length + 1024;

    /// <summary>How often it was given again.</summary>
    public int Uses => Volatile.Read(ref _uses);

    /// <summary>When it was given last, in milliseconds of the system's clock.</summary>
    public long UsedAt { get; private set; } = Environment.TickCount64;

    /// <summary>Whether a client has a document of that tag, as it was first packed or well.</summary>
    public static bool Knows(HttpRequest request, string tag) =>
        request.Headers.IfNoneMatch is { Count: > 0 } known && known.ToString().Contains($"\"{tag}", StringComparison.Ordinal);

    /// <summary>Notes that it is given again; returns how often it was.</summary>
    public int Use()
    {
        UsedAt = Environment.TickCount64;
        return Interlocked.Increment(ref _uses);
    }

    /// <summary>Packs a document that is the same for all: quickly, for somebody waits.</summary>
    public KeptDocument With(ReadOnlySpan<byte> html)
    {
        _packed = new(Pack(html, QuickBrotli, CompressionLevel.Fastest), $"\"{tag}\"");
        return this;
    }

    /// <summary>Packs a document that has a place for a person's part between two texts.</summary>
    public KeptDocument With(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        if (packing == Packing.Gzip)
            _joined = new JoinedGzip(before, after);
        else
            (_before, _after) = (before.ToArray(), after.ToArray());
        return this;
    }

    /// <summary>The bytes of a document with a person's part in its place.</summary>
    public byte[] BytesWith(ReadOnlySpan<byte> yours) => _joined is not null ? _joined.With(yours) : [.. _before, .. yours, .. _after];

    /// <summary>
    /// Packs it as well as can be, because it is asked for often. Other bytes have another tag, and whoever has the first need not ask anew; with
    /// a person's part it has none.
    /// </summary>
    public void PackWell()
    {
        _joined = _joined?.Well();
        if (tag is null || packing == Packing.None)
            return;
        using var source = new MemoryStream(_packed.Bytes);
        using Stream unpacking = packing == Packing.Gzip
            ? new GZipStream(source, CompressionMode.Decompress) : new BrotliStream(source, CompressionMode.Decompress);
        using var html = new MemoryStream();
        unpacking.CopyTo(html);
        var bytes = Pack(html.GetBuffer().AsSpan(0, (int)html.Length), GoodBrotli, CompressionLevel.SmallestSize);
        if (bytes.Length < _packed.Bytes.Length)
            _packed = new(bytes, $"\"{tag}-w\"");
    }

    private byte[] Pack(ReadOnlySpan<byte> html, int brotli, CompressionLevel gzip)
    {
        switch (packing)
        {
            case Packing.None:
                return html.ToArray();
            case Packing.Gzip:
                using (var packed = new MemoryStream())
                {
                    using (var stream = new GZipStream(packed, gzip, leaveOpen: true))
                    {
                        stream.Write(html);
                    }

                    return packed.ToArray();
                }

            case Packing.Brotli:
                var into = System.Buffers.ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(html.Length));
                try
                {
                    return BrotliEncoder.TryCompress(html, into, out var length, brotli, BrotliWindow) ? into[..length]
                        : throw new InvalidOperationException("Brotli could not pack a document.");
                }
                finally
                {
                    System.Buffers.ArrayPool<byte>.Shared.Return(into);
                }
        }

        throw new InvalidOperationException($"There is no packing {packing}.");
    }
}

/// <summary>Packed bytes and their tag, quotes included.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="Tag">The tag; null where there is none.</param>
internal sealed record Packed(byte[] Bytes, string? Tag);
