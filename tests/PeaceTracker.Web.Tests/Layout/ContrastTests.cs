using System.Globalization;
using System.Text.RegularExpressions;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Layout;

/// <summary>Every colour that words are set in holds 4.5:1 (WCAG 2.2, 1.4.3) on every ground that they stand on, in both themes.</summary>
public partial class ContrastTests
{
    private static readonly string Sheet = File.ReadAllText(Repository.PathOf("src", "PeaceTracker.Web", "wwwroot", "css", "site.css"));

    private static readonly string[] Grounds = ["paper", "surface", "accent-soft", "warn-soft"];

    private static readonly string[] Inks =
    [
        "ink", "muted", "accent", "warn", "claim",
        "lv-disputed", "lv-narrowing", "lv-principle", "lv-text", "lv-concluded", "lv-none", "lv-unknown", "lv-deferred", "lv-na",
    ];

    public static TheoryData<string, string> Themes => new()
    {
        { "light", ":root {" },
        { "dark by choice", ":root[data-theme=\"dark\"] {" },
        { "dark by system", ":root:not([data-theme=\"light\"]) {" },
    };

    [Theory]
    [MemberData(nameof(Themes))]
    public void Inks_OnEveryGround_HoldTheContrast(string theme, string selector)
    {
        var colours = Colours(selector);

        var faults =
            from ink in Inks
            from ground in Grounds
            let ratio = Contrast(colours[ink], colours[ground])
            where ratio < 4.5
            select string.Create(CultureInfo.InvariantCulture, $"{theme}: {ink} on {ground} has {ratio:0.00}");

        Assert.Empty(faults);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Counts_InBars_HoldTheContrast(string theme, string selector)
    {
        var colours = Colours(selector);

        Assert.All(
            ["lv-disputed", "lv-narrowing", "lv-principle", "lv-text", "lv-concluded"],
            level => Assert.True(Contrast(colours["on-level"], colours[level]) >= 4.5, $"{theme}: count on {level}"));
    }

    [Fact]
    public void Contrast_BlackOnWhite_21() => Assert.Equal(21, Contrast("#000000", "#ffffff"), 5);

    private static Dictionary<string, string> Colours(string selector)
    {
        var start = Sheet.IndexOf(selector, StringComparison.Ordinal);
        Assert.True(start >= 0, $"The stylesheet has no block {selector}");
        var block = Sheet[start..Sheet.IndexOf('}', start)];
        return Colour().Matches(block).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
    }

    // WCAG 2.2: relative luminance of sRGB, and (lighter + 0.05) / (darker + 0.05).
    private static double Contrast(string a, string b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return 0.2126 * Channel(1) + 0.7152 * Channel(3) + 0.0722 * Channel(5);
    }

    [GeneratedRegex("--([a-z-]+): (#[0-9a-f]{6})")]
    private static partial Regex Colour();
}
