using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace PeaceTracker.Web.Tests.Pictures;

/// <summary>A PNG file as the tests look at it.</summary>
internal sealed class PngImage(byte[] file)
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private readonly SKBitmap _points = SKBitmap.Decode(file);

    public bool IsPng => file.AsSpan(0, 8).SequenceEqual(Signature) && _points is not null;

    public int Width => BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16));

    public int Height => BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20));

    /// <summary>The texts of the file: chunks of length, type, keyword and text.</summary>
    public Dictionary<string, string> Texts()
    {
        var texts = new Dictionary<string, string>();
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var body = file.AsSpan(at + 8, length);
            if (Encoding.ASCII.GetString(file, at + 4, 4) == "iTXt")
            {
                var end = body.IndexOf((byte)0);
                texts.Add(Encoding.ASCII.GetString(body[..end]), Encoding.UTF8.GetString(body[(end + 5)..]));
            }

            at += length + 12;
        }

        return texts;
    }

    /// <summary>Whether a part of it is of one colour: white, as far as nothing is drawn there.</summary>
    public bool IsWhite(int left, int top, int right, int bottom) =>
        !(from x in Enumerable.Range(left, right - left)
          from y in Enumerable.Range(top, bottom - top)
          where _points.GetPixel(x, y) != SKColors.White
          select (x, y)).Any();
}
