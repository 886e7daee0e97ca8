using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PeaceTracker.Web.Shared.Pictures;

/// <summary>The style sheet inside one of our pictures: rules by element, class, and class within class, the later of two equals first.</summary>
internal sealed partial class PictureRules
{
    // What an element does not hand on to those in it.
    private static readonly string[] NotInherited = ["opacity", "display", "vector-effect"];

    private static readonly string[] AsAttributes =
    [
        "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "stroke-opacity", "fill-opacity", "opacity",
        "text-anchor", "color", "vector-effect", "font-size", "font-weight",
    ];

    private readonly List<(string[][] Path, int Weight, Dictionary<string, string> Says)> _rules = [];

    /// <summary>Reads the rules of a sheet.</summary>
    public PictureRules(string sheet)
    {
        foreach (Match rule in Rule().Matches(sheet))
        {
            var says = Says(rule.Groups[2].Value);
            foreach (var selector in rule.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries))
            {
                string[][] path = [.. selector.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('.'))];
                _rules.Add((path, path.Sum(part => part.Length - 1), says));
            }
        }

        _rules = [.. _rules.OrderBy(rule => rule.Weight)];
    }

    /// <summary>What holds of an element, given what holds of the one that it is in.</summary>
    public Dictionary<string, string> Of(XElement element, Dictionary<string, string> around)
    {
        var says = around.Where(pair => !NotInherited.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal);
        foreach (var name in AsAttributes)
        {
            if ((string?)element.Attribute(name) is { } value)
            {
                says[name] = value;
            }
        }

        foreach (var rule in _rules.Where(rule => Fits(rule.Path, element)))
        {
            foreach (var (name, value) in rule.Says)
            {
                says[name] = value;
            }
        }

        return says;
    }

    private static bool Fits(string[][] path, XElement element)
    {
        if (!Fits(path[^1], element))
        {
            return false;
        }

        var left = path.Length - 2;
        for (var outer = element.Parent; left >= 0 && outer is not null; outer = outer.Parent)
        {
            left -= Fits(path[left], outer) ? 1 : 0;
        }

        return left < 0;
    }

    // "text.a.b" is its element's name and its classes; the name may be missing.
    private static bool Fits(string[] part, XElement element)
    {
        var classes = ((string?)element.Attribute("class"))?.Split(' ') ?? [];
        return (part[0].Length == 0 || part[0] == element.Name.LocalName) && part.Skip(1).All(classes.Contains);
    }

    // The short form of a font is its size, its weight where it has one, and whether it has serifs.
    private static Dictionary<string, string> Says(string text)
    {
        var says = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = pair.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = (pair[..colon].Trim(), pair[(colon + 1)..].Trim());
            if (name == "font" && Font().Match(value) is { Success: true } font)
            {
                says["font-weight"] = font.Groups[1].Success ? font.Groups[1].Value : "400";
                says["font-size"] = font.Groups[2].Value;
                says["font-family"] = font.Groups[3].Value;
            }
            else
            {
                says[name] = value;
            }
        }

        return says;
    }

    [GeneratedRegex(@"([^{}]+)\{([^{}]*)\}")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^(?:(\d+) )?([\d.]+px) (.+)$")]
    private static partial Regex Font();
}
