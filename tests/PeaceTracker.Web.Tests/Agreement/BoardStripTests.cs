using AngleSharp.Dom;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Agreement;

/// <summary>The strip of the whole board on both summaries, its figures from seeds/EXAMPLE.md and the reasoning beside them.</summary>
public class BoardStripTests(BothBoards host)
{
    // The whole board's agreed share on each date, whatever the newest claim speaks of.
    [Theory]
    [InlineData("2024-05-01", "4.5% 1 of 22")]
    [InlineData("2025-06-01", "45.8% 11 of 24")]
    [InlineData("2025-09-12", "50% 12 of 24")]
    public async Task Headline_AnyDate_IsTheAgreedShareOfTheWholeBoard(string asOf, string figure)
    {
        Assert.Equal(figure, Flat((await ExampleAsync(asOf)).QuerySelector(".strip-figure")!));
    }

    // 12 September 2025: 12 of 24, the other 12 being 9 not met and 3 unknown, so up to 15 of 24; nothing was agreed or lost since the seventh round
    // ended on 11 July, nor in 30 days. The round itself brought two: 10 to 12 of 24, 2/24 = 8.3 points.
    [Fact]
    public async Task Change_AfterTheSeventhRound_ToldFromTheRoundAndFromThirtyDays()
    {
        var strip = (await ExampleAsync("2025-09-12")).QuerySelector(".board-strip")!;

        Assert.Contains("up to 62.5% with the 3 unknown", Flat(strip), StringComparison.Ordinal);
        var changes = Flat(strip.QuerySelector(".strip-changes")!);
        Assert.StartsWith("since Seventh round 0 points ended 11 July 2025:", changes, StringComparison.Ordinal);
        Assert.Contains("0 newly agreed in 30 days 0 points last moved +8.3 points", changes, StringComparison.Ordinal);
        Assert.EndsWith("10 of 24 → 12 of 24", changes, StringComparison.Ordinal);
        Assert.All(
            strip.QuerySelectorAll(".strip-changes dd > a"),
            link => Assert.Matches("/changes\\?from=.+&to=.+&asOf=2025-09-12$", link.GetAttribute("href")!));
    }

    // Since the fifth round only the agenda moved: 31.8% to 29.2%, and no issue on both lists.
    [Fact]
    public async Task Change_NewAgenda_SaysWhatTheAgendaDid()
    {
        var changes = Flat((await ExampleAsync("2025-01-31")).QuerySelector(".strip-changes")!);

        Assert.Contains("since Fifth round: the agenda conference −2.7 points", changes, StringComparison.Ordinal);
        Assert.Contains("from agenda changes −2.7 points", changes, StringComparison.Ordinal);
    }

    // Before the first round: no agenda, no evidence, no round.
    [Fact]
    public async Task Strip_NothingOnTheAgenda_SaysSoInWords()
    {
        var strip = Flat((await ExampleAsync("2024-03-05")).QuerySelector(".board-strip")!);

        Assert.Contains("No issues in scope", strip, StringComparison.Ordinal);
        Assert.Contains("No round of talks has been held by this date.", strip, StringComparison.Ordinal);
        Assert.Contains("Last evidence None", strip, StringComparison.Ordinal);
        Assert.DoesNotContain("%", strip.Replace("100", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Next_TentativeRound_SaysWhatIsTentativeAndForWhomTheTalksWait()
    {
        var next = Flat((await ExampleAsync("2025-09-12")).QuerySelector(".strip-next")!);

        Assert.StartsWith("Next 20–24 October 2025 Closing conference, in 38 days, date and place tentative", next, StringComparison.Ordinal);
        Assert.Contains("Waiting for", next, StringComparison.Ordinal);
    }

    // One article of 15 December 2025 is all there is: the age is the loudest word, there is no direction to tell, and no line to draw.
    [Fact]
    public async Task Strip_OneDayOfEvidence_SaysItsAgeAndDrawsNoLine()
    {
        var (_, page) = await host.PageAsync("?asOf=2026-11-20");
        var strip = page.QuerySelector(".board-strip")!;

        Assert.Contains(
            "340 days ago 15 December 2025 One day, 1 source. Read every figure as the state of that day, not of today.",
            Flat(strip), StringComparison.Ordinal);
        Assert.NotNull(strip.QuerySelector(".strip-old"));
        Assert.Null(strip.QuerySelector(".spark"));
        Assert.Equal(["2 disputed", "3 narrowing, 2 one-sided", "5 unknown"], strip.QuerySelectorAll(".strip-rows li").Select(Flat).Order());
        Assert.Contains(
            "No date announced Working groups in the United States, 20–21 December 2025: date passed, outcome not reported",
            Flat(strip), StringComparison.Ordinal);
    }

    // The claim speaks of one pair: 7 of the board's 10 issues. The card says so, for the strip above counts all ten.
    [Fact]
    public async Task Computed_ScopeOfAPair_SaysThatItIsAPartOfTheBoard()
    {
        var (_, page) = await host.PageAsync("");

        Assert.Contains("These are 7 of the 10 issues counted above.", Flat(page.QuerySelector(".figure-card:has(#computed-share)")!),
            StringComparison.Ordinal);
        Assert.DoesNotContain("counted above", Flat((await ExampleAsync("2025-09-12")).QuerySelector(".claim-row")!), StringComparison.Ordinal);
    }

    private Task<AngleSharp.Html.Dom.IHtmlDocument> ExampleAsync(string asOf) => host.DocumentAsync($"/negotiations/example?asOf={asOf}");

    private static string Flat(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
