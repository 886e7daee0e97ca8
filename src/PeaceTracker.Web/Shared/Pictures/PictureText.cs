using System.Globalization;
using System.Text;
using HarfBuzzSharp;
using SkiaSharp;
using SkiaSharp.HarfBuzz;
using Buffer = HarfBuzzSharp.Buffer;

namespace PeaceTracker.Web.Shared.Pictures;

/// <summary>
/// A line of text as it is drawn in a picture: in runs of one font and one direction, from the left. What is written from right to left is put in
/// order as in a line that is read from left to right, by the essentials of Unicode's rules: letters, numbers, and what stands between them.
/// </summary>
internal sealed class PictureText
{
    private readonly List<(SKTypeface Font, float Size, SKShaper.Result Glyphs, SKColor? Colour)> _runs = [];

    private enum Way
    {
        Right,
        Left,
        Number,
        Neutral,
    }

    /// <summary>How wide it is, in pixels.</summary>
    public float Width { get; private set; }

    /// <summary>Adds words of one style after what is there.</summary>
    public void Add(string words, float size, bool bold, bool serif, SKColor? colour)
    {
        foreach (var (characters, way) in Ordered(Isolation.Without(words)))
        {
            foreach (var (font, text) in OfOneFont(characters, bold, serif))
            {
                using var buffer = new Buffer();
                buffer.AddUtf16(text);
                buffer.GuessSegmentProperties();
                buffer.Direction = way == Way.Left ? Direction.RightToLeft : Direction.LeftToRight;
                using var sized = new SKFont(font, size);
                using var shaper = new SKShaper(font);
                var glyphs = shaper.Shape(buffer, sized);
                _runs.Add((font, size, glyphs, colour));
                Width += glyphs.Width;
            }
        }
    }

    /// <summary>Draws it from a point on its line.</summary>
    public void Draw(SKCanvas canvas, float x, float y, SKPaint paint)
    {
        foreach (var (font, size, glyphs, colour) in _runs)
        {
            using var sized = new SKFont(font, size) { Subpixel = true, Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None };
            using var builder = new SKTextBlobBuilder();
            if (glyphs.Codepoints.Length > 0)
            {
                builder.AddPositionedRun(Array.ConvertAll(glyphs.Codepoints, glyph => (ushort)glyph), sized, glyphs.Points);
                using var blob = builder.Build();
                var usual = paint.Color;
                paint.Color = paint.Style == SKPaintStyle.Fill && colour is { } own ? own : usual;
                canvas.DrawText(blob, x, y, paint);
                paint.Color = usual;
            }

            x += glyphs.Width;
        }
    }

    /// <summary>Words in the order of the eye, in stretches parted by bars; one that is read from the right begins with "&lt;".</summary>
    internal static string InOrder(string words) =>
        string.Join('|', Ordered(words).Select(run => (run.Way == Way.Left ? "<" : "") + string.Concat(run.Characters)));

    // Stretches of one way, in the order in which they stand from left to right; each still in the order in which it is read.
    private static List<(List<string> Characters, Way Way)> Ordered(string words)
    {
        var characters = Characters(words).ToList();
        var ways = characters.ConvertAll(WayOf);
        var before = Way.Right;
        for (var i = 0; i < ways.Count; i++)
        {
            if (ways[i] == Way.Number && before == Way.Right)
            {
                ways[i] = Way.Right;
            }
            else if (ways[i] == Way.Neutral)
            {
                var next = ways.FindIndex(i, way => way != Way.Neutral);
                ways[i] = before == Way.Left && next >= 0 && ways[next] != Way.Right ? Way.Left : Way.Neutral;
            }
            else if (ways[i] != Way.Number)
            {
                before = ways[i];
            }
        }

        var runs = new List<(List<string> Characters, Way Way)>();
        foreach (var (character, way) in characters.Zip(ways.Select(way => way == Way.Neutral ? Way.Right : way)))
        {
            if (runs.Count == 0 || runs[^1].Way != way)
            {
                runs.Add(([], way));
            }

            runs[^1].Characters.Add(character);
        }

        // Numbers within what is read from the right keep their own order, but stand in its order.
        for (var i = 0; i < runs.Count; i++)
        {
            var end = runs.FindIndex(i, run => run.Way == Way.Right) is var right && right < 0 ? runs.Count : right;
            runs.Reverse(i, end - i);
            i = end;
        }

        return runs;
    }

    private static IEnumerable<(SKTypeface Font, string Text)> OfOneFont(List<string> characters, bool bold, bool serif)
    {
        var (text, font) = (new StringBuilder(), (SKTypeface?)null);
        foreach (var character in characters)
        {
            var (own, drawn) = PictureFonts.For(character, bold, serif);
            if (font is not null && own != font)
            {
                yield return (font, text.ToString());
                text.Clear();
            }

            font = own;
            text.Append(drawn);
        }

        if (font is not null)
        {
            yield return (font, text.ToString());
        }
    }

    private static IEnumerable<string> Characters(string words)
    {
        var all = StringInfo.GetTextElementEnumerator(words);
        while (all.MoveNext())
        {
            yield return all.GetTextElement();
        }
    }

    private static Way WayOf(string character) => !Rune.TryGetRuneAt(character, 0, out var first) ? Way.Neutral
        : first.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF)
            or (>= 0x1E800 and <= 0x1EFFF) ? Rune.IsDigit(first) ? Way.Number : Way.Left
        : Rune.IsDigit(first) ? Way.Number
        : Rune.IsLetter(first) ? Way.Right
        : Way.Neutral;
}
