using System.Globalization;
using System.Xml.Linq;
using SkiaSharp;

namespace PeaceTracker.Web.Shared.Pictures;

/// <summary>Values of a drawing as they are written in it: colours, sizes, lengths.</summary>
internal static class PictureValues
{
    /// <summary>A colour with how far it covers; null where there is none.</summary>
    public static SKColor? Colour(Dictionary<string, string> style, string name, string opacity)
    {
        var value = style.GetValueOrDefault(name) is "currentColor" ? style["color"] : style.GetValueOrDefault(name);
        var share = Number(style.GetValueOrDefault(opacity) ?? "1") * Number(style.GetValueOrDefault("opacity") ?? "1");
        return value is not null && SKColor.TryParse(value, out var colour) ? colour.WithAlpha((byte)(255 * share)) : null;
    }

    /// <summary>A size in pixels.</summary>
    public static float Size(Dictionary<string, string> style, string name, float usual = 0) =>
        style.GetValueOrDefault(name) is { } value ? (float)Number(value.Replace("px", "", StringComparison.Ordinal)) : usual;

    /// <summary>A length of an element, in pixels or in percent of what it is in.</summary>
    public static double Length(XElement element, string name, double of) => (string?)element.Attribute(name) is not { } value ? 0
        : value.EndsWith('%') ? Number(value[..^1]) / 100 * of : Number(value);

    /// <summary>A number.</summary>
    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
