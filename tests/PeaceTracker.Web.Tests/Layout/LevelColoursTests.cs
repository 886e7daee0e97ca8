using System.Globalization;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Tests.Layout;

/// <summary>
/// Levels can be told apart by everyone: computed from the style sheet, in both themes and on paper. Levels without issues are left out of a
/// bar, so any two may come to stand side by side; what holds of neighbours has to hold of every two.
/// </summary>
public class LevelColoursTests
{
    private static readonly IReadOnlyList<Level> Drawn = [.. LevelStyle.ChartOrder.Where(level => level != Level.NotApplicable)];

    public static TheoryData<string> Themes => [.. StyleSheet.Themes.Keys];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Grounds_AnyTwo_DifferInFourKindsOfVisionAndInGrey(string theme)
    {
        var colours = StyleSheet.Colours(theme);
        var faults =
            from one in Drawn
            from two in Drawn
            where one < two
            let a = Ground(one, colours)
            let b = Ground(two, colours)
            let least = ColourVision.Least(a, b)
            let grey = ColourVision.Contrast(a, b)
            where least.Difference < 12 || grey < 1.25
            select string.Create(
                CultureInfo.InvariantCulture, $"{theme}: {one} and {two}: ΔE {least.Difference:0.0} ({least.Kind}), grey {grey:0.00}");

        Assert.Empty(faults);
    }

    // The more is agreed, the further from the paper: lighter or darker by the theme, but always in one direction.
    [Theory]
    [MemberData(nameof(Themes))]
    public void Grounds_UpTheScale_StandOutMoreFromThePaper(string theme)
    {
        var colours = StyleSheet.Colours(theme);
        var steps = LevelScale.Ordered.Select(level => ColourVision.Contrast(Ground(level, colours), colours["paper"])).ToList();

        Assert.Equal(steps.Order(), steps);
    }

    // Counts stand on the grounds of bars, so shapes and numbers are held to what text needs.
    [Theory]
    [MemberData(nameof(Themes))]
    public void Shapes_OnTheirGrounds_HoldTheContrastOfText(string theme)
    {
        var colours = StyleSheet.Colours(theme);

        Assert.All(Drawn, level => Assert.True(
            ColourVision.Contrast(Of(level, "on", colours), Ground(level, colours)) >= 4.5, $"{theme}: {level}"));
        Assert.All(Hatched, level => Assert.True(
            ColourVision.Contrast(Of(level, "hatch-on", colours), Of(level, "hatch-ground", colours)) >= 4.5, $"{theme}: {level}, hatched"));
    }

    // WCAG 2.2, 1.4.11: what must be seen to understand a picture holds 3:1 against what is beside it.
    [Theory]
    [MemberData(nameof(Themes))]
    public void EdgesAndHatching_HoldTheContrastOfPictures(string theme)
    {
        var colours = StyleSheet.Colours(theme);

        Assert.All(Hatched, level => Assert.True(
            ColourVision.Contrast(Of(level, "hatch", colours), Of(level, "hatch-ground", colours)) >= 3, $"{theme}: {level}, hatching"));
        Assert.All(
            from level in Drawn from ground in new[] { "paper", "surface", "accent-soft" } select (level, ground),
            x => Assert.True(
                ColourVision.Contrast(Of(x.level, "edge", colours), colours[x.ground]) >= 3, $"{theme}: edge of {x.level} on {x.ground}"));
        Assert.All(
            from line in new[] { "line-moving", "line-agreed", "line-text" } from ground in new[] { "paper", "surface" } select (line, ground),
            x => Assert.True(ColourVision.Contrast(colours[x.line], colours[x.ground]) >= 3, $"{theme}: {x.line} on {x.ground}"));
    }

    // Where nothing is known, nobody gives his word for it.
    private static IEnumerable<Level> Hatched => Drawn.Where(level => level != Level.Unknown);

    private static string Ground(Level level, Dictionary<string, string> colours) => Of(level, "lv", colours);

    private static string Of(Level level, string variable, Dictionary<string, string> colours) =>
        StyleSheet.ColourOn(LevelStyle.Of(level), variable, colours);
}
