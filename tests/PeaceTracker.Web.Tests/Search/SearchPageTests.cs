using AngleSharp.Html.Parser;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Search;

public class SearchPageTests(BothBoards host)
{
    [Theory]
    [InlineData("zelenskiy")]
    [InlineData("ZÉLENSKIY")]
    public async Task Search_Name_FoundAndMarked(string query)
    {
        var page = new HtmlParser().ParseDocument((await host.TextAsync("search?asOf=2025-12-20&q=" + query)).Text);

        Assert.NotEmpty(page.QuerySelectorAll("#found-delegates"));
        Assert.All(page.QuerySelectorAll("mark"), mark => Assert.Equal("Zelenskiy", mark.TextContent));
        Assert.NotEmpty(page.QuerySelectorAll(".row-title[href='/negotiations/russia-ukraine-2025/parties/ukraine?asOf=2025-12-20']"));
    }

    [Theory]
    [InlineData("search", "Nothing to search for yet")]
    [InlineData("search?q=xyzzy", "Nothing found for")]
    public async Task Search_Nothing_HasWords(string address, string words)
    {
        var (status, text) = await host.TextAsync(address);

        Assert.Equal(200, status);
        Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, 200)]
    [InlineData(201, 400)]
    public async Task Search_Length_Limited(int length, int expected) =>
        Assert.Equal(expected, (await host.TextAsync("search?q=" + new string('x', length))).Status);

    // U+FFFE, which has no normal form.
    [Fact]
    public async Task Search_NoCharacter_IsLookedForAndNoFault() => Assert.Equal(200, (await host.TextAsync("search?q=cease%EF%BF%BEfire")).Status);

    [Fact]
    public async Task Search_Markup_IsShownAsText()
    {
        var page = new HtmlParser().ParseDocument((await host.TextAsync("search?q=%3Cimg%20src%3Dx%3E")).Text);

        Assert.Null(page.QuerySelector("main img"));
        Assert.Contains("<img src=x>", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    // Words that the board uses for itself lead to what they mean there. The seed: two issues disputed, one red line, four core issues.
    [Theory]
    [InlineData("red line", "Red lines: 1 issue", "issues?redlines=yes")]
    [InlineData("reopened", "Reopened: 0 issues", "issues?reopened=yes")]
    [InlineData("contested", "Contested: 0 issues", "issues?contested=yes")]
    [InlineData("CORE", "Core issues: 4 issues", "issues?core=yes")]
    [InlineData("stale", "Without new evidence: 0 issues", "issues?stale=yes")]
    [InlineData("disputed", "Disputed: 2 issues", "issues?level=disputed")]
    [InlineData("text agreed", "Text agreed: 0 issues", "issues?level=text-agreed")]
    public async Task Search_WordsOfTheBoard_LeadToWhatTheyMean(string query, string words, string address)
    {
        var (_, page) = await host.PageAsync($"search?asOf=2025-12-20&q={Uri.EscapeDataString(query)}");

        var way = page.QuerySelectorAll("section[aria-labelledby=board-words] a.row-title").Single(a => a.TextContent.Trim() == words);
        Assert.Equal($"/negotiations/russia-ukraine-2025/{address}&asOf=2025-12-20", way.GetAttribute("href"));
    }

    // Also lines that were given up: Élorie's on the status of the valley stood until 13 November 2024.
    [Fact]
    public async Task Search_RedLines_ByNameWithThoseGivenUp()
    {
        var page = await host.DocumentAsync("/negotiations/example/search?q=red+line");

        var text = page.QuerySelector("section[aria-labelledby=board-words]")!.TextContent;
        Assert.Contains("Status of the valley", text, StringComparison.Ordinal);
        Assert.Contains("dropped on 13 November 2024", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12 September 2025")]
    [InlineData("2025-09-12")]
    [InlineData("12.9.2025")]
    public async Task Search_Date_LeadsToTheBoardOfThatDayAndToWhatChangedSince(string query)
    {
        var page = await host.DocumentAsync("/negotiations/example/search?asOf=2025-10-01&q=" + Uri.EscapeDataString(query));

        var links = page.QuerySelectorAll("section[aria-labelledby=board-words] a").Select(a => a.GetAttribute("href"));
        Assert.Equal(
            [
                "/negotiations/example?asOf=2025-09-12",
                "/negotiations/example/changes?from=2025-09-12&to=2025-10-01&asOf=2025-10-01",
            ],
            links);
    }

    [Fact]
    public async Task Search_NearSpelling_Offered()
    {
        var (_, page) = await host.PageAsync("search?asOf=2025-12-20&q=Zelenskyy");

        Assert.Equal("Zelenskiy", page.QuerySelector("#near a")!.TextContent);
        Assert.Equal("/negotiations/russia-ukraine-2025/search?q=Zelenskiy&asOf=2025-12-20", page.QuerySelector("#near a")!.GetAttribute("href"));
    }
}
