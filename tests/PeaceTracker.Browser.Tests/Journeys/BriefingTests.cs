using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Testing;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>What a manager in a hurry gets of the summary: on a screen, on paper, and coming back.</summary>
public partial class BriefingTests(Reader reader) : BrowserTest(reader)
{
    private const string Example = "/negotiations/" + SeedFile.Example;

    // 210 × 297 mm in points.
    private static readonly (int Width, int Height) PortraitA4 = (595, 842);

    // The claim of 90% and what is computed beside it are what people come for.
    [Theory]
    [InlineData(1280, 800)]
    [InlineData(390, 844)]
    public async Task Summary_FirstScreen_HasBothFiguresOfTheClaim(int width, int height)
    {
        var page = await OpenAsync("/", new() { ViewportSize = new() { Width = width, Height = height } });

        foreach (var id in new[] { "board-share", "claimed-share", "computed-share" })
        {
            var box = (await page.Locator($"data#{id}").BoundingBoxAsync())!;
            Assert.True(box.Y >= 0 && box.Y + box.Height <= height, $"{id} ends at {box.Y + box.Height} of {height}");
        }
    }

    // One sheet for both boards, with the direction and the changes on it.
    [Theory]
    [InlineData(SeedFile.RussiaUkraine, ".strip-evidence")]
    [InlineData(SeedFile.Example, ".strip-changes, .strip-spark, .latest")]
    public async Task Summary_Printed_IsOneReadablePageOfA4(string slug, string there)
    {
        var page = await OpenAsync($"/negotiations/{slug}", program: Reader.Both);

        var paper = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));
        Assert.Equal([PortraitA4], MediaBox().Matches(paper).Select(box => (Points(box.Groups[1].Value), Points(box.Groups[2].Value))));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var part in await page.Locator(there).AllAsync())
        {
            await Assertions.Expect(part).ToBeVisibleAsync();
        }
    }

    // A point is 4/3 of a pixel: 12 px are 9 pt. What is printed of a page by the style sheet for paper, as the browser computes it; in a picture a
    // word is as large as the picture is wide.
    [Theory]
    [InlineData(SeedFile.RussiaUkraine, "")]
    [InlineData(SeedFile.Example, "")]
    [InlineData(SeedFile.RussiaUkraine, "/briefing")]
    [InlineData(SeedFile.Example, "/briefing")]
    public async Task Briefing_Printed_HasNoWordOfLessThanNinePoints(string slug, string address)
    {
        var page = await OpenAsync($"/negotiations/{slug}{address}", program: Reader.Both);
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        var small = await page.EvaluateAsync<string[]>(
            """
            () => {
              const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) {
                const element = walk.currentNode.parentElement, range = document.createRange();
                range.selectNodeContents(walk.currentNode);
                const box = range.getBoundingClientRect();
                const seen = walk.currentNode.data.trim() && box.width > 1 && box.height > 1 && element.checkVisibility({ visibilityProperty: true })
                  && !element.closest('.sr-only, script, style, noscript');
                const size = parseFloat(getComputedStyle(element).fontSize);
                if (seen && size < 11.99) found.push(`${size} ${element.tagName} ${element.className}: ${walk.currentNode.data.trim().slice(0, 40)}`);
              }
              return found;
            }
            """);

        Assert.Empty(small);
    }

    // On a screen a pair's page folds what it does not block, and all but the newest drafts, offers and rounds; paper can't be unfolded.
    [Fact]
    public async Task Pair_Printed_HasWhatIsFoldedOnAScreen()
    {
        var page = await OpenAsync(Example + "/pairs/elorie-nahrazan", program: Reader.Both);
        var folded = await page.Locator(".on-paper > :is(table, ul)").AllAsync();
        Assert.True(folded.Count >= 2, $"{folded.Count} folds");
        foreach (var part in folded)
        {
            await Assertions.Expect(part).ToBeHiddenAsync();
        }

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var part in folded)
        {
            await Assertions.Expect(part).ToBeVisibleAsync();
            Assert.True((await part.BoundingBoxAsync())!.Height > 10);
        }
    }

    // The margins of the sheets take their words from there.
    [Theory]
    [InlineData("")]
    [InlineData("/issues")]
    [InlineData("/matrix")]
    public async Task Page_Opened_HasItsDateForTheMarginsOfPaper(string address)
    {
        var page = await OpenAsync(Example + address + "?asOf=2025-09-12", program: Reader.Both);

        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("style", new Regex("as of 12 September 2025"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PrintAndCopy_ByScriptAlone_HiddenWithoutOne(bool javaScript)
    {
        var page = await OpenAsync(Example + "?asOf=2025-09-12", new() { JavaScriptEnabled = javaScript }, Reader.Both);
        var buttons = page.Locator("button[data-print], button[data-copy]");

        Assert.Equal(2, await buttons.CountAsync());
        foreach (var button in await buttons.AllAsync())
        {
            await Assertions.Expect(button).ToBeVisibleAsync(new() { Visible = javaScript });
        }
    }

    [Fact]
    public async Task Print_Clicked_OpensTheBrowsersDialog()
    {
        var page = await OpenAsync(Example, program: Reader.Both);
        await page.EvaluateAsync("() => { window.print = () => { document.title = 'printed'; }; }");

        await page.Locator("button[data-print]").ClickAsync();

        await Assertions.Expect(page).ToHaveTitleAsync("printed");
    }

    [Fact]
    public async Task Copy_Clicked_SaysThatItCopied()
    {
        var page = await OpenAsync(
            Example + "?asOf=2025-09-12", new() { Permissions = ["clipboard-read", "clipboard-write"] }, Reader.Both);

        await page.Locator("button[data-copy]").ClickAsync();

        await Assertions.Expect(page.Locator("button[data-copy]")).ToHaveTextAsync("Copied");
    }

    // The browser last saw change 1 a while ago; the example's board is at change 2.
    [Fact]
    public async Task LastVisit_BoardMovedSince_LeadsToWhatChanged()
    {
        var page = await OpenAsync(Example, program: Reader.Both);
        await Assertions.Expect(page.Locator(".last-visit")).ToBeHiddenAsync();

        await VisitedAsync(page, SeedFile.Example);

        await Assertions.Expect(page.Locator(".last-visit")).ToHaveTextAsync("Since your last visit on 20 October 2025: see what changed");
        await page.Locator(".last-visit a").ClickAsync();
        await ArriveAsync(page, "**/changes?from=2025-10-20&to=*");
    }

    [Fact]
    public async Task LastVisit_NothingNew_SaysSo()
    {
        var page = await OpenAsync(Of(""), program: Reader.Both);

        await VisitedAsync(page, SeedFile.RussiaUkraine);

        await Assertions.Expect(page.Locator(".last-visit")).ToHaveTextAsync("Nothing has changed since your last visit on 20 October 2025.");
    }

    // What the script keeps, as if it had been left a while ago.
    private static async Task VisitedAsync(IPage page, string slug)
    {
        await page.EvaluateAsync(
            "slug => localStorage.setItem(`visit ${slug}`, JSON.stringify({ seen: { change: 1, day: '2025-10-20', at: 0 } }))", slug);
        await page.ReloadAsync();
    }

    private static int Points(string number) => (int)Math.Ceiling(double.Parse(number, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]")]
    private static partial Regex MediaBox();
}
