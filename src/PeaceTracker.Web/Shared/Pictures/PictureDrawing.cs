using System.Text.RegularExpressions;
using System.Xml.Linq;
using SkiaSharp;
using static PeaceTracker.Web.Shared.Pictures.PictureValues;

namespace PeaceTracker.Web.Shared.Pictures;

/// <summary>
/// Draws one of our own SVG files: rectangles, lines, circles, paths and words, in nested drawings with lengths in pixels or percent. It knows what
/// our charts use and no more; an element that it doesn't know is left out with all in it.
/// </summary>
internal sealed partial class PictureDrawing
{
    private const string Unscaled = "non-scaling-stroke";

    private static readonly Dictionary<string, string> AtFirst = new(StringComparer.Ordinal)
    {
        ["fill"] = "#000000", ["font-size"] = "15px", ["font-weight"] = "400", ["font-family"] = "", ["color"] = "#17202c",
    };

    private readonly SKCanvas _canvas;
    private readonly PictureRules _rules;
    private readonly SKMatrix _page;

    private PictureDrawing(SKCanvas canvas, PictureRules rules) => (_canvas, _rules, _page) = (canvas, rules, canvas.TotalMatrix);

    /// <summary>Draws a file.</summary>
    public static void Draw(SKCanvas canvas, XElement root, double width, double height)
    {
        var sheet = root.Elements().FirstOrDefault(e => e.Name.LocalName == "style")?.Value ?? "";
        var drawing = new PictureDrawing(canvas, new PictureRules(sheet));
        drawing.Each(root, drawing._rules.Of(root, AtFirst), (width, height));
    }

    private void Each(XElement parent, Dictionary<string, string> style, (double Width, double Height) room)
    {
        foreach (var element in parent.Elements())
        {
            One(element, _rules.Of(element, style), room);
        }
    }

    private void One(XElement element, Dictionary<string, string> style, (double Width, double Height) room)
    {
        if (style.GetValueOrDefault("display") == "none")
        {
            return;
        }

        double Across(string name) => Length(element, name, room.Width);
        double Down(string name) => Length(element, name, room.Height);
        switch (element.Name.LocalName)
        {
            case "svg":
                Inner(element, style, room);
                break;
            case "g" or "a":
                using (new SKAutoCanvasRestore(_canvas))
                {
                    Move((string?)element.Attribute("transform"));
                    Each(element, style, room);
                }

                break;
            case "rect":
                using (var path = new SKPathBuilder())
                {
                    var box = SKRect.Create((float)Across("x"), (float)Down("y"), (float)Across("width"), (float)Down("height"));
                    path.AddRoundRect(new SKRoundRect(box, (float)Across("rx")));
                    Paint(path.Detach(), style);
                }

                break;
            case "line":
                using (var path = new SKPathBuilder())
                {
                    path.MoveTo((float)Across("x1"), (float)Down("y1"));
                    path.LineTo((float)Across("x2"), (float)Down("y2"));
                    Paint(path.Detach(), style, fills: false);
                }

                break;
            case "circle":
                using (var path = new SKPathBuilder())
                {
                    path.AddCircle((float)Across("cx"), (float)Down("cy"), (float)Across("r"));
                    Paint(path.Detach(), style);
                }

                break;
            case "path" when SKPath.ParseSvgPathData((string?)element.Attribute("d") ?? "") is { } path:
                Paint(path, style);
                break;
            case "text":
                Words(element, style, (float)(Across("x") + Across("dx")), (float)Down("y"));
                break;
        }
    }

    // A drawing in the drawing: at its place, and where it has a box of its own, stretched to its size.
    private void Inner(XElement element, Dictionary<string, string> style, (double Width, double Height) room)
    {
        var (width, height) = (
            element.Attribute("width") is null ? room.Width : Length(element, "width", room.Width),
            element.Attribute("height") is null ? room.Height : Length(element, "height", room.Height));
        using (new SKAutoCanvasRestore(_canvas))
        {
            _canvas.Translate((float)Length(element, "x", room.Width), (float)Length(element, "y", room.Height));
            if (((string?)element.Attribute("viewBox"))?.Split(' ') is [_, _, var across, var down])
            {
                var (inner, outer) = ((Width: Number(across), Height: Number(down)), (Width: width, Height: height));
                _canvas.Scale((float)(outer.Width / inner.Width), (float)(outer.Height / inner.Height));
                (width, height) = inner;
            }

            Each(element, style, (width, height));
        }
    }

