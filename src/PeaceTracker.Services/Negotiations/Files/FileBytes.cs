using System.Text;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.Negotiations.Files;

/// <summary>
/// A file that is read some of at a time, from where it lies, and never held whole; with the short texts in it, each once. For one thread.
/// </summary>
/// <param name="stream">The file, from where the stream stands, which can be wound back.</param>
internal sealed class FileBytes(Stream stream)
{
    private const int MostTexts = 50_000;
    private const int Kept = 64 * 1024;

    private readonly long _start = stream.Position;
    private readonly byte[] _kept = new byte[Math.Min(Kept, stream.Length - stream.Position)];
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    /// <summary>A small one that is there whole.</summary>
    public FileBytes(byte[] bytes) : this(new MemoryStream(bytes, writable: false))
    {
    }

    /// <summary>Its length in bytes.</summary>
    public int Length { get; } = (int)(stream.Length - stream.Position);

    /// <summary>Fills a part of memory with what begins at a place.</summary>
    public void Read(int at, Span<byte> into)
    {
        if (stream.Position != _start + at)
        {
            stream.Position = _start + at;
        }

        stream.ReadExactly(into);
    }

    /// <summary>What begins at a place; where it is short, only until the next one is asked for.</summary>
    public byte[] Read(int at, int length)
    {
        var bytes = length <= _kept.Length ? _kept : new byte[length];
        Read(at, bytes.AsSpan(0, length));
        return bytes;
    }

    /// <summary>A short text, the same one wherever it stands: keys, names and words stand in a large file a hundred thousand times.</summary>
    public string Once(ReadOnlySpan<char> text)
    {
        var texts = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (texts.TryGetValue(text, out var known))
        {
            return known;
        }

        // What stands in a file twice stands mostly near; nor can one be made that fills the memory with them.
        if (_texts.Count == MostTexts)
        {
            _texts.Clear();
        }

        known = text.ToString();
        _texts.Add(known);
        return known;
    }

    /// <summary>The same of a short text in ASCII.</summary>
    public string Once(ReadOnlySpan<byte> ascii)
    {
        Span<char> text = stackalloc char[TextLimits.Key];
        return ascii.Length > text.Length ? Encoding.ASCII.GetString(ascii) : Once(text[..Encoding.ASCII.GetChars(ascii, text)]);
    }
}
