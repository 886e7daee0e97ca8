using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Figures;

/// <summary>
/// No figure is typed in: one value changed in a copy of the negotiation file moves every figure that rests on it.
/// The board, from its file: ten issues with saliences 5 5 5 4 4 4 4 5 3 3 (sum 42), four of them core. Seven concern Ukraine
/// and Russia, the required pair: territory and sovereignty disputed, EU membership narrowing on a claimed basis, four unknown.
/// The other three are judged over their other pairs: the US commitment unknown, the prosperity package narrowing on record,
/// European finance narrowing on a claimed basis.
/// </summary>
public class FrontDoorTests
{
    private const string Address = "/negotiations/" + SeedFile.RussiaUkraine;
    private const string TerritoryOfThePair = "territory-ukraine-russia-1";

    [Fact]
    public async Task Summary_FileAsItIs_ShowsTheFiguresOfTheArticle()
    {
        await using var host = new TrackerHost();
        var summary = await ReadAsync(host);

        Assert.Equal("90", summary.Value("claimed-share"));
        Assert.Equal("0", summary.Value("computed-share"));
        Assert.Equal("0", summary.Value("board-share"));
        Assert.Contains("0 of 7", summary.Text(".figure-card:has(#computed-share)"), StringComparison.Ordinal);
        Assert.Contains("57.1%", summary.Text(".figure-card:has(#computed-share)"), StringComparison.Ordinal); // 4 of 7 unknown
        Assert.Equal("0% 0 of 10", summary.Text(".strip-figure"));
        Assert.Contains("up to 50% with the 5 unknown · core: 0 of 4", summary.Text(".strip-share"), StringComparison.Ordinal);
        Assert.StartsWith("90 points apart, a rough comparison", summary.Text("#gap"), StringComparison.Ordinal);
        // One day of evidence and nothing agreed: the table of what remains has every issue, so no marks beside it say the same.
        Assert.Empty(summary.UnitCaptions);
        Assert.Equal(["2 disputed", "3 narrowing, 2 one-sided", "5 unknown"], summary.StripLevels.Order());
        Assert.Equal(10, summary.Remaining.Count());
        Assert.Equal("0 of 4", summary.Text("#core-share"));
        Assert.Equal("0%", summary.Text("#weighted-share"));
        Assert.Equal("5 of 10 (50%)", summary.Text("#coverage"));
        Assert.Equal("0 of 10 (0%)", summary.Fact("Counting one-sided"));
        Assert.Equal("1 of 10 (10%)", summary.Fact("Moving share")); // the prosperity package alone is on record
    }

    // Territory agreed on record between the required pair: 1 of 7 = 14.2857…%, 1 of 10, one of the four core issues,
    // salience 5 of 42 = 11.9%; moving on record 2 of 10; the gap is 90 − 14.2857 = 75.7.
    [Fact]
    public async Task Summary_OneStatusAgreed_MovesEveryFigure()
    {
        using var folder = new TemporaryFolder();
        await using var host = WithTerritory(folder, "agreed-in-principle", "on-record");
        var summary = await ReadAsync(host);

        Assert.Equal("90", summary.Value("claimed-share"));
        Assert.Equal("14.2857", summary.Value("computed-share"));
        Assert.Equal("10", summary.Value("board-share"));
        var card = summary.Text(".figure-card:has(#computed-share)");
        Assert.Contains("1 of 7", card, StringComparison.Ordinal);
        Assert.Contains("14.3%", card, StringComparison.Ordinal);
        Assert.Contains("71.4%", card, StringComparison.Ordinal); // (1 + 4) of 7
        Assert.Equal("10% 1 of 10", summary.Text(".strip-figure"));
        Assert.Contains("up to 60% with the 5 unknown", summary.Text(".strip-share"), StringComparison.Ordinal); // (1 + 5) of 10
        Assert.StartsWith("75.7 points apart, a rough comparison", summary.Text("#gap"), StringComparison.Ordinal);
        Assert.Equal(
            ["1 counted as agreed", "9 not agreed or not known", "1 Agreed in principle", "3 Narrowing (2 one-sided)", "1 Disputed", "5 Unknown"],
            summary.UnitCaptions.OrderBy(Order));
        Assert.Equal(9, summary.Remaining.Count());
        Assert.DoesNotContain("Territory", summary.Remaining);
        Assert.Equal("1 of 4", summary.Text("#core-share"));
        Assert.Equal("11.9%", summary.Text("#weighted-share"));
        Assert.Equal("5 of 10 (50%)", summary.Text("#coverage"));
        Assert.Equal("2 of 10 (20%)", summary.Fact("Moving share"));
        Assert.EndsWith("1 of 7 (14.3%)", summary.Row("by-pair", "Ukraine–Russia"), StringComparison.Ordinal);
        Assert.EndsWith("0 of 7 (0%)", summary.Row("by-pair", "US–Ukraine"), StringComparison.Ordinal);
        Assert.EndsWith("1 of 2", summary.Row("by-category", "Territory"), StringComparison.Ordinal);
        Assert.EndsWith("0 of 5 (0%)", summary.Row("by-category", "Security"), StringComparison.Ordinal);
        Assert.Contains(summary.AllRows("over-time"), row => row.Contains("1 of 10 (10%)", StringComparison.Ordinal));
    }

