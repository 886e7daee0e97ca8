using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Browser.Tests.Workbench;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>Every field of the editing forms in the browser: by keyboard, in both themes, and without a complaint about policy or script.</summary>
public class WorkbenchTests(Reader reader, WorkbenchHost host) : BrowserTest(reader), IClassFixture<WorkbenchHost>
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Axe_EverythingOpened_FindsNothingSerious(ColorScheme scheme, int width)
    {
        var page = await OpenAsAsync("Editor", WorkbenchHost.Page, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        await page.Locator("[data-save]").ClickAsync();
        await page.Locator("#differ").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Calendar for Happened on" }).ClickAsync();
        await Assertions.Expect(page.Locator(".mud-picker-calendar-day").First).ToBeVisibleAsync();
        await page.Locator("#say").ClickAsync();
        await page.Locator("#field-sourceKey").ClickAsync();
        await Assertions.Expect(page.Locator(".key-item").First).ToBeVisibleAsync();
        await Look(page, $"open-{scheme}-{width}");
        await Accessibility.AssertNothingSeriousAsync(page, scheme.ToString());
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("#ask").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog).GetByLabel("Reason")).ToBeVisibleAsync();
        await Look(page, $"dialog-{scheme}-{width}");
        await Accessibility.AssertNothingSeriousAsync(page, scheme.ToString());
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }

    [Fact]
    public async Task Page_EverythingOpened_ComplainsOfNothing()
    {
        var page = await OpenAsAsync("Editor", WorkbenchHost.Page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Calendar for Happened on" }).ClickAsync();
        await Assertions.Expect(page.Locator(".mud-picker-calendar-day").First).ToBeVisibleAsync();
        await page.Locator("#say").ClickAsync();
        await page.Locator("#field-sourceKey").ClickAsync();
        await Assertions.Expect(page.Locator(".key-item").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("#ask").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog).GetByLabel("Reason")).ToBeVisibleAsync();
    }

    private static async Task Look(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("LOOK") is { } folder)
            await page.ScreenshotAsync(new() { Path = $"{folder}/{name}.png", FullPage = true });
    }

    private Task<IPage> OpenAsAsync(string role, string address, BrowserNewContextOptions? options = null) => OpenAsync(address, host.As(role, options));
}
