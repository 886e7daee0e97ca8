using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Agreement;

/// <summary>What the summary lists below its figures, on both boards; what is expected was read in the negotiation files.</summary>
public class SummaryPartsTests(BothBoards host)
{
    // 12 of 24 are agreed, so twelve remain; five are shown, the core issues first. Of the status and of prosecutions Veltrania's red lines say
    // the most.
    [Fact]
    public async Task Remains_September_FiveWithOneReasonEachAndTheRestBehindALink()
    {
        var section = (await ExampleAsync("2025-09-12")).GetElementById("what-remains")!.Closest("section")!;
        var rows = section.QuerySelectorAll(".remains tbody tr").Select(Flat).ToList();

        Assert.Equal(5, rows.Count);
        Assert.Equal("All 12", Flat(section.QuerySelector(".section-more")!));
        Assert.StartsWith(
            "Status of the valley core Red line, Veltrania: No status limited in time.", rows[0], StringComparison.Ordinal);
        Assert.Contains(
            "Prosecution of grave crimes Red line, Veltrania: No officer goes before a foreign court.", rows[4], StringComparison.Ordinal);
        Assert.All(section.QuerySelectorAll(".remains-reason"), reason => Assert.NotEmpty(Flat(reason)));
        // The required pairs alone have columns: seven pairs would leave no room.
        Assert.Equal(
            ["Veltrania–Élorie", "Veltrania–Nahrazan", "Élorie–Nahrazan"],
            section.QuerySelectorAll("thead .remains-pair").Select(Flat).OrderBy(name => name[0] == 'É').ThenBy(name => name[^1] == 'n'));
    }

