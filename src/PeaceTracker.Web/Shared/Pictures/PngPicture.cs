using System.Buffers.Binary;
using System.Text;
using System.Xml.Linq;
using SkiaSharp;

namespace PeaceTracker.Web.Shared.Pictures;

/// <summary>A picture as PNG: twice its size in pixels, as sharp as paper wants it, less where it would be too large.</summary>
public static class PngPicture
{
    private const double Scale = 2, MostPixels = 24_000_000;

    // The signature, and the chunk that must come first.
    private const int AfterHeader = 33;

    /// <summary>
    /// Draws an SVG file of ours. What it is, on which date and where it is from stand in the drawing, and once more as text of the file.
    /// </summary>
    public static byte[] Of(string svg)
    {
        var root = XDocument.Parse(svg).Root!;
        var (width, height) = ((double)root.Attribute("width")!, (double)root.Attribute("height")!);
        var scale = Math.Min(Scale, Math.Sqrt(MostPixels / (width * height)));
        using var bitmap = new SKBitmap((int)(width * scale), (int)(height * scale), SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        canvas.Scale((float)scale);
        PictureDrawing.Draw(canvas, root, width, height);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        var png = data.ToArray();

        string? Said(string name) => root.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value;
        var source = (string?)root.Elements().FirstOrDefault(e => e.Name.LocalName == "a")?.Attribute("href");
        return
        [
            .. png[..AfterHeader], .. Chunk("Title", Said("title")), .. Chunk("Description", Said("desc")), .. Chunk("Source", source),
            .. png[AfterHeader..],
        ];
    }

    // Length, type, keyword, text in UTF-8, checksum.
    private static byte[] Chunk(string keyword, string? text)
    {
        if (text is null)
        {
            return [];
        }

        var body = Encoding.UTF8.GetBytes($"iTXt{keyword}\0\0\0\0\0{text}");
        var chunk = new byte[body.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length - 4);
        body.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(body.Length + 4), Checksum(body));
        return chunk;
    }

    // CRC-32, as the format wants it.
    private static uint Checksum(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : 0xEDB88320 ^ (sum >> 1);
            }
        }

        return ~sum;
    }
}
