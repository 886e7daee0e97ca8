using PeaceTracker.Browser.Tests.Harness;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>What paper keeps of a page: grounds that are drawings, and what a reader left folded.</summary>
public class PaperTests(Reader reader) : BrowserTest(reader)
{
    private const string Example = "/negotiations/example";

    // Browsers leave grounds out to save ink. Where a ground is the drawing (a bar, a lane, a hatching), paper must have it all the same; white is
    // none.
    [Theory]
    [InlineData("/")]
    [InlineData(Example)]
    [InlineData("/negotiations/russia-ukraine-2025")]
    [InlineData(Example + "/matrix")]
    [InlineData(Example + "/pairs")]
    [InlineData(Example + "/pairs/elorie-nahrazan")]
    [InlineData(Example + "/issues/power-sharing")]
    [InlineData(Example + "/claims")]
    [InlineData(Example + "/changes?from=2024-12-31&to=2025-09-12")]
    public async Task Page_PrintedWithoutGrounds_KeepsThoseThatAreDrawn(string address)
    {
        var page = await OpenAsync(address, program: Reader.Both);
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Empty(await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('main *')].filter(e => e.checkVisibility()).flatMap(e => ['', '::before', '::after'].map(part => {
              const style = getComputedStyle(e, part || null);
              const none = part && style.content === 'none';
              const ground = style.backgroundImage !== 'none' || !/^rgba\(.*, 0\)$|^rgb\(255, 255, 255\)$/.test(style.backgroundColor);
              return !none && ground && style.printColorAdjust !== 'exact' ? `${e.tagName}.${e.getAttribute('class')}${part}` : '';
            })).filter(name => name)
            """));
    }

    // A comparison folds its lists. Paper has those of the issues and of the agendas, and of the others says that they are not printed.
    [Fact]
    public async Task Comparison_Printed_HasItsListsOrSaysThatTheyAreLeftOut()
    {
        var page = await OpenAsync(Example + "/changes?from=2024-12-31&to=2025-09-12", program: Reader.Both);
        await Assertions.Expect(page.Locator("#moved ~ details table").First).ToBeHiddenAsync();

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(page.Locator("#moved ~ details table").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#scope ~ details > :not(summary)").First).ToBeVisibleAsync();
        foreach (var id in new[] { "new", "feed" })
        {
            var summary = page.Locator($"#{id} ~ details > summary");
            await Assertions.Expect(summary).ToBeVisibleAsync();
            Assert.Contains("not printed", await summary.EvaluateAsync<string>("e => getComputedStyle(e, '::after').content"),
                StringComparison.Ordinal);
        }

        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.Locator("#new ~ details > summary").ClickAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal("none", await page.Locator("#new ~ details > summary").EvaluateAsync<string>("e => getComputedStyle(e, '::after').content"));
    }
}
