using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Positions;

public class MatrixPageTests(BothBoards host)
{
    [Fact]
    public async Task Get_Filtered_ShowsTheMatchesAndEachFilterAsALinkThatTakesItAway()
    {
        // Of the seed's ten issues, two are disputed between Ukraine and Russia: territory and sovereignty.
        var (status, page) = await host.PageAsync("matrix?dyad=ukraine-russia&level=disputed&asOf=2025-12-20");

        Assert.Equal(200, status);
        Assert.Contains("2 of 10 issues", page.GetElementById("issue-count")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("table.matrix tbody th.grid-issue").Length);
        var chips = page.QuerySelectorAll("a.chip").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(2, chips.Count);
        Assert.All(chips, href => Assert.Contains("asOf=2025-12-20", href, StringComparison.Ordinal));
        Assert.DoesNotContain("dyad=ukraine-russia", chips[0], StringComparison.Ordinal);
        Assert.DoesNotContain("level=disputed", chips[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OrderedByAColumn_HeadingSaysSoAndTurnsItRound()
    {
        var (_, page) = await host.PageAsync("matrix?sort=dyad:ukraine-russia");

        var heading = Assert.Single(page.QuerySelectorAll("th[aria-sort]"));
        Assert.Equal("ascending", heading.GetAttribute("aria-sort"));
        var (_, turned) = await host.PageAsync("matrix" + heading.QuerySelector("a.sort")!.GetAttribute("href")!.Split("matrix")[1]);
        Assert.Equal("descending", Assert.Single(turned.QuerySelectorAll("th[aria-sort]")).GetAttribute("aria-sort"));
    }

    // What a mark shows, its words say: who looks without a pointer, and who listens, gets the same.
    [Fact]
    public async Task Get_Example_EachCellHasItsWords()
    {
        var page = await host.DocumentAsync(Example);

        // Security guarantees: Élorie–Nahrazan agreed in principle by one side's word alone, so the pair blocks the issue.
        var guarantees = Row(page, "Security guarantees");
        var cell = guarantees.QuerySelector("a[href*='#pair-elorie-nahrazan']")!;
        Assert.Contains("one-sided", cell.ClassList);
        Assert.Contains("blocks", cell.ClassList);
        var words = cell.QuerySelector(".words")!.TextContent;
        Assert.Contains("Élorie–Nahrazan Agreed in principle", words, StringComparison.Ordinal);
        Assert.Contains("One side’s word. Blocks the issue.", words, StringComparison.Ordinal);

        // Status of the valley: Veltrania rejects, and that is its red line.
        var veltrania = Row(page, "Status of the valley").QuerySelectorAll("a.sign")[0];
        Assert.Contains("red-line", veltrania.ClassList);
        Assert.Contains("Rejects. Red line.", veltrania.QuerySelector(".words")!.TextContent, StringComparison.Ordinal);

        // Withdrawal of forces: Élorie objected before the text was agreed with all.
        var elorie = Row(page, "Withdrawal of forces").QuerySelectorAll("a.sign")[1];
        Assert.Contains("before", elorie.ClassList);
        Assert.Contains("Before the agreement of 10 July 2025.", elorie.QuerySelector(".words")!.TextContent, StringComparison.Ordinal);

        // Of cells and heads, none is without words.
        Assert.All(page.QuerySelectorAll("table.matrix tbody td a"), a => Assert.NotEmpty(a.QuerySelector(".words > span")!.TextContent.Trim()));
    }

    // In the order of the agenda the issues stand by category, with the agreed ones counted (4 + 2 + 2 + 2 + 2 = 12); by any other, in one list.
    [Theory]
    [InlineData(
        "", "Security 4 of 6 Government of the valley 2 of 6 Land and water 2 of 4 Justice and people 2 of 5 Economy 2 of 3")]
    [InlineData("&sort=level", "")]
    public async Task Get_Example_GroupsByCategoryInTheOrderOfTheAgenda(string query, string groups)
    {
        var page = await host.DocumentAsync(Example + query);

        var found = page.QuerySelectorAll("tr.grid-category")
            .SelectMany(row => row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(groups, string.Join(' ', found));
        Assert.Equal(24, page.QuerySelectorAll("table.matrix tbody th.grid-issue").Length);
    }

    [Fact]
    public async Task Get_NothingMatches_SaysSo()
    {
        var (status, page) = await host.PageAsync("matrix?q=no+such+words");

        Assert.Equal(200, status);
        Assert.Empty(page.QuerySelectorAll("table.matrix"));
        Assert.Contains("No issue matches", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_BadPage_Refused() => Assert.Equal(400, (await host.PageAsync("matrix?page=2")).Status);

    [Fact]
    public async Task Get_Seed_SaysWhatTheOnlyRequiredPairBlocks()
    {
        var (_, page) = await host.PageAsync("matrix?asOf=2025-12-20");

        // Ukraine–Russia is the only required pair. Seven issues concern it, none of them agreed, and no other pair is asked on them.
        var first = page.QuerySelector("ul.pair-blocks > li")!.TextContent;
        Assert.Contains("Ukraine–Russia 0 of 7", first, StringComparison.Ordinal);
        Assert.Contains("the only required pair", first, StringComparison.Ordinal);
        Assert.Contains("It blocks 7 issues alone", first, StringComparison.Ordinal);
        Assert.DoesNotContain("With other pairs", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AnyFilter_KeepsTheDateInTheForm()
    {
        var (_, page) = await host.PageAsync("matrix?stale=yes&asOf=2025-12-20");

        var form = page.QuerySelector("form.issue-filters")!;
        Assert.Equal("2025-12-20", form.QuerySelector("input[name=asOf]")!.GetAttribute("value"));
        Assert.True(form.QuerySelector("input[name=stale]")!.HasAttribute("checked"));
    }

    private const string Example = "/negotiations/example/matrix?asOf=2025-09-12";

    private static AngleSharp.Dom.IElement Row(AngleSharp.Dom.IParentNode page, string issue) =>
        page.QuerySelectorAll("table.matrix tbody tr").Single(row => row.QuerySelector("th a")?.TextContent == issue);
}
