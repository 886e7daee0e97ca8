using PeaceTracker.Browser.Tests.Harness;

namespace PeaceTracker.Browser.Tests.Journeys;

public class ThemeTests(Reader reader) : BrowserTest(reader)
{
    private const string Background = "getComputedStyle(document.body).backgroundColor";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Switch_ToDark_IsRememberedOnTheNextPage(bool javaScript)
    {
        var page = await OpenAsync(Of("claims"), new() { JavaScriptEnabled = javaScript, ColorScheme = ColorScheme.Light });

        await page.Locator("a.to-dark").ClickAsync();
        await page.WaitForURLAsync("**/claims");
        await GoAsync(page, Of("issues"));

        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Assertions.Expect(page.Locator("a.to-light")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Theme_NothingChosen_FollowsTheSystem()
    {
        var page = await OpenAsync(Of(""), new() { ColorScheme = ColorScheme.Light });
        var light = await page.EvaluateAsync<string>(Background);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });

        Assert.NotEqual(light, await page.EvaluateAsync<string>(Background));
    }
}
