using System.Net;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Pages;

/// <summary>Every page that shows a table offers it as files, which can be had at the moment of the page.</summary>
public class EveryTableTests(BothBoards host)
{
    private const string Moment = "asOf=2025-09-12&change=2";

    [Fact]
    public async Task Get_EveryPageWithATable_HasItsFiles()
    {
        var files = new SortedSet<string>(StringComparer.Ordinal);
        var without = new List<string>();
        foreach (var address in ReadingRoutes.Addresses.Where(a => a == "/" || a.Contains(SeedFile.Example, StringComparison.Ordinal)))
        {
            var page = await host.DocumentAsync($"{address}?{Moment}");
            var links = page.QuerySelectorAll(".tables a[href]").Select(a => a.GetAttribute("href")!)
                .Where(href => !href.Contains("/proof?", StringComparison.Ordinal)).ToList();
            files.UnionWith(links);
            if (page.QuerySelector("main table") is not null && !links.Exists(link => link.Contains(".xlsx", StringComparison.Ordinal)))
            {
                without.Add(address);
            }
        }

        Assert.Empty(without);
        Assert.NotEmpty(files);
        var faults = new List<string>();
        foreach (var file in files)
        {
            using var answer = await host.Client.GetAsync(new Uri(file, UriKind.Relative), TestContext.Current.CancellationToken);
            if (answer.StatusCode != HttpStatusCode.OK || !file.Contains(Moment, StringComparison.Ordinal))
            {
                faults.Add($"{answer.StatusCode} {file}");
            }
        }

        Assert.Empty(faults);
    }

    // What is shown on the page of 1 September 2025 is what is in the file: the same issues, in the same order.
    [Theory]
    [InlineData("issues?level=disputed&sort=-salience", "issues", "tbody th a")]
    [InlineData("matrix?sort=-salience&category=Territory", "matrix", "table.matrix tbody th a")]
    public async Task Csv_OfAFilteredPage_HasItsRows(string address, string file, string rows)
    {
        var board = $"/negotiations/{SeedFile.Example}";
        var page = await host.DocumentAsync($"{board}/{address}&asOf=2025-09-01&change=2");
        var csv = await host.Client.GetStringAsync(
            new Uri(page.QuerySelector($".tables a[href*='/{file}.csv?']")!.GetAttribute("href")!, UriKind.Relative),
            TestContext.Current.CancellationToken);

        var shown = page.QuerySelectorAll($"main {rows}").Select(a => a.GetAttribute("href")!.Split('?')[0].Split('/')[^1]).Distinct().ToList();
        Assert.NotEmpty(shown);
        Assert.Equal(shown, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(',')[1].Trim('"')));
    }
}
