using AngleSharp.Dom;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Claims;

/// <summary>The claims as a table: its rows, headers that order it, filters, and two of them side by side.</summary>
public class ClaimRowsTests(BothBoards host)
{
    private const string Example = "/negotiations/example/claims";

    [Fact]
    public async Task Get_Example_ARowPerClaimThatLeadsToItsCard()
    {
        var page = await host.DocumentAsync(Example);

        var rows = Rows(page);
        Assert.Equal(page.QuerySelectorAll("article.claim").Length, rows.Count);
        Assert.All(rows, row =>
        {
            var href = row.QuerySelector("th a")!.GetAttribute("href")!;
            Assert.NotNull(page.GetElementById(href.Split('#')[1]));
        });
        // The newest first.
        Assert.Equal("descending", Assert.Single(page.QuerySelectorAll(".claims th[aria-sort]")).GetAttribute("aria-sort"));
    }

    // The article's claim: 90% between Ukraine and Russia, of which none of 7 is agreed. The officials' list is not published.
    [Fact]
    public async Task Get_Seed_SaysTheGapAndHowComparable()
    {
        var (_, page) = await host.PageAsync("claims?asOf=2025-12-20&comparability=indicative");

        var text = Flat(Assert.Single(Rows(page)));
        Assert.Contains("0 of 7 (0%)", text, StringComparison.Ordinal);
        Assert.Contains("+90", text, StringComparison.Ordinal);
        Assert.Contains("◐ Roughly comparable", text, StringComparison.Ordinal);
        Assert.Contains("Reuters", text, StringComparison.Ordinal);
    }

    // What a form without scripts sends (each tick by itself), and what a link gives.
    [Theory]
    [InlineData("compare={0}&compare={1}")]
    [InlineData("compare={0},{1}")]
    public async Task Get_TwoTicked_StandSideBySide(string query)
    {
        var all = await host.DocumentAsync(Example);
        var keys = all.QuerySelectorAll("input[name=compare]").Select(i => i.GetAttribute("value")!).ToList();

        var page = await host.DocumentAsync($"{Example}?{string.Format(null, query, keys[1], keys[0])}");

        var heads = page.QuerySelectorAll("table.compared thead th a:first-child").Select(a => a.GetAttribute("href")!.Split('#')[1]);
        Assert.Equal([$"claim-{keys[1]}", $"claim-{keys[0]}"], heads);
        Assert.Equal(2, page.QuerySelectorAll("input[name=compare][checked]").Length);
    }

    [Theory]
    [InlineData("comparability=almost", "It accepts: not-comparable, indicative, comparable.")]
    [InlineData("compare=no-such-claim", "on this board now")]
    [InlineData("pair=no-such-pair", "on this board now")]
    public async Task Get_UnknownFilter_PutAsideWithASentence(string query, string words)
    {
        var page = await host.DocumentAsync($"{Example}?{query}");

        Assert.Contains(words, Flat(page.QuerySelector("main")!), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("table.compared"));
    }

    [Fact]
    public async Task Get_Sorted_KeepsTheFilterAndTurnsRound()
    {
        var page = await host.DocumentAsync($"{Example}?comparability=indicative&sort=-gap");

        var gap = Assert.Single(page.QuerySelectorAll(".claims th[aria-sort]")).QuerySelector("a")!.GetAttribute("href");
        Assert.Equal($"{Example}?comparability=indicative&sort=gap", gap);
    }

    private static List<IElement> Rows(IParentNode page) => [.. page.QuerySelectorAll("table.claims tbody tr")];

    private static string Flat(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
