using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Web.Shared.Pictures;

/// <summary>What stands round a chart in a file of its own, so that it says by itself what it is.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Dates">Of which day, by which change, and whether it is invented.</param>
/// <param name="Definition">What is counted, and how it is to be read.</param>
/// <param name="Source">Where it is from, and what may be done with it.</param>
/// <param name="Link">The address at which it can be seen again.</param>
public sealed record PictureFrame(string Title, string Dates, string Definition, string Source, string Link)
{
    /// <summary>The width of a picture, and what is left at either side, in pixels.</summary>
    public const int Width = 1200, Margin = 40;

    /// <summary>The width of the chart in it.</summary>
    public const int Inner = Width - (2 * Margin);

    private const string Slim = " iljtfrI.,:;'|!()[]‘’“”·";

    /// <summary>
    /// Words in lines of so many pixels at most, parted between words and, where one is wider, between whole characters. Widths are those of usual
    /// fonts, which are wider than ours: the drawing is seen with the fonts of whoever opens it.
    /// </summary>
    public static IReadOnlyList<string> Lines(string words, double pixels, double size = 15) => LineBreaks.Of(words, pixels / size, WidthOf);

    /// <summary>How wide words are at most, in pixels.</summary>
    public static double WidthOf(string words, double size)
    {
        var (width, characters) = (0d, StringInfo.GetTextElementEnumerator(words));
        while (characters.MoveNext())
        {
            width += size * WidthOf(characters.GetTextElement());
        }

        return width;
    }

    private static double WidthOf(string character) => Slim.Contains(character[0], StringComparison.Ordinal) ? .32
        : LineBreaks.Width(character) switch { > 2 => 1.28, >= 2 => 1.02, > 1.5 => .88, > 1 => .71, _ => .58 };
}

/// <summary>An entry of the legend of a picture.</summary>
/// <param name="Name">What it stands for.</param>
/// <param name="Swatch">How it looks: 28 pixels wide, its middle 4 above the line.</param>
public sealed record PictureKey(string Name, RenderFragment Swatch)
{
    /// <summary>A line of a class.</summary>
    public static PictureKey Line(string type, string name) => new(name, builder => Path(builder, type, "M1 -4h26"));

    /// <summary>A surface of a class.</summary>
    public static PictureKey Box(string type, string name) => new(name, builder => Box(builder, "class", type));

    /// <summary>The time without evidence.</summary>
    public static PictureKey After(string name) => new(name, builder => Box(builder, "fill", "url(#image-hatch)"));

    /// <summary>A shape of a class, by the path of its outline.</summary>
    public static PictureKey Shape(string type, string path, string name) => new(name, builder => Path(builder, type, path));

    /// <summary>What is claimed, joined to what was computed.</summary>
    public static PictureKey Claim(string name) => new(name, builder =>
    {
        Path(builder, "chart-gap", "M6 -4H20");
        Path(builder, "chart-own", "M2.5 -4a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z");
        Path(builder, "chart-claim", "M20 -10l6 6-6 6-6-6z");
    });

    /// <summary>A level.</summary>
    public static PictureKey Mark(Level level, bool oneSided, string name) => new(name, builder =>
    {
        builder.OpenComponent<PictureMark>(0);
        builder.AddComponentParameter(1, nameof(PictureMark.Level), level);
        builder.AddComponentParameter(2, nameof(PictureMark.OneSided), oneSided);
        builder.AddComponentParameter(3, nameof(PictureMark.X), 18d);
        builder.AddComponentParameter(4, nameof(PictureMark.Y), -5d);
        builder.CloseComponent();
    });

    private static void Path(RenderTreeBuilder builder, string type, string path)
    {
        builder.OpenElement(0, "path");
        builder.AddAttribute(1, "class", type);
        builder.AddAttribute(2, "d", path);
        builder.CloseElement();
    }

    private static void Box(RenderTreeBuilder builder, string name, string value)
    {
        builder.OpenElement(0, "rect");
        builder.AddAttribute(1, name, value);
        builder.AddAttribute(2, "y", "-10");
        builder.AddAttribute(3, "width", "28");
        builder.AddAttribute(4, "height", "12");
        builder.CloseElement();
    }
}
