using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Changes;

public sealed class ChangesPageTests(BothBoards host)
{
    [Theory]
    [InlineData("page=0", "“0” is not a page")]
    [InlineData("page=2147483647", "no page 2147483647")]
    [InlineData("page=99", "no page 99")]
    [InlineData("from=yesterday&to=2025-12-20", "not a date")]
    [InlineData("from=2025-12-20&to=2025-12-18", "is after the second")]
    [InlineData("from=2025-12-01&to=2025-12-18", "before this negotiation")]
    [InlineData("from=2025-12-15&to=2025-12-20&asOf=2025-12-18", "after the date of this board")]
    public async Task Get_ValueThatCannotBeUsed_RefusedWithTheReason(string query, string words)
    {
        var (status, page) = await host.PageAsync($"changes?{query}");

        Assert.Equal(400, status);
        Assert.Contains(words, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    // A link outlives what it narrows by: it opens with a sentence and everything, and nothing of the filter is left in the form.
    [Theory]
    [InlineData(
        "kind=rumour",
        "“kind” does not accept “rumour”. It accepts: status, position, claim, agenda, draft, offer, round, judgement. "
        + "All changes are shown.")]
    [InlineData("issue=none", "There is no issue “none” on this board now; it may have been renamed. All changes are shown.")]
    [InlineData("party=none", "There is no party “none” on this board now; it may have been renamed. All changes are shown.")]
    [InlineData("dyad=none", "There is no pair “none” on this board now; it may have been renamed. All changes are shown.")]
    [InlineData("by=nobody", "Nobody called “nobody” has recorded anything on this board. All changes are shown.")]
    public async Task Get_FilterByWhatTheBoardHasNot_IsPutAsideAndAllChangesAreShown(string query, string sentence)
    {
        var (status, page) = await host.PageAsync($"changes?{query}");
        var all = (await host.PageAsync("changes")).Page;

        Assert.Equal(200, status);
        Assert.Equal(sentence, Assert.Single(page.QuerySelectorAll(".banner")).TextContent.Trim());
        Assert.Equal(all.QuerySelectorAll(".day li").Length, page.QuerySelectorAll(".day li").Length);
        Assert.Equal(all.QuerySelector("form.filters")!.InnerHtml, page.QuerySelector("form.filters")!.InnerHtml);
    }

    [Fact]
    public async Task Get_OneFilterPutAside_TheOthersHold()
    {
        var (_, page) = await host.PageAsync("changes?kind=claim&party=none");

        // The seed has three claims.
        Assert.Equal(3, page.QuerySelectorAll(".day > ul > li").Length);
        Assert.EndsWith("The other filters still apply.", page.QuerySelector(".banner")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ComparisonWithAFilterPutAside_SaysThatAllBetweenTheDatesIsShown()
    {
        var (_, page) = await host.PageAsync("changes?kind=rumour&from=2025-12-15");

        Assert.EndsWith(
            "All changes between the two dates are shown.", page.QuerySelector(".banner")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Kind_ShowsThatKindAlone()
    {
        var (_, page) = await host.PageAsync("changes?kind=claim&issue=");

        // The seed has three claims.
        var shown = page.QuerySelectorAll(".day > ul > li");
        Assert.Equal(3, shown.Length);
        Assert.All(shown, li => Assert.StartsWith("claim-", li.Id, StringComparison.Ordinal));
    }

    // Boxes send each kind by itself, a link has commas between them.
    [Theory]
    [InlineData("kind=claim&kind=round")]
    [InlineData("kind=claim,round")]
    public async Task Get_SeveralKinds_ShowsThoseOfAny(string query)
    {
        var (_, page) = await host.PageAsync("changes?" + query);
        var rounds = (await host.PageAsync("changes?kind=round")).Page.QuerySelectorAll(".day > ul > li").Length;

        // The seed has three claims.
        var shown = page.QuerySelectorAll(".day > ul > li");
        Assert.Equal(3 + rounds, shown.Length);
        Assert.NotEqual(0, rounds);
        Assert.Equal(["claim", "round"], page.QuerySelectorAll("input[name=kind][checked]").Select(box => box.GetAttribute("value")).Order());
    }

    // Five entries of one day stand open, for they are the reason; those of a year and a half are folded, with their number. The form is folded, too.
    [Theory]
    [InlineData("from=2024-09-16&to=2024-09-17", true)]
    [InlineData("from=2024-09-16&to=2024-09-17&kind=status", true)]
    [InlineData("from=2024-03-11&to=2025-09-12", false)]
    [InlineData("from=2024-03-11&to=2025-09-12&page=2", true)]
    public async Task Get_Comparison_AnswerFirstAndLongListsFolded(string query, bool open)
    {
        var page = await host.DocumentAsync("/negotiations/example/changes?" + query);

        Assert.False(page.QuerySelector("details.compare-other")!.HasAttribute("open"));
        Assert.Equal(open, page.QuerySelector("section[aria-labelledby=feed] > details")!.HasAttribute("open"));
        Assert.All(page.QuerySelectorAll("section[aria-labelledby=moved] summary, section[aria-labelledby=new] summary"),
            summary => Assert.Matches(@"\(\d+\)$", summary.TextContent.Trim()));
    }

    [Fact]
    public async Task Get_Person_ShowsWhatThePersonRecordedAndKeepsTheDate()
    {
        var document = await host.DocumentAsync("/negotiations/example/changes?by=Second+editor&asOf=2025-06-01");

        var records = document.QuerySelectorAll(".change-record").Select(p => p.TextContent).ToList();
        Assert.NotEmpty(records);
        Assert.All(records, words => Assert.Contains("by Second editor", words, StringComparison.Ordinal));
        Assert.Equal("Second editor", document.QuerySelector("input[name=by][checked]")!.GetAttribute("value"));
        var next = document.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!;
        Assert.Contains("by=Second", next, StringComparison.Ordinal);
        Assert.Contains("asOf=2025-06-01", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TwoDates_ComparesSharesAndKeepsFiltersInTheForms()
    {
        var (status, page) = await host.PageAsync("changes?from=2025-12-15&to=2025-12-20&kind=status");

        Assert.Equal(200, status);
        // All of the seed happened on the first day, so nothing changed since.
        Assert.Equal(["0 points", "0 points", "0 points", "0 points"],
            page.QuerySelectorAll("td[data-label=Change]").Select(td => td.TextContent.Trim()));
        Assert.Contains("No change matches", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("status", page.QuerySelector("form[aria-labelledby=compare] input[type=hidden][name=kind]")!.GetAttribute("value"));
        Assert.Equal("2025-12-15", page.QuerySelector("input[type=date][name=from]")!.GetAttribute("value"));
    }
}
