using AngleSharp.Html.Parser;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Issues;

public class IssuePagesTests(BothBoards host)
{
    private const string Day = "asOf=2025-12-20";

    // The counts of the seed: ten issues, two disputed, seven between Ukraine and Russia.
    [Theory]
    [InlineData("", "10 of 10 issues", 10)]
    [InlineData("level=disputed&", "2 of 10 issues", 2)]
    [InlineData("dyad=ukraine-russia&", "7 of 10 issues", 7)]
    [InlineData("dyad=us-ukraine&level=narrowing&", "4 of 10 issues", 4)]
    [InlineData("q=SOVEREIGNTÝ&", "1 of 10 issues", 1)]
    [InlineData("q=&level=&category=&", "10 of 10 issues", 10)]
    public async Task Issues_Filters_CountAndRows(string query, string count, int rows)
    {
        var (status, text) = await host.TextAsync("issues?" + query + Day);
        var page = new HtmlParser().ParseDocument(text);

        Assert.Equal(200, status);
        Assert.Equal(count, page.QuerySelector("#issue-count")!.TextContent.Trim());
        Assert.Equal(rows, page.QuerySelectorAll(".issue-table tbody tr").Length);
    }

    [Fact]
    public async Task Issues_NothingMatches_WordsAndAWayOut()
    {
        var page = new HtmlParser().ParseDocument((await host.TextAsync("issues?q=xyzzy&" + Day)).Text);

        Assert.NotNull(page.QuerySelector($".empty a[href='/negotiations/russia-ukraine-2025/issues?{Day}']"));
    }

    [Theory]
    [InlineData("issues?level=agreed", 200, "It accepts: ")]
    [InlineData("issues?party=nobody", 200, "may have been renamed")]
    [InlineData("issues?page=0", 400, "numbered from 1")]
    [InlineData("issues/nothing", 404, "")]
    [InlineData("issues.csv?level=agreed", 400, "agreed-in-principle")]
    [InlineData("issues.csv?asOf=yesterday", 400, "yesterday")]
    [InlineData("issues.json?asOf=2020-01-01", 400, "before this negotiation")]
    public async Task Get_WrongAddress_SaysWhatCanBeAsked(string address, int expected, string said)
    {
        var (status, text) = await host.TextAsync(address);

        Assert.Equal(expected, status);
        Assert.Contains(said, text, StringComparison.Ordinal);
    }

    // An arrow is not read aloud, and turns with the direction of writing; a word stands for it.
    [Fact]
    public async Task Issue_History_ArrowsAreForTheEyeAlone()
    {
        var history = (await host.DocumentAsync("/negotiations/example/issues/ceasefire?asOf=2025-09-12")).QuerySelector("ol.history")!;

        var arrows = history.QuerySelectorAll(".arrow[aria-hidden=true]").ToList();
        Assert.NotEmpty(arrows);
        Assert.All(arrows, arrow => Assert.Equal("to", arrow.NextElementSibling!.TextContent));
        Assert.Equal(arrows.Count, history.TextContent.Count(c => c == '→'));
    }

    // Power sharing was agreed in principle between the two from 3 April 2025, until the new cabinet of Veltrania took it back.
    [Fact]
    public async Task Issue_LevelThatFell_SaysHowFarItHadCome()
    {
        var page = await host.DocumentAsync("/negotiations/example/issues/power-sharing?asOf=2025-09-12");

        Assert.Equal(
            "Agreed in principle Veltrania–Élorie, 3 April 2025 to 11 June 2025", page.GetElementById("best")!.TextContent.Trim());
        Assert.Contains("Status of the valley", page.QuerySelector(".issue-level")!.TextContent, StringComparison.Ordinal); // depends on it
    }

    // The newest six are seen, the others one press away and on paper; each mark of the picture leads to an entry that is there.
    [Fact]
    public async Task Issue_LongHistory_FoldsTheOlderEntriesAndLosesNone()
    {
        var page = await host.DocumentAsync("/negotiations/example/issues/power-sharing?asOf=2025-09-12");

        var lists = page.QuerySelectorAll("ol.history").ToList();
        Assert.Equal(2, lists.Count);
        Assert.Equal(6, lists[0].Children.Length);
        Assert.True(lists[1].Closest("details.on-paper") is { } fold && !fold.HasAttribute("open"));
        var marks = page.QuerySelectorAll("a.path-step, a.path-position").Select(a => a.GetAttribute("href")!.Split('#')[1]).ToList();
        Assert.NotEmpty(marks);
        Assert.All(marks, id => Assert.NotNull(page.GetElementById(id)));
    }

