using Microsoft.Playwright;

namespace PeaceTracker.Browser.Tests;

public class ChromiumTests
{
    [Fact]
    public async Task Launch_SystemChromium_RendersAPage()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
        var page = await browser.NewPageAsync();
        await page.SetContentAsync("<h1>Peace</h1>");
        Assert.Equal("Peace", await page.Locator("h1").InnerTextAsync());
    }
}
