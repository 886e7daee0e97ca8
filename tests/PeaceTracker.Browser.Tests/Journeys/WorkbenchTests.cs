using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Browser.Tests.Workbench;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>Every field of the editing forms in the browser: by keyboard, in both themes, and without a complaint about policy or script.</summary>
public class WorkbenchTests(Reader reader, WorkbenchHost host) : BrowserTest(reader), IClassFixture<WorkbenchHost>
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Axe_EverythingOpened_FindsNothingSerious(int width)
    {
        var page = await OpenAsAsync("Editor", WorkbenchHost.Page, new() { ViewportSize = new() { Width = width, Height = 900 } });
        await page.Locator("[data-save]").ClickAsync();
        await page.Locator("#differ").ClickAsync();
        await page.Locator("#field-occurredOn").FillAsync("3/4/26");
        await page.Locator("#field-occurredOn").BlurAsync();
        await Assertions.Expect(page.Locator(".date-asked button")).ToHaveCountAsync(2);
        await page.Locator("#say").ClickAsync();
        await page.Locator("#field-sourceKey").ClickAsync();
        await Assertions.Expect(page.Locator(".key-item").First).ToBeVisibleAsync();
        await Look(page, $"open-{width}");
        await Accessibility.AssertInBothThemesAsync(page, "everything opened", width);
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("#ask").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog).GetByLabel("Reason")).ToBeVisibleAsync();
        await Look(page, $"dialog-{width}");
        await Accessibility.AssertInBothThemesAsync(page, "the dialog", width);
    }

    private static async Task Look(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("LOOK") is { } folder)
            await page.ScreenshotAsync(new() { Path = $"{folder}/{name}.png", FullPage = true });
    }

    private Task<IPage> OpenAsAsync(string role, string address, BrowserNewContextOptions? options = null) =>
        OpenAsync(address, host.As(role, options));
}
