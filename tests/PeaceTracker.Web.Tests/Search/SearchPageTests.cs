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
}
