using PeaceTracker.Browser.Tests.Harness;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>The same ways without a mouse: every step is a key, and what has the focus can be seen.</summary>
public class KeyboardTests(Reader reader) : BrowserTest(reader)
{
    [Fact]
    public async Task SkipLink_BeforeEverything_LeadsPastTheNavigation()
    {
        var page = await OpenAsync(Of("issues"));

        // From the first link after it: where the focus starts on a fresh page is the browser's affair.
        await page.Locator(".brand").FocusAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(page.Locator(".skip-link")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".skip-link")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#content")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");

        Assert.True(await page.EvaluateAsync<bool>("document.getElementById('content').contains(document.activeElement)"));
    }

    [Fact]
    public async Task Reader_KeysAlone_GoesFromTheSummaryToAFilteredListToAnIssue()
    {
        var page = await OpenAsync(Of(""));

        await TabToAsync(page, "nav.tabs a[href$='/issues']");
        await page.Keyboard.PressAsync("Enter");
        await ArriveAsync(page, "**/issues");
        await TabToAsync(page, "main form [name=level][value=disputed]");
        await page.Keyboard.PressAsync("Space"); // applies at once
        await ArriveAsync(page, "**level=disputed**");
        await TabToAsync(page, "main tbody a[href*='/issues/territory']");
        await page.Keyboard.PressAsync("Enter");
        await ArriveAsync(page, "**/issues/territory**");

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Territory");
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        const int Most = 200;
        await page.Locator(selector).First.WaitForAsync();
        for (var presses = 0; presses < Most; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector))
            {
                Assert.True(await page.EvaluateAsync<bool>(FocusIsVisible), $"{selector} has the focus and doesn't show it.");
                return;
            }
        }

        Assert.Fail($"{selector} can’t be reached with the Tab key.");
    }

    private const string FocusIsVisible = """
        () => {
            const style = getComputedStyle(document.activeElement);
            return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
        }
        """;
}
