using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using PeaceTracker.Testing;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Reading;

/// <summary>Every filter that is chosen from a list takes several values, on its page and in the files of that page.</summary>
public class SeveralChoicesTests(BothBoards host)
{
    private const string Board = "/negotiations/" + SeedFile.Example;

    // The first and the last of the values that the page offers: ticked by a form, they come each by itself; a link and a file have them in one.
    [Theory]
    [InlineData("issues", "dyad")]
    [InlineData("issues", "category")]
    [InlineData("issues", "party")]
    [InlineData("issues", "group")]
    [InlineData("issues", "basis")]
    [InlineData("issues", "level")]
    [InlineData("matrix", "dyad")]
    [InlineData("matrix", "category")]
    [InlineData("matrix", "party")]
    [InlineData("matrix", "stance")]
    [InlineData("matrix", "level")]
    [InlineData("claims", "claimant")]
    [InlineData("claims", "comparability")]
    [InlineData("changes", "kind")]
    [InlineData("changes", "issue")]
    [InlineData("changes", "party")]
    [InlineData("changes", "dyad")]
    [InlineData("changes", "by")]
    [InlineData("rounds", "state")]
    [InlineData("rounds", "party")]
    [InlineData("rounds", "place")]
    [InlineData("working-groups", "state")]
    [InlineData("working-groups", "party")]
    [InlineData("drafts", "held-by")]
    [InlineData("drafts", "unseen-by")]
    [InlineData("drafts", "group")]
    [InlineData("drafts", "offered-by", "offers")]
    [InlineData("drafts", "offered-to", "offers")]
    [InlineData("drafts", "state", "offers")]
    [InlineData("sources", "publisher")]
    [InlineData("sources", "reliability")]
    [InlineData("sources", "language")]
    [InlineData("sources", "use")]
    [InlineData("parties", "role")]
    [InlineData("parties", "role", "delegates")]
    public async Task Get_TwoValues_BothAreTickedAndInTheFiles(string page, string name, string? files = null)
    {
        var boxes = $"main form.filters input[type=checkbox][name={name}]";
        var all = (await host.DocumentAsync($"{Board}/{page}")).QuerySelectorAll(boxes).Select(box => box.GetAttribute("value")!).ToList();
        Assert.InRange(all.Count, 2, int.MaxValue);
        string[] offered = [all[0], all[^1]];

        var both = await host.DocumentAsync($"{Board}/{page}?{string.Join('&', offered.Select(value => $"{name}={Uri.EscapeDataString(value)}"))}");
        Assert.Equal(offered.Order(), both.QuerySelectorAll(boxes + "[checked]").Select(box => box.GetAttribute("value")).Order());
        var file = both.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).First(
            href => href.StartsWith($"{Board}/{files ?? page}.csv", StringComparison.Ordinal));
        var inFile = QueryHelpers.ParseQuery(new Uri(new Uri("http://board"), file).Query)[name].ToString();
        Assert.Equal(offered.Order(), WordList.Split(inFile, all).Order());
        using var answer = await host.Client.GetAsync(new Uri(file, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        // An address of one value is what it always was.
        var one = await host.DocumentAsync($"{Board}/{page}?{name}={Uri.EscapeDataString(offered[0])}");
        Assert.Equal(offered[0], Assert.Single(one.QuerySelectorAll(boxes + "[checked]")).GetAttribute("value"));
    }

    // What is chosen stands in the fold: the words of one, the number of several.
    [Fact]
    public async Task Get_Fold_SaysWhatIsChosen()
    {
        var page = await host.DocumentAsync($"{Board}/matrix?party=elorie&category=Security,Economy");

        Assert.Equal(
            ["2 chosen", "Élorie", "All pairs", "Any stance"],
            page.QuerySelectorAll(".box-fold-chosen").Select(words => words.TextContent));
        Assert.All(page.QuerySelectorAll(".box-fold"), fold => Assert.False(fold.HasAttribute("open")));
    }

    // Files of entries take what their pages take.
    [Theory]
    [InlineData("levels", "dyad=veltrania-elorie,elorie-nahrazan")]
    [InlineData("status-events", "dyad=veltrania-elorie&dyad=elorie-nahrazan")]
    [InlineData("pairs", "dyad=veltrania-elorie,elorie-nahrazan")]
    [InlineData("positions", "party=elorie,veltrania")]
    [InlineData("delegates", "party=elorie,veltrania")]
    public async Task Files_TwoValues_HaveTheRowsOfBoth(string file, string query)
    {
        var rows = await RowsAsync(query);
        var name = query.Split('=')[0];
        var apart = 0;
        foreach (var value in QueryHelpers.ParseQuery(query)[name].SelectMany(text => text!.Split(',')))
        {
            apart += await RowsAsync($"{name}={value}");
        }

        Assert.Equal(apart, rows);
        Assert.InRange(rows, 2, int.MaxValue);

        async Task<int> RowsAsync(string asked) => (await host.Client.GetStringAsync(
            new Uri($"{Board}/{file}.csv?{asked}", UriKind.Relative), TestContext.Current.CancellationToken)).Split("\r\n").Length - 2;
    }

    // Several pairs narrow the list of changes; two dates are compared over the whole board then.
    [Fact]
    public async Task Comparison_OfSeveralPairs_IsOfTheWholeBoard()
    {
        var dates = "from=2024-12-31&to=2025-09-12";
        var both = await host.DocumentAsync($"{Board}/changes?{dates}&dyad=veltrania-elorie,elorie-nahrazan");
        var whole = await host.DocumentAsync($"{Board}/changes?{dates}");

        Assert.Equal(whole.QuerySelector(".compare-figure")!.TextContent, both.QuerySelector(".compare-figure")!.TextContent);
        Assert.Contains("compared for the whole board", both.QuerySelector("#several-pairs")!.TextContent, StringComparison.Ordinal);
        Assert.Null(whole.QuerySelector("#several-pairs"));
    }
}
