using PeaceTracker.Browser.Tests.Harness;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>A browser that can't lay out the parts of a fold (<c>::details-content</c>): what it shows, and what it prints.</summary>
public class OlderBrowserTests(Reader reader) : BrowserTest(reader)
{
    private const string Example = "/negotiations/example";

    // What belongs on paper is unfolded for as long as it is printed, and folded again.
    [Fact]
    public async Task Folds_Printed_AreOpenForAsLong()
    {
        var page = await OpenOlderAsync("/pairs/elorie-nahrazan", 1280);
        var folds = page.Locator("details.on-paper");
        var count = await folds.CountAsync();
        Assert.True(count >= 2, $"{count} folds");

        await page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        Assert.Equal(count, await page.Locator("details.on-paper[open]").CountAsync());

        await page.EvaluateAsync("dispatchEvent(new Event('afterprint'))");
        Assert.Equal(0, await page.Locator("details.on-paper[open]").CountAsync());
    }

    // At a desk the record of a claim stands open. Where that can't be, it is a fold under the claim that takes the whole width.
    [Fact]
    public async Task Claim_AtADesk_IsAFoldThatOpensAcrossThePage()
    {
        var page = await OpenOlderAsync("/claims", 1280);
        var claim = page.Locator(".claim").First;
        await Assertions.Expect(claim.Locator("dl.facts")).ToBeHiddenAsync();

        await claim.Locator("summary").ClickAsync();

        await Assertions.Expect(claim.Locator("dl.facts")).ToBeVisibleAsync();
        var (whole, parts) = ((await claim.BoundingBoxAsync())!, (await claim.Locator(".claim-parts").BoundingBoxAsync())!);
        Assert.Equal(whole.Width, parts.Width, 2f);
    }

    // The three parts of the switch stand below one another, and a press opens one.
    [Fact]
    public async Task Switch_AtADesk_ListsItsPartsAndOpensOne()
    {
        var page = await OpenOlderAsync("", 1280);
        await Assertions.Expect(page.Locator("section:has(#by-category) .bars")).ToBeHiddenAsync();

        await page.Locator("#by-category").ClickAsync();

        await Assertions.Expect(page.Locator("section:has(#by-category) .bars")).ToBeVisibleAsync();
        var heads = await Task.WhenAll(new[] { "by-pair", "by-category", "sensitivity" }.Select(async id =>
            (await page.Locator($"#{id}").BoundingBoxAsync())!.Y));
        Assert.Equal(heads.Order(), heads);
        Assert.Equal(3, heads.Distinct().Count());
    }

    private async Task<IPage> OpenOlderAsync(string address, int width)
    {
        var page = await OpenAsync("/", new() { ViewportSize = new() { Width = width, Height = 800 } }, Reader.Both);
        await page.AddInitScriptAsync(
            "const known = CSS.supports; CSS.supports = (...of) => !String(of[0]).includes('details-content') && known.apply(CSS, of);");
        await page.RouteAsync("**/*.css*", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new()
            {
                Response = answer,
                Body = (await answer.TextAsync()).Replace("::details-content", "::details-content-unknown", StringComparison.Ordinal),
            });
        });
        await GoAsync(page, Reader.Both.Address + Example + address);
        return page;
    }
}
