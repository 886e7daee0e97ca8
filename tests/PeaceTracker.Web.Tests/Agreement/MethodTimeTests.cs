using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Agreement;

/// <summary>The two axes of time, explained by what the board itself has of them.</summary>
public sealed class MethodTimeTests(BothBoards host)
{
    // The file of the example: the newest level that was entered late is that of the charter, of 9 September 2025, in force as narrowing since
    // two reports of that day differ. Both were entered after the day (on the 13th and the 14th), so that day's own readers saw the level before.
    [Fact]
    public async Task Get_Example_TellsALevelThatWasEnteredAfterItsDay()
    {
        var page = await host.DocumentAsync($"/negotiations/{SeedFile.Example}/method");

        var text = string.Join(' ', page.GetElementById("record-axis")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("is at “Narrowing” from 9 September 2025 on; this was entered on 14 September 2025.", text, StringComparison.Ordinal);
        Assert.Contains("So the board as of 9 September 2025 shows “Narrowing”", text, StringComparison.Ordinal);
    }

    // The article's board is of 15 December 2025, and was entered in November 2026: on the day itself nothing was known.
    [Fact]
    public async Task Get_ArticlesBoard_NothingWasKnownOnItsDay()
    {
        var page = await host.DocumentAsync($"/negotiations/{SeedFile.RussiaUkraine}/method");

        var text = page.GetElementById("record-axis")!.TextContent;
        Assert.Contains("as recorded by 15 December 2025 shows “Unknown”", text, StringComparison.Ordinal);
        Assert.Contains("Days are those of Europe/Kyiv", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
