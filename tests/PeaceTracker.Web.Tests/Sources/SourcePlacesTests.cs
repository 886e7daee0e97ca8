using AngleSharp.Dom;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Sources;

/// <summary>What rests on a source says each thing once, and what the board would be without it.</summary>
public class SourcePlacesTests(BothBoards host)
{
    // Every figure of the seed rests on the one article, and none of 10 is agreed; without it nothing is known.
    [Fact]
    public async Task Get_OnlySource_SaysWhatTheShareWouldBeWithoutIt()
    {
        var (_, sources) = await host.PageAsync("sources?asOf=2025-12-20");
        var page = await host.DocumentAsync(sources.QuerySelector("main a[href*='/sources/']")!.GetAttribute("href")!);

        Assert.Equal(
            "Without this source the agreed share would be 0 of 10 (0%), band 0–100%; now it is 0 of 10 (0%).",
            Flat(page.QuerySelector("#without > p")!));
        // The level of five is known, and of those nothing would be.
        var levels = page.QuerySelectorAll("#without tbody tr").Select(row => Flat(row.LastElementChild!)).ToList();
        Assert.Equal(5, levels.Count);
        Assert.All(levels, level => Assert.Equal("Unknown", level));
    }

    [Theory]
    [InlineData("/negotiations/example/sources")]
    [InlineData("/negotiations/russia-ukraine-2025/sources")]
    public async Task Get_EverySource_SaysNothingOfWhatIsNotRecordedAndKeepsItsAnchors(string list)
    {
        var sources = await host.DocumentAsync(list);
        foreach (var href in sources.QuerySelectorAll("main tbody a[href*='/sources/']").Select(a => a.GetAttribute("href")!).Distinct().Take(6))
        {
            var page = await host.DocumentAsync(href);

            Assert.DoesNotContain("No paraphrase", page.Body!.TextContent, StringComparison.Ordinal);
            // Once a paragraph where it is the same of all that rests on it.
            Assert.All(page.QuerySelectorAll("section.place"), place =>
            {
                var said = place.QuerySelectorAll(".change-record").Select(Flat).Where(t => t.Contains("of 6:", StringComparison.Ordinal)).ToList();
                var grades = said.Select(t => t[t.IndexOf("Credibility", StringComparison.Ordinal)..]).Distinct();
                Assert.True(said.Count == 1 || grades.Count() > 1, href);
            });
        }
    }

    // The ceasefire of 18 August 2025 was signed by all three: one line on its round, its source, its issue and in the feed, with the ids of all.
    [Theory]
    [InlineData("issues/ceasefire")]
    [InlineData("changes?issue=ceasefire")]
    public async Task Get_SameForAllPairs_OneLine(string page)
    {
        var document = await host.DocumentAsync($"/negotiations/example/{page}");

        var line = document.QuerySelectorAll("li:has(.level)").Select(Flat).Where(t => t.Contains("all three pairs", StringComparison.Ordinal));
        Assert.NotEmpty(line);
    }

    private static string Flat(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
