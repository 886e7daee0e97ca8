using System.Text.RegularExpressions;
using AngleSharp.Dom;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Pairs;

/// <summary>
/// The pages of pairs. The example's figures of 12 September 2025: Veltrania–Élorie 15 of 22, Veltrania–Nahrazan 14 of 21, Élorie–Nahrazan 12 of 22,
/// the weakest alone since 3 April 2025 and level with Veltrania–Élorie from 27 January, when both had 7 of 22. In the seed Ukraine–Russia has
/// none of seven, four of them unknown.
/// </summary>
public partial class PairPagesTests(BothBoards host)
{
    private const string Example = "/negotiations/example/";
    private const string September = "?asOf=2025-09-12";

    [Fact]
    public async Task Pairs_Example_WeakestFirstWithShareSinceAndWhatItBlocks()
    {
        var page = await host.DocumentAsync(Example + "pairs" + September);

        var rows = page.QuerySelectorAll(".pair-table tbody tr").Select(Flat).ToList();
        Assert.Equal(6, rows.Count);
        Assert.StartsWith("Élorie–Nahrazan required weakest since 3 April 2025 12 of 22 (54.5%)", rows[0], StringComparison.Ordinal);
        Assert.Contains("blocks 2 alone, 8 with others", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("Veltrania–Nahrazan required 14 of 21 (66.7%)", rows[1], StringComparison.Ordinal);
        Assert.StartsWith("Veltrania–Élorie required 15 of 22 (68.2%)", rows[2], StringComparison.Ordinal);
        Assert.Equal(6, page.QuerySelectorAll(".pair-table .spark-line").Length);
        Assert.Single(page.QuerySelectorAll("section[aria-labelledby=list] .legend"));

        // The weakest of the time is bold: four times one alone, twice several: all three at first, two from 27 January 2025.
        Assert.Equal((4, 5), (page.QuerySelectorAll(".plot-bold").Length, page.QuerySelectorAll(".plot-level").Length));
    }

    [Fact]
    public async Task Pair_Weakest_SaysSinceWhenAndWhenBefore()
    {
        var page = await host.DocumentAsync(Example + "pairs/elorie-nahrazan" + September);

        Assert.Equal("54.5455", page.GetElementById("pair-share")!.GetAttribute("value"));
        Assert.Equal("weakest since 3 April 2025 (162 days)", Flat(page.GetElementById("pair-place")!));
        Assert.Equal(
            [
                "since 3 April 2025: the weakest (162 days)", "27 January 2025 to 3 April 2025: level with Veltrania–Élorie (66 days)",
                "23 May 2024 to 11 July 2024: the weakest (49 days)",
            ],
            page.QuerySelectorAll("ul[aria-labelledby=weakest] li").Take(3).Select(Flat));

        // Twelve cells, the rule, ten more: two of them one side's word.
        var cells = page.QuerySelector(".pair-cells .cells")!.Children.ToList();
        Assert.Equal(12, cells.FindIndex(c => c.ClassName == "counted-end"));
        Assert.Equal(23, cells.Count);
        Assert.All(cells.Skip(13).Take(2), c => Assert.Contains("one-sided", c.ClassList));
        Assert.Contains("77.3%", Flat(page.QuerySelector(".pair-strip")!), StringComparison.Ordinal); // 12 + 5 of 22
    }

    // On 27 January 2025 both have 7 of 22: a tie, on every page that speaks of it.
    [Theory]
    [InlineData("", "section:has(#by-pair) .bars")]
    [InlineData("pairs", ".pair-table")]
    [InlineData("pairs/elorie-nahrazan", ".pair-strip")]
    [InlineData("matrix", ".pair-blocks")]
    [InlineData("parties/elorie", ".bars")]
    public async Task Pages_Tie_CalledLevelAndNotTheWeakest(string address, string part)
    {
        var text = Flat((await host.DocumentAsync(Example + address + "?asOf=2025-01-27")).QuerySelector(part)!);

        Assert.Contains("level with Veltrania–Élorie since 27 January 2025", text, StringComparison.Ordinal);
        Assert.DoesNotContain("weakest since", text, StringComparison.Ordinal);
        Assert.DoesNotContain("eakest pair", text, StringComparison.Ordinal);
    }

    // All three at none: each is level with two others.
    [Fact]
    public async Task Matrix_AllAtNone_NobodyIsTheWeakest()
    {
        var text = Flat((await host.DocumentAsync(Example + "matrix?asOf=2024-03-14")).QuerySelector("main")!);

        Assert.Contains("level with Veltrania–Nahrazan and Élorie–Nahrazan since", text, StringComparison.Ordinal);
        Assert.DoesNotContain("weakest since", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pair_WhatItBlocks_AloneFirst()
    {
        var page = await host.DocumentAsync(Example + "pairs/elorie-nahrazan" + September);

        var rows = page.QuerySelectorAll("section[aria-labelledby=blocks] tbody tr").ToList();
        Assert.Equal(10, rows.Count);
        Assert.Equal(["alone", "alone"], rows.Take(2).Select(row => Flat(row.Children[2])));
        Assert.Equal(
            ["Fees from salt and copper", "Operation of the upper dams"], rows.Take(2).Select(row => row.QuerySelector("a")!.TextContent).Order());
        Assert.All(rows.Skip(2), row => Assert.StartsWith("with Veltrania–", Flat(row.Children[2]), StringComparison.Ordinal));
    }

    // 50% of 7 is 3.5, so 4; the four unknown ones would make 57.1%.
    [Theory]
    [InlineData("?asOf=2025-12-20", "50% needs 4 of 7: 4 more.")]
    [InlineData("?share=50&asOf=2025-12-20", "50% needs 4 of 7: 4 more.")]
    [InlineData("?share=100&asOf=2025-12-20", "100% needs 7 of 7: 7 more.")]
    [InlineData("?share=14&asOf=2025-12-20", "14% needs 1 of 7: 1 more.")]
    [InlineData("?share=15&asOf=2025-12-20", "15% needs 2 of 7: 2 more.")]
    public async Task Pair_ShareOfTheAddress_SaysWhatItTakes(string query, string answer)
    {
        var (status, page) = await host.PageAsync("pairs/ukraine-russia" + query);

        Assert.Equal(200, status);
        var text = Flat(page.GetElementById("takes-answer")!);
        Assert.StartsWith(answer, text, StringComparison.Ordinal);
        Assert.Contains("Nearest: Ukraine's EU membership", text, StringComparison.Ordinal);
        Assert.EndsWith("With all 4 unknown or one-sided issues agreed it would be 57.1%.", text, StringComparison.Ordinal);
        Assert.Equal("2025-12-20", page.QuerySelector("section[aria-labelledby=takes] form input[name=asOf]")!.GetAttribute("value"));
    }

    // The same of the whole board: none of ten is agreed. The order of the table is kept.
    [Theory]
    [InlineData("?asOf=2025-12-20", "50% needs 5 of 10: 5 more.", null)]
    [InlineData("?share=41&sort=-agreed&asOf=2025-12-20", "41% needs 5 of 10: 5 more.", "-agreed")]
    [InlineData("?share=100&asOf=2025-12-20", "100% needs 10 of 10: 10 more.", null)]
    public async Task Pairs_ShareOfTheAddress_SaysWhatItTakesOverTheBoard(string query, string answer, string? order)
    {
        var (status, page) = await host.PageAsync("pairs" + query);

        Assert.Equal(200, status);
        Assert.StartsWith(answer, Flat(page.GetElementById("takes-answer")!), StringComparison.Ordinal);
        var form = page.QuerySelector("section[aria-labelledby=takes] form")!;
        Assert.Equal("2025-12-20", form.QuerySelector("[name=asOf]")!.GetAttribute("value"));
        Assert.Equal(order, form.QuerySelector("[name=sort]")?.GetAttribute("value"));
    }

    // Of the steps to 75%, 17 of 22, five are missing; the one before last would make 16.
    [Fact]
    public async Task Pair_Ladder_EachStepWithTheShareItBrings()
    {
        var page = await host.DocumentAsync(Example + "pairs/elorie-nahrazan" + September);

        Assert.StartsWith("75% needs 17 of 22: 5 more.", Flat(page.GetElementById("takes-answer")!), StringComparison.Ordinal);
        Assert.Equal(
            ["13 → 59.1%", "14 → 63.6%", "15 → 68.2%", "16 → 72.7%", "17 → 77.3%", "not needed", "not needed", "not needed"],
            page.QuerySelectorAll(".ladder .num").Select(Flat));
        Assert.Equal(["one side says so", "one side says so", "one step"], page.QuerySelectorAll(".ladder .small").Take(3).Select(Flat));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("101")]
    [InlineData("half")]
    [InlineData("12.5")]
    public async Task Pair_ShareThatIsNone_RefusedWithWhatCanBeAsked(string share)
    {
        var (status, page) = await host.PageAsync($"pairs/ukraine-russia?share={share}");

        Assert.Equal(400, status);
        Assert.Contains("Write a whole number from 1 to 100.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    // Withdrawal of forces is at the text since 10 July 2025; that Élorie objected was before.
    [Fact]
    public async Task Pair_PositionOlderThanTheAgreement_SaysSo()
    {
        var page = await host.DocumentAsync(Example + "pairs/veltrania-elorie" + September);

        var row = page.QuerySelectorAll(".faces tbody tr").Single(r => r.QuerySelector("a")!.TextContent == "Withdrawal of forces");
        Assert.Contains("before the agreement of 10 July 2025", Flat(row), StringComparison.Ordinal);
        Assert.Contains("Objects", Flat(row), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pair_DraftsAndOffers_ThoseBetweenTheTwo()
    {
        var page = await host.DocumentAsync(Example + "pairs/elorie-nahrazan" + September);

        var text = Flat(page.QuerySelector("section[aria-labelledby=between]")!);
        Assert.Contains("Charter of the valley, version 4 Élorie holds it; Nahrazan has not seen it", text, StringComparison.Ordinal);
        Assert.Contains("A seat in the control room by Nahrazan · On the table", text, StringComparison.Ordinal);
    }

    // The summary's bars, the totals of the matrix and a party's pairs lead to the page, on the same date.
    [Theory]
    [InlineData("", ".bars a")]
    [InlineData("matrix", "table.matrix tfoot a")]
    [InlineData("parties/elorie", ".bars a")]
    [InlineData("pairs", ".pair-table th a")]
    public async Task Pages_NamesOfPairs_LeadToTheirPage(string address, string links)
    {
        var page = await host.DocumentAsync(Example + address + September);

        Assert.Contains($"{Example}pairs/elorie-nahrazan{September}", page.QuerySelectorAll(links).Select(a => a.GetAttribute("href")));
        Assert.Contains($"{Example}pairs{September}", page.QuerySelectorAll("nav.tabs a").Select(a => a.GetAttribute("href")));
    }

    // The chart's names at its right edge keep a line's distance, also where two shares are close (15 of 22 and 14 of 21).
    [Fact]
    public async Task Pair_Chart_NamesDoNotTouchAndTheTableHasTheFigures()
    {
        var page = await host.DocumentAsync(Example + "pairs/elorie-nahrazan" + September);

        var heights = page.QuerySelectorAll(".plot-ends span").Select(s => decimal.Parse(
            Number().Match(s.GetAttribute("style")!).Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(3, heights.Count);
        Assert.All(heights.Zip(heights.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 8.9m));
        Assert.Equal(3, page.QuerySelectorAll(".plot-line").Length);

        // Four bars on the axis: twice the weakest, twice level.
        Assert.Equal((4, 2), (page.QuerySelectorAll(".plot-low").Length, page.QuerySelectorAll(".plot-tied").Length));
        Assert.Contains("27 January 2025 7 of 22 (31.8%)", Flat(page.QuerySelector(".chart-data tbody")!), StringComparison.Ordinal);
    }

    // Whoever asked for a share and then for another order has not asked for another share.
    [Fact]
    public async Task Pairs_OrderOfThem_KeepsTheShareThatWasAskedFor()
    {
        var page = await host.DocumentAsync($"{Example}pairs?sort=name&share=80&asOf=2025-09-12");

        var orders = page.QuerySelectorAll(".pair-table thead a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(4, orders.Count);
        Assert.All(orders, order => Assert.Contains("share=80", order, StringComparison.Ordinal));
        Assert.Equal($"{Example}pairs?share=80&asOf=2025-09-12", page.QuerySelector(".list-orders a")!.GetAttribute("href"));
    }

    private static string Flat(IElement element) => Spaces().Replace(element.TextContent, " ").Trim();

    [GeneratedRegex(@"[\s\u00a0]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\d.]+")]
    private static partial Regex Number();
}
