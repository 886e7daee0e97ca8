using System.Globalization;

namespace PeaceTracker.Web.Tests.Layout;

/// <summary>
/// Every colour that words are set in holds 4.5:1 (WCAG 2.2, 1.4.3) on every ground that they stand on, in both themes and on paper. What
/// stands on the squares of levels has tests of its own.
/// </summary>
public class ContrastTests
{
    private static readonly string[] Grounds = ["paper", "surface", "accent-soft", "warn-soft"];

    private static readonly string[] Inks = ["ink", "muted", "accent", "warn", "claim"];

    public static TheoryData<string> Themes => [.. StyleSheet.Themes.Keys];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Inks_OnEveryGround_HoldTheContrast(string theme)
    {
        var colours = StyleSheet.Colours(theme);

        var faults =
            from ink in Inks
            from ground in Grounds
            let ratio = ColourVision.Contrast(colours[ink], colours[ground])
            where ratio < 4.5
            select string.Create(CultureInfo.InvariantCulture, $"{theme}: {ink} on {ground} has {ratio:0.00}");

        Assert.Empty(faults);
    }
}
