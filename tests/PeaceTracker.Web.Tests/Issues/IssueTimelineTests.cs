using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PeaceTracker.Web.Shared;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Issues;

/// <summary>
/// The drawing of an issue over time, on the example: on 11 June 2025 a new cabinet in Veltrania takes back its consent to power-sharing
/// (seeds/EXAMPLE.md); Nahrazan's position of March 2024 on refugees is corrected on 7 March 2025 to one of 22 May 2024; a Veltranian
/// position on the boundary of February 2025 is retracted on 11 March 2025.
/// </summary>
public class IssueTimelineTests(BothBoards host)
{
    [Fact]
    public async Task Timeline_Reversal_IsDrawnAndSaidAndStandsOverThePositionOfThatDay()
    {
        var page = await PageAsync("power-sharing?asOf=2025-09-30");

        Assert.Equal(
            "↓ Veltrania–Élorie: fell from Agreed in principle to Disputed, 11 June 2025 reopened",
            Flat(Assert.Single(page.QuerySelectorAll(".falls li"))));
        Assert.Single(page.QuerySelectorAll(".path-fall"));
        var step = Assert.Single(Marks(page), m => Name(m) == "Veltrania–Élorie, 11 June 2025: Disputed");
        var position = Assert.Single(Marks(page), m =>
            Name(m) == "Republic of Veltrania, 11 June 2025: Rejects, red line: No second chamber: the new cabinet was elected against it.");
        Assert.Contains("path-red-line", position.ClassList);
        Assert.Contains("span-rejects", position.ClassList);
        // What was said stands in the span where there is room for it; a month of two years is none, even at a desk.
        Assert.Equal("Rejects, red line: No second chamber: the new cabinet was elected against it.", Flat(position));
        Assert.Equal("span-more tight-narrow tight-middle tight-broad", position.QuerySelector(".span-more")!.ClassName);
        // One axis: the position begins under the step.
        var x = step.QuerySelector("svg")!.GetAttribute("x")!.TrimEnd('%');
        Assert.StartsWith($"--x:{x};", position.GetAttribute("style"), StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll(".level-path tbody tr"), row =>
            Flat(row).StartsWith("11 June 2025 Veltrania–Élorie", StringComparison.Ordinal)
                && Flat(row).Contains("fell from Agreed in principle", StringComparison.Ordinal));
    }

    // What Veltrania said of refugees, and what was noted between the two, is known to the week of 9 June 2025 alone.
    [Fact]
    public async Task Timeline_WeekOnly_IsDrawnAsASpanAndSaid()
    {
        var page = await PageAsync("refugees?asOf=2025-09-30");

        var span = Assert.Single(page.QuerySelectorAll(".path-span"));
        Assert.Contains("week of 9 June 2025", Name(span.ParentElement!), StringComparison.Ordinal);
        var position = Assert.Single(page.QuerySelectorAll(".path-open"));
        Assert.Contains("week of 9 June 2025", Name(position), StringComparison.Ordinal);
        Assert.Contains(
            "the day is not known, only the week or the month.", Flat(page.QuerySelector(".level-path")!), StringComparison.Ordinal);
        Assert.Empty((await PageAsync("power-sharing?asOf=2025-09-30")).QuerySelectorAll(".path-span, .path-open"));
    }

    [Theory]
    [InlineData("power-sharing?asOf=2025-09-30")]
    [InlineData("refugees?asOf=2025-09-30")]
    [InlineData("boundary?asOf=2025-02-20&knownAt=2025-02-20")]
    public async Task Timeline_EveryMark_LeadsToItsEntryOnThePage(string address)
    {
        var page = await PageAsync(address);

        Assert.NotEmpty(Marks(page));
        Assert.All(Marks(page), mark => Assert.NotNull(page.GetElementById(mark.GetAttribute("href")!.Split('#')[1])));
    }

    [Theory]
    [InlineData("refugees?asOf=2025-09-30", "Nahrazan", "22 May 2024: Accepts", "12 March 2024: Accepts with conditions")]
    [InlineData("refugees?asOf=2025-02-28&knownAt=2025-02-28", "Nahrazan", "12 March 2024: Accepts with conditions", "22 May 2024: Accepts")]
    public async Task Timeline_CorrectedPosition_IsDrawnAsItWasKnown(string address, string party, string drawn, string not)
    {
        var names = Marks(await PageAsync(address)).Select(Name)
            .Where(n => n.StartsWith(party, StringComparison.Ordinal) && !n.Contains('–', StringComparison.Ordinal)).ToList();

        Assert.Contains(names, n => n.Contains($"{drawn}: ", StringComparison.Ordinal));
        Assert.DoesNotContain(names, n => n.Contains($"{not}: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Timeline_RetractedPosition_CountsOnlyBeforeItsRetraction()
    {
        Assert.Contains(
            Marks(await PageAsync("boundary?asOf=2025-02-20&knownAt=2025-02-20")),
            m => Name(m).StartsWith("Republic of Veltrania, week of 10 February 2025: Accepts: ", StringComparison.Ordinal));
        Assert.DoesNotContain(Marks(await PageAsync("boundary?asOf=2025-02-20")), m => Name(m).Contains("February 2025", StringComparison.Ordinal));
    }

    // On the first day of the talks nothing is recorded: no empty drawing.
    [Fact]
    public async Task Timeline_NothingRecorded_IsLeftOut() =>
        Assert.Null((await PageAsync("minerals?asOf=2024-03-11")).QuerySelector(".level-path"));

    // The charter is judged over all three pairs, and of Veltrania–Nahrazan nothing is known: it has a ladder like the others. On 9 September
    // 2025 Nahrazan and the mediator disagree: both entries are drawn, one as contested.
    [Fact]
    public async Task Timeline_UnknownPairAndContestedEntry_AreDrawnToo()
    {
        var page = await PageAsync("charter?asOf=2025-09-30");

        var ladders = page.QuerySelectorAll(".ladder-plot");
        Assert.Equal(3, ladders.Length);
        Assert.Single(ladders, ladder => ladder.QuerySelectorAll("a").Length == 0 && ladder.QuerySelector(".path-unknown") is not null);
        Assert.Single(Marks(page), m => Name(m).StartsWith("Élorie–Nahrazan, 9 September 2025", StringComparison.Ordinal)
            && Name(m).EndsWith("(contested, not shown as the level)", StringComparison.Ordinal));
    }

    // The axis is that of the negotiation, from the day on which it began, so that two issues can be compared.
    [Fact]
    public async Task Timeline_TwoIssues_HaveOneAxis()
    {
        var first = await PageAsync("power-sharing?asOf=2025-09-30");
        var second = await PageAsync("minerals?asOf=2025-09-30");

        Assert.Equal(Ticks(first), Ticks(second));

        static IEnumerable<string> Ticks(IHtmlDocument page) =>
            page.QuerySelectorAll(".ladder-time text.chart-scale").Select(t => $"{t.TextContent} {t.GetAttribute("x")}");
    }

    private async Task<IHtmlDocument> PageAsync(string address)
    {
        var (answer, page) = await host.GetAsync("/negotiations/example/issues/" + address);
        Assert.Equal(200, (int)answer.StatusCode);
        return page;
    }

    private static IEnumerable<IElement> Marks(IHtmlDocument page) => page.QuerySelectorAll(".level-path a.path-step, .level-path a.path-position");

    private static string Name(IElement mark) => Isolation.Without(mark.GetAttribute("aria-label")!);

    private static string Flat(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
