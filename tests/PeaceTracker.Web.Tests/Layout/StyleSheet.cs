using System.Text.RegularExpressions;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Layout;

/// <summary>The colours of the style sheets, theme by theme, and what the rules of single classes make of them.</summary>
internal static partial class StyleSheet
{
    private static readonly string Site = Read("site.css");

    /// <summary>The themes: the sheet, and the block in it that has the colours.</summary>
    public static IReadOnlyDictionary<string, (string Sheet, string Selector)> Themes { get; } = new Dictionary<string, (string, string)>
    {
        ["light"] = (Site, ":root {"),
        ["dark by choice"] = (Site, ":root[data-theme=\"dark\"] {"),
        ["dark by system"] = (Site, ":root:not([data-theme=\"light\"]) {"),
        ["paper"] = (Read("print.css"), ":root, :root[data-theme=\"dark\"], :root:not([data-theme=\"light\"]) {"),
    };

    /// <summary>The colours of a theme by name, such as <c>ink</c>, as #rrggbb.</summary>
    public static Dictionary<string, string> Colours(string theme)
    {
        var (sheet, selector) = Themes[theme];
        var start = sheet.IndexOf(selector, StringComparison.Ordinal);
        Assert.True(start >= 0, $"The stylesheet has no block {selector}");
        var block = sheet[start..sheet.IndexOf('}', start)];
        return Colour().Matches(block).ToDictionary(m => m.Groups[1].Value, m => Long(m.Groups[2].Value));
    }

    /// <summary>The colour that a variable has on an element of one class, such as the ground <c>lv</c> of <c>lv-text</c>.</summary>
    public static string ColourOn(string className, string variable, Dictionary<string, string> theme)
    {
        var own = Rule().Matches(Comment().Replace(Site, ""))
            .Where(rule => rule.Groups[1].Value.Split(',').Any(selector => selector.Trim() == "." + className))
            .SelectMany(rule => Declaration().Matches(rule.Groups[2].Value))
            .ToDictionary(d => d.Groups[1].Value, d => d.Groups[2].Value);
        var name = variable;
        while (own.TryGetValue(name, out var other))
        {
            name = other;
        }

        return theme[name];
    }

    // #fff is #ffffff.
    private static string Long(string colour) => colour.Length == 7 ? colour : "#" + string.Concat(colour.Skip(1).Select(c => $"{c}{c}"));

    private static string Read(string file) => File.ReadAllText(Repository.PathOf("src", "PeaceTracker.Web", "wwwroot", "css", file));

    [GeneratedRegex("--([a-z-]+): (#(?:[0-9a-f]{6}|[0-9a-f]{3}))(?![0-9a-f])")]
    private static partial Regex Colour();

    [GeneratedRegex(@"([^{};]+)\{([^{}]*)\}")]
    private static partial Regex Rule();

    [GeneratedRegex(@"--([a-z-]+): var\(--([a-z-]+)\)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