    // At the text, but on one side's word: on record it counts as unknown (none met, 4 + 1 of 7 and 5 + 1 of 10 unknown); taken
    // at its word, one of ten; shown at its level and marked.
    [Fact]
    public async Task Summary_OneStatusClaimed_MovesTheBandAndTheFigureWithClaimed()
    {
        using var folder = new TemporaryFolder();
        await using var host = WithTerritory(folder, "text-agreed", "claimed");
        var summary = await ReadAsync(host);

        Assert.Equal("0", summary.Value("computed-share"));
        Assert.Equal("0", summary.Value("board-share"));
        var card = summary.Text(".figure-card:has(#computed-share)");
        Assert.Contains("71.4%", card, StringComparison.Ordinal); // 5 of 7
        Assert.Contains("up to 60% with the 6 unknown", summary.Text(".strip-share"), StringComparison.Ordinal); // 6 of 10
        Assert.Equal(
            ["1 disputed", "1 text agreed, 1 one-sided", "3 narrowing, 2 one-sided", "5 unknown"], summary.StripLevels.Order());
        Assert.Equal("1 of 10 (10%)", summary.Fact("Counting one-sided"));
        Assert.Equal("0 of 10 (0%)", summary.Fact("Text-agreed share"));
    }

    [Fact]
    public async Task Pages_OneStatusAgreed_AllTellTheSame()
    {
        using var folder = new TemporaryFolder();
        await using var host = WithTerritory(folder, "agreed-in-principle", "on-record");

        Assert.Contains("Agreed in principle", await TextAsync(host, "/issues/territory"), StringComparison.Ordinal);
        Assert.Contains("1 of 10 (10%)", await TextAsync(host, "/method"), StringComparison.Ordinal);
        Assert.Contains("1 of 7 (14.3%)", await TextAsync(host, "/method"), StringComparison.Ordinal);
        Assert.Contains("+75.7 points", await TextAsync(host, "/claims"), StringComparison.Ordinal);
        Assert.Contains("Agreed in principle", await TextAsync(host, "/issues?level=agreed-in-principle"), StringComparison.Ordinal);
        var matrix = await host.DocumentAsync(Address + "/matrix");
        var cells = matrix.QuerySelectorAll("table tr").Where(row => row.QuerySelector("th a[href*='/issues/territory']") is not null);
        Assert.Contains(cells, row => row.TextContent.Contains("Agreed in principle", StringComparison.Ordinal));
    }

    // 80 − 0 = 80; one side of the pair of figures moves, the other doesn't.
    [Fact]
    public async Task Summary_OtherClaim_MovesTheClaimedFigureAlone()
    {
        using var folder = new TemporaryFolder();
        var file = SeedFile.Load(SeedFile.RussiaUkraine);
        file.Rows<Claim>().Single(claim => claim!["figure"] is not null)!["figure"] = 80;
        await using var host = new TrackerHost { Seed = file.SaveIn(folder.Path) };
        var summary = await ReadAsync(host);

        Assert.Equal("80", summary.Value("claimed-share"));
        Assert.Equal("0", summary.Value("computed-share"));
        Assert.StartsWith("80 points apart, a rough comparison", summary.Text("#gap"), StringComparison.Ordinal);
    }

    private static TrackerHost WithTerritory(TemporaryFolder folder, string level, string basis)
    {
        var file = SeedFile.Load(SeedFile.RussiaUkraine);
        var status = file.Row<StatusEvent>(TerritoryOfThePair);
        (status["level"], status["basis"]) = (level, basis);
        return new TrackerHost { Seed = file.SaveIn(folder.Path) };
    }

    private static async Task<SummaryReading> ReadAsync(TrackerHost host) => new(await host.DocumentAsync(Address));

    private static async Task<string> TextAsync(TrackerHost host, string page) =>
        (await host.DocumentAsync(Address + page)).QuerySelector("main")!.TextContent;

    // The order of the groups is a matter of looks; the counts are not.
    private static int Order(string caption) =>
        Array.FindIndex(
            ["counted", "not agreed", "greed", "Narrowing", "Disputed", "Unknown"], word => caption.Contains(word, StringComparison.Ordinal));
}
