using System.Text.RegularExpressions;
using AngleSharp.Dom;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Pairs;

/// <summary>What moved between the two on the page of a pair: its rounds, its latest changes, and the key of its chart.</summary>
public partial class PairRoundsTests(BothBoards host)
{
    private const string Example = "/negotiations/example/";
    private const string September = "?asOf=2025-09-12";

    // From the file: on 10 July languages, water and separation reached the text and implementation agreement in principle (that elections are no
    // longer deferred is no rise); on 3 April seven issues rose; of the fifth round nothing is reported; on 14 November monitoring, water and power
    // sharing. 11 July, 12 July and 24 May: two and three; the first round found the levels. The conference, announced on the day, is to come.
    [Fact]
    public async Task Pair_Rounds_WhatMovedInEachAndTheirDaysCompared()
    {
        var page = await host.DocumentAsync(Example + "pairs/elorie-nahrazan" + September);

        var rows = page.QuerySelectorAll("section[aria-labelledby=rounds] tbody tr").ToList();
        Assert.Equal(
            [
                "Closing conference – – –", "Seventh round 4 0 12 of 22", "Sixth round 7 0 11 of 22",
                "Fifth round: the agenda conference 0 0 7 of 20",
                "Fourth round 3 0 7 of 20", "Third round 2 0 5 of 20", "Second round 3 0 3 of 20", "First round 0 0 0 of 20",
            ],
            rows.Select(row => string.Join(' ', new[] { Flat(row.QuerySelector("th a")!) }.Concat(
                row.QuerySelectorAll("td").Select(cell => Flat(cell).Split(':')[0])))));
        Assert.Equal(5, page.QuerySelectorAll("section[aria-labelledby=rounds] details tbody tr").Length);

        // 7 to 11 July: the day before compared with the last, between the two; and there four issues rose.
        var compared = rows[1].QuerySelector("td a")!.GetAttribute("href")!;
        Assert.Equal(Example + "changes?from=2025-07-06&to=2025-07-11&dyad=elorie-nahrazan&asOf=2025-09-12#comparison", compared);
        var comparison = await host.DocumentAsync(compared);
        Assert.Contains("Rose (4)", comparison.QuerySelectorAll("h3").Select(Flat));
    }

    // The talks in Berlin began on the day on which the board begins: there is no day before to compare with, so the count leads nowhere.
    [Fact]
    public async Task Pair_RoundOfTheBoardsFirstDay_HasItsCountWithoutALink()
    {
        var page = await host.DocumentAsync("/negotiations/russia-ukraine-2025/pairs/us-ukraine");

        var row = page.QuerySelectorAll("section[aria-labelledby=rounds] tbody tr").Single(row => Flat(row.QuerySelector("th a")!) == "Berlin talks");
        Assert.Matches("^[0-9]+ of [0-9]+$", Flat(row.QuerySelectorAll("td")[2]));
        Assert.Null(row.QuerySelector("td a"));
    }

    // From the file, newest first: on 9 September the charter by both sides' words and by one's; on 27 August two issues by one side's word, and on
    // the 18th two that were signed, each two in a line; then what came of the seventh round, entered last.
    [Fact]
    public async Task Pair_LatestChanges_FiveLinesOfTheTwoAndTheWayToAll()
    {
        var page = await host.DocumentAsync(Example + "pairs/elorie-nahrazan" + September);

        var section = page.QuerySelector("section[aria-labelledby=latest]")!;
        var lines = section.QuerySelectorAll(".latest > li").Select(Flat).ToList();
        Assert.Equal(5, lines.Count);
        Assert.Equal(["9 Sep", "9 Sep", "27 Aug", "18 Aug", "10 Jul"], lines.Select(line => string.Join(' ', line.Split(' ').Take(2))));
        Assert.Contains("Disputed →to Narrowing", lines[0], StringComparison.Ordinal);
        Assert.Contains("Agreed in principle, one-sided", lines[1], StringComparison.Ordinal);
        Assert.Contains("Text agreed →to Concluded", lines[3], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.DoesNotContain("Nahrazan", line, StringComparison.Ordinal));
        var all = await host.DocumentAsync(section.QuerySelector("a.section-more")!.GetAttribute("href")!);
        var entries = all.QuerySelectorAll("li[id^=event-]").ToList();
        Assert.True(entries.Count > 5);
        Assert.All(entries, entry => Assert.Contains("Élorie–Nahrazan", Flat(entry), StringComparison.Ordinal));
    }

    // What the signs mean stands in a line; the times and the figures are folded beside it. On 12 September the last evidence is of the 9th; of
    // missing people it was agreed in the week of 22 April 2024.
    [Fact]
    public async Task Pair_ChartKey_NamesTheSignsThatAreInIt()
    {
        var page = await host.DocumentAsync(Example + "pairs/elorie-nahrazan" + September);

        Assert.Equal(
            [
                "this pair is the weakest", "level with another", "no evidence on its issues after 9 September 2025",
                "the day is known only to the week or month",
            ],
            page.QuerySelectorAll("section[aria-labelledby=over-time] .legend li").Select(Flat));
        Assert.Equal(
            ["Figures of this chart", "When it was the weakest"],
            page.QuerySelectorAll("section[aria-labelledby=over-time] .chart-folds > details > summary").Select(Flat));
    }

    private static string Flat(IElement element) => Spaces().Replace(element.TextContent, " ").Trim();

    [GeneratedRegex(@"[\s\u00a0]+")]
    private static partial Regex Spaces();
}