    private void Words(XElement element, Dictionary<string, string> style, float x, float y)
    {
        var text = new PictureText();
        Add(element, style);
        var left = style.GetValueOrDefault("text-anchor") switch { "end" => x - text.Width, "middle" => x - (text.Width / 2), _ => x };
        using var paint = new SKPaint { IsAntialias = true };
        if (Colour(style, "stroke", "stroke-opacity") is { } halo)
        {
            (paint.Style, paint.Color, paint.StrokeWidth) = (SKPaintStyle.Stroke, halo, Size(style, "stroke-width"));
            paint.StrokeJoin = SKStrokeJoin.Round;
            text.Draw(_canvas, left, y, paint);
        }

        if (Colour(style, "fill", "fill-opacity") is { } ink)
        {
            (paint.Style, paint.Color) = (SKPaintStyle.Fill, ink);
            text.Draw(_canvas, left, y, paint);
        }

        void Add(XElement part, Dictionary<string, string> of)
        {
            foreach (var node in part.Nodes())
            {
                if (node is XElement inner && _rules.Of(inner, of) is var own && own.GetValueOrDefault("display") != "none")
                {
                    Add(inner, own);
                }
                else if (node is XText words)
                {
                    text.Add(Spaces().Replace(words.Value, " "), Size(of, "font-size"), Number(of["font-weight"]) >= 600,
                        of["font-family"].Contains("Serif", StringComparison.Ordinal), part == element ? null : Colour(of, "fill", "fill-opacity"));
                }
            }
        }
    }

    private void Paint(SKPath path, Dictionary<string, string> style, bool fills = true)
    {
        using var shape = path;
        using var paint = new SKPaint { IsAntialias = true };
        if (fills && style["fill"].StartsWith("url(", StringComparison.Ordinal))
        {
            Hatch(shape);
        }
        else if (fills && Colour(style, "fill", "fill-opacity") is { } fill)
        {
            paint.Color = fill;
            _canvas.DrawPath(shape, paint);
        }

        if (Colour(style, "stroke", "stroke-opacity") is not { } stroke)
        {
            return;
        }

        (paint.Style, paint.Color, paint.StrokeWidth) = (SKPaintStyle.Stroke, stroke, Size(style, "stroke-width", 1));
        paint.StrokeCap = style.GetValueOrDefault("stroke-linecap") switch
        {
            "square" => SKStrokeCap.Square, "round" => SKStrokeCap.Round, _ => SKStrokeCap.Butt,
        };
        paint.StrokeJoin = style.GetValueOrDefault("stroke-linejoin") == "round" ? SKStrokeJoin.Round : SKStrokeJoin.Miter;
        if (style.GetValueOrDefault("stroke-dasharray") is { } dashes && dashes != "none")
        {
            var lengths = Array.ConvertAll(dashes.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries), dash => (float)Number(dash));
            paint.PathEffect = SKPathEffect.CreateDash(lengths.Length % 2 == 0 ? lengths : [.. lengths, .. lengths], 0);
        }

        if (style.GetValueOrDefault("vector-effect") != Unscaled)
        {
            _canvas.DrawPath(shape, paint);
            return;
        }

        // Stretched with its drawing, and then drawn with a pen that is not.
        using (new SKAutoCanvasRestore(_canvas))
        {
            _page.TryInvert(out var back);
            using var stretched = new SKPath();
            shape.Transform(back.PreConcat(_canvas.TotalMatrix), stretched);
            _canvas.SetMatrix(_page);
            _canvas.DrawPath(stretched, paint);
        }
    }

    // The one pattern that our charts have: lines from top right to bottom left.
    private void Hatch(SKPath shape)
    {
        var colour = Colour(_rules.Of(new XElement("line", new XAttribute("class", "chart-hatch")), AtFirst), "stroke", "stroke-opacity");
        using var paint = new SKPaint
        {
            IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 1.4f, Color = colour ?? SKColors.LightGray,
        };
        using (new SKAutoCanvasRestore(_canvas))
        {
            _canvas.ClipPath(shape, SKClipOperation.Intersect, antialias: true);
            var box = shape.Bounds;
            for (var x = box.Left; x < box.Right + box.Height; x += 9)
            {
                _canvas.DrawLine(x, box.Top, x - box.Height, box.Bottom, paint);
            }
        }
    }

    private void Move(string? transform)
    {
        foreach (Match step in Step().Matches(transform ?? ""))
        {
            var by = Array.ConvertAll(step.Groups[2].Value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries), part => (float)Number(part));
            switch (step.Groups[1].Value, by)
            {
                case ("translate", [var x, var y]):
                    _canvas.Translate(x, y);
                    break;
                case ("rotate", [var degrees]):
                    _canvas.RotateDegrees(degrees);
                    break;
                case ("matrix", [var a, var b, var c, var d, var e, var f]):
                    _canvas.Concat(new SKMatrix(a, c, e, b, d, f, 0, 0, 1));
                    break;
            }
        }
    }

    [GeneratedRegex(@"(\w+)\(([^)]*)\)")]
    private static partial Regex Step();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
