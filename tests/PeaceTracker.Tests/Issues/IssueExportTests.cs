using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Issues;

namespace PeaceTracker.Tests.Issues;

public class IssueExportTests
{
    [Fact]
    public async Task Of_FilteredList_TheSameRowsInTheSameOrder()
    {
        var at = await SeedBoards.RussiaUkraineAsync();
        var list = IssueList.Of(at, new IssueQuery { Dyads = ["us-ukraine"], Levels = LevelFilter.Of(Level.Narrowing), Descending = true });

        var table = IssueExport.Of(
            list, [("level", "narrowing"), ("party", null), ("dyad", "us-ukraine")], "https://example.org/issues");

        Assert.Equal("prosperity-package monitoring security-guarantees territory", string.Join(' ', table.Rows.Select(r => r[1])));
        Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count));
        Assert.All(table.Rows, row => Assert.Equal(("narrowing", 2), (row[6], row[7])));
        Assert.Equal("2025-12-20", table.About.Single(a => a.Name == "as_of").Text);
        Assert.Equal("1", table.About.Single(a => a.Name == "change").Text);
        Assert.DoesNotContain(table.About, a => a.Name == "known_at");
        Assert.Equal("level: narrowing; dyad: us-ukraine", table.About.Single(a => a.Name == "filters").Text);
        Assert.Contains("https://example.org/issues", table.About.Single(a => a.Name == "source").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_UnknownLevel_NeitherRankNorBasis()
    {
        var at = await SeedBoards.RussiaUkraineAsync();

        var row = IssueExport.Of(IssueList.Of(at, new IssueQuery()), [], "x").Rows.Single(r => Equals(r[1], "ending-hostilities"));

        Assert.Equal(("unknown", null, null), (row[6], row[7], row[8]));
    }
}