    [Fact]
    public async Task Issue_Territory_LevelPairsPositionsHistory()
    {
        var (status, text) = await host.TextAsync("issues/territory?" + Day);
        var page = new HtmlParser().ParseDocument(text);

        Assert.Equal(200, status);
        Assert.Contains("Disputed", page.QuerySelector(".issue-level")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.QuerySelectorAll("article.pair").Length);
        Assert.Contains("Red line", page.QuerySelector("#position-ukraine-territory-1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.QuerySelectorAll("[id^='event-']").Length);
        Assert.Empty(page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    // An issue that no required pair touches says so.
    [Fact]
    public async Task Issue_NoRequiredPair_SaysOverWhichItIsJudged() =>
        Assert.Contains(
            "No required pair applies to this issue", (await host.TextAsync("issues/us-commitment?" + Day)).Text, StringComparison.Ordinal);

    // The reader came from a bar that says it.
    [Fact]
    public async Task Issues_OfAPair_SayHowManyAreAgreed()
    {
        var (_, page) = await host.PageAsync("issues?dyad=ukraine-russia&" + Day);

        Assert.EndsWith("0 of 7 agreed", page.GetElementById("pair-agreed")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    // Territory: Ukraine's red line. Nothing was reopened, nothing is contested; every level rests on the one article.
    [Theory]
    [InlineData("redlines=yes", 1)]
    [InlineData("reopened=yes", 0)]
    [InlineData("contested=yes", 0)]
    [InlineData("core=yes", 4)]
    [InlineData("single=yes", 5)] // the five of which something is known
    [InlineData("level=below-agreed-in-principle", 5)]
    public async Task Issues_FiltersOfWhatIsExceptional_Narrow(string query, int rows)
    {
        var (status, page) = await host.PageAsync($"issues?{query}&{Day}");

        Assert.Equal(200, status);
        Assert.Equal(rows, page.QuerySelectorAll("table.issue-table tbody tr").Length);
    }

    [Fact]
    public async Task Matrix_Seed_CountsOfEachPair()
    {
        var page = new HtmlParser().ParseDocument((await host.TextAsync("matrix?" + Day)).Text);

        // The whole board first, then the pairs: 0 of 10, 0 of 7, 0 of 7, 0 of 1, 0 of 3.
        var totals = page.QuerySelectorAll("table.matrix tfoot tr").Select(row =>
            row.QuerySelectorAll("td:not(.grid-salience)").Take(5).Select(td => td.TextContent.Trim()).ToList()).ToList();
        Assert.Equal(["0", "0", "0", "0", "0"], totals[0]);
        Assert.Equal(["of 10", "of 7", "of 7", "of 1", "of 3"], totals[1]);
        Assert.Equal("Ukraine–Russia", page.QuerySelector("table.matrix th.grid-first a > span")!.TextContent);
        Assert.All(page.QuerySelectorAll(".grid-scroll"), scroll => Assert.Equal("0", scroll.GetAttribute("tabindex")));
    }

    [Fact]
    public async Task Files_FilteredList_SameRowsAsThePage()
    {
        var (status, csv) = await host.TextAsync("issues.csv?dyad=ukraine-russia&" + Day);
        var (_, json) = await host.TextAsync("issues.json?dyad=ukraine-russia&" + Day);

        Assert.Equal(200, status);
        Assert.Equal(1 + 7, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        using var document = System.Text.Json.JsonDocument.Parse(json);
        Assert.Equal(7, document.RootElement.GetProperty("rows").GetArrayLength());
        Assert.Equal("2025-12-20", document.RootElement.GetProperty("as_of").GetString());
    }

    [Fact]
    public async Task Files_UnknownNegotiation_NotFound()
    {
        using var answer = await host.Client.GetAsync(
            new Uri("/negotiations/nowhere/issues.xlsx", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(404, (int)answer.StatusCode);
    }
}