    // What is known of an issue without a red line is what was last heard between a pair that blocks it.
    [Fact]
    public async Task Remains_NoRedLine_TheNewestStepOfAPairThatBlocks()
    {
        var (_, page) = await host.PageAsync("");
        var rows = page.QuerySelectorAll(".remains tbody tr").Select(Flat).ToList();

        Assert.Equal(10, rows.Count);
        Assert.Contains(rows, row => row.Contains(
            "Ukraine–Russia: Named with territory as one of the two matters that the parties themselves must still settle.",
            StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("Nothing is on record for Ukraine–Russia.", StringComparison.Ordinal));
    }

    // 18 August 2025: the ceasefire is signed between all three, which was agreed as a text before.
    [Fact]
    public async Task Changes_SameStepOfThreePairs_OneLineWithFromAndTo()
    {
        Assert.Contains(
            "Permanent ceasefire all 3 required pairs Text agreed →to Concluded", await ChangesAsync("2025-08-18"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_ClaimRoundAndPosition_SayWhatTheyBrought()
    {
        var changes = await ChangesAsync("2025-09-12");

        Assert.Contains("Claim by Hjalde Møllwynd 13 of 24 (54.2%)", changes, StringComparison.Ordinal);
        Assert.Contains("Charter of the valley: position of Élorie Objects →to Undecided", changes, StringComparison.Ordinal);
        Assert.Contains("Closing conference announced for 20–24 October 2025, date tentative", changes, StringComparison.Ordinal);
        Assert.Contains("Disputed →to Narrowing", changes, StringComparison.Ordinal);
    }

    // Veltrania: the charter's fourth version of 5 September and two red lines; Nahrazan: that version and the paper on the status; Élorie: the seat
    // in the control room. The Compact's own offer stands; it is the fourth, and named.
    [Fact]
    public async Task Waiting_September_ThreePartiesWithWhatWaitsForEach()
    {
        var waiting = (await ExampleAsync("2025-09-12")).QuerySelector(".waiting")!;
        var cells = waiting.QuerySelectorAll(".waits > li").Select(Flat).ToList();

        Assert.Equal(["Veltrania", "Nahrazan", "Élorie"], cells.Select(c => c.Split(' ')[0]));
        Assert.Contains("to see Charter of the valley, version 4, 7 days ago", cells[0], StringComparison.Ordinal);
        Assert.Contains("red line on Status of the valley Prosecution of grave crimes", cells[0], StringComparison.Ordinal);
        Assert.Contains("Mediator’s paper on a shared status", cells[1], StringComparison.Ordinal);
        Assert.Contains("to answer A seat in the control room, offered by Nahrazan", cells[2], StringComparison.Ordinal);
        Assert.Contains(
            "To be confirmed; one-sided so far: Security guarantees Operation of the upper dams",
            Flat(waiting), StringComparison.Ordinal);
    }

    // All claims with a figure beside the record of their own day: the newest three, and the way to all nine (EXAMPLE.md).
    [Fact]
    public async Task Gaps_September_ThreeNewestAndTheWayToAll()
    {
        var section = (await ExampleAsync("2025-09-12")).GetElementById("gaps")!.Closest("section")!;
        var rows = section.QuerySelectorAll(".gaps > li").Select(Flat).ToList();

        Assert.Equal(3, rows.Count);
        Assert.Equal("Hjalde Møllwynd whole board, agreed, 12 Sep 2025 13 of 24 (54.2%) and 50%: +4.2 points", rows[0]);
        Assert.Equal("All 9 claims", Flat(section.QuerySelector(".section-more")!));
    }

    // One report is one point: the picture is folded away, with what it would show said in a sentence.
    [Fact]
    public async Task OverTime_OneDayOfEvidence_IsFoldedAwayAndSaysWhy()
    {
        var (_, page) = await host.PageAsync("");
        var section = page.GetElementById("over-time")!.Closest("section")!;

        Assert.Contains("One day of evidence is a point, not a trend", Flat(section), StringComparison.Ordinal);
        Assert.False(section.QuerySelector("details.chart-day")!.HasAttribute("open"));
        Assert.NotNull(section.QuerySelector("details.chart-day .share-chart"));
        Assert.Null((await ExampleAsync("2025-09-12")).QuerySelector("details.chart-day"));
    }

    // Who keeps the board finds it on the Edit page; a reader gets one sentence.
    [Fact]
    public async Task Summary_StaleBoard_OneSentenceAndNoListForEditors()
    {
        var page = await ExampleAsync("2026-11-20");

        Assert.Contains("24 of 24 issues without evidence for 90 days.", Flat(page.QuerySelector(".board-strip")!), StringComparison.Ordinal);
        Assert.Null(page.GetElementById("attention"));
        Assert.DoesNotContain("Stale issues", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-05-01", "1 of 22 issues agreed in principle or better (4.5%), up to")]
    [InlineData("2025-06-01", "11 of 24 issues agreed in principle or better (45.8%), up to 50%”")]
    [InlineData("2025-01-31", "7 of 24 issues agreed in principle or better (29.2%)”")]
    [InlineData("2024-03-05", "summary, nothing to count”")]
    public async Task Cite_AnyDate_HoldsTheFigure(string asOf, string words)
    {
        Assert.Contains(words, (await ExampleAsync(asOf)).GetElementById("cite-full")!.TextContent, StringComparison.Ordinal);
    }

    // What a browser last saw is a matter of the present: a past board has not changed since.
    [Fact]
    public async Task LastVisit_PastBoard_NotAsked()
    {
        Assert.Null((await ExampleAsync("2025-09-12")).QuerySelector("[data-visit]"));
        Assert.Equal("2", (await host.DocumentAsync("/negotiations/example")).QuerySelector("[data-visit]")!.GetAttribute("data-change"));
    }

    // Four claims, five steps and a change of the agenda: on every screen each has words of its own, or its figure, or a letter that is
    // explained below.
    [Theory]
    [InlineData("chart-broad")]
    [InlineData("chart-wide")]
    [InlineData("chart-narrow")]
    public async Task SharesOverTime_EachScreen_NoMarkIsWithoutALabel(string form)
    {
        var chart = (await ExampleAsync("2025-09-12")).QuerySelector(".share-chart")!;

        Assert.NotEmpty(chart.QuerySelectorAll($"svg .{form} .chart-claim-text"));
        Assert.Empty(chart.QuerySelectorAll($"svg .{form} .chart-more"));
        var letters = chart.QuerySelectorAll($"svg .{form} .chart-lead").Select(lead => lead.TextContent).Where(text => text.Length == 1);
        Assert.Equal(letters.Order(), chart.QuerySelectorAll($"figcaption .{form} .chart-letters b").Select(b => b.TextContent));
    }

    // The narrow picture of the briefing.
    [Theory]
    [InlineData("russia-ukraine-2025")]
    [InlineData("example")]
    public async Task SharesOverTime_AmongText_NoMarkIsWithoutALabel(string slug)
    {
        var picture = await host.Client.GetStringAsync(
            new Uri($"/negotiations/{slug}/shares.svg?asOf=2025-12-20&form=narrow", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("class=\"chart-lead\"", picture, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"chart-more\"", picture, StringComparison.Ordinal);
    }

    // What is hatched beyond a share has the same words in the chart of the summary, in its pictures, and in those of the start page.
    [Theory]
    [InlineData("/negotiations/example/how-firm.svg")]
    [InlineData("/negotiations/example/shares.svg")]
    [InlineData("/portfolio.svg")]
    [InlineData("/")]
    public async Task Unknowns_EachPicture_HaveTheWordsOfTheSummary(string address)
    {
        var words = Flat((await ExampleAsync("2025-09-12")).QuerySelector("figcaption li:has(.chart-band)")!);

        Assert.Equal("if unknowns were agreed", words);
        Assert.Contains(
            words, await host.Client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    private async Task<string> ChangesAsync(string asOf) => Flat((await ExampleAsync(asOf)).QuerySelector(".latest")!);

    private Task<IHtmlDocument> ExampleAsync(string asOf) => host.DocumentAsync($"/negotiations/example?asOf={asOf}");

    private static string Flat(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
