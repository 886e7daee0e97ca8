using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace PeaceTracker.Web.Tests.Figures;

/// <summary>Reads the figures off the summary as a reader sees them.</summary>
internal sealed partial class SummaryReading(IHtmlDocument document)
{
    /// <summary>The machine value of a key figure.</summary>
    public string? Value(string id) => document.QuerySelector($"data#{id}")?.GetAttribute("value");

    public string Text(string selector) => Flat(Assert.Single(document.QuerySelectorAll(selector)));

    /// <summary>What the unit chart's brackets and captions say: "12 counted as agreed", "2 Disputed".</summary>
    public IEnumerable<string> UnitCaptions => document.QuerySelectorAll(".unit-bracket, .unit-caption").Select(Flat);

    /// <summary>The levels in the strip of a board of one day: "3 narrowing, 2 one-sided".</summary>
    public IEnumerable<string> StripLevels => document.QuerySelectorAll(".strip-rows li").Select(Flat);

    /// <summary>The titles of what remains, in their order.</summary>
    public IEnumerable<string> Remaining => Rows("what-remains").Select(row => row.QuerySelector("a")!.TextContent.Trim());

    /// <summary>The row of a section's data table that begins with <paramref name="name"/>, its cells joined by " | ".</summary>
    public string Row(string heading, string name) =>
        string.Join(" | ", Assert.Single(Rows(heading), row => Flat(row.Children[0]) == name).Children.Select(Flat));

    /// <summary>The rows of a section's tables, their cells joined by " | ".</summary>
    public IEnumerable<string> AllRows(string heading) => Rows(heading).Select(row => string.Join(" | ", row.Children.Select(Flat)));

    /// <summary>The answer that stands beside a term of a section's list of facts.</summary>
    public string Fact(string term) =>
        Flat(document.QuerySelectorAll("dt").Single(dt => Flat(dt) == term).NextElementSibling!);

    private List<IElement> Rows(string heading)
    {
        var section = document.GetElementById(heading)!.Closest("section, aside")!;
        return [.. section.QuerySelectorAll("tbody tr")];
    }

    private static string Flat(IElement element) => Spaces().Replace(element.TextContent, " ").Trim();

    [GeneratedRegex(@"[\s\u00a0]+")]
    private static partial Regex Spaces();
}
