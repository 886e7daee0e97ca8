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
        await ArriveAsync(page, "**/claims");
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

    // Where the system sets the colours a browser takes away gradients, shadows and grounds: what is drawn by them must be seen all the same.
    [Theory]
    [InlineData("", ".swatch-hatch", ".key-bar", ".range-unknown", ".counted-end")]
    [InlineData("/matrix", ".key-blocks", ".matrix td > a.blocks", ".sign.before")]
    [InlineData("/issues", ".mark-blocks", ".pill-warn")]
    [InlineData("/claims", ".points-bar i", ".points-indicative i")]
    [InlineData("/issues/ceasefire", ".span-accepts", ".span-conditions")]
    [InlineData("/rounds", ".strip-mark", ".strip-draft")]
    public async Task ForcedColours_WhatAKeyOrALevelIsDrawnBy_IsSeen(string path, params string[] parts)
    {
        var page = await OpenAsync("/negotiations/example" + path, new() { ForcedColors = ForcedColors.Active }, Reader.Both);

        var unseen = await page.EvaluateAsync<string>("""
            parts => {
                const ground = getComputedStyle(document.body).backgroundColor;
                const seen = part => {
                    const style = getComputedStyle(document.querySelector(part));
                    const clear = style.backgroundColor === ground || /^rgba\(.*, 0\)$/.test(style.backgroundColor);
                    return style.backgroundImage !== 'none' || !clear || parseFloat(style.borderInlineStartWidth) > 0;
                };
                return parts.filter(part => !seen(part)).join(', ');
            }
            """, parts);

        Assert.Equal("", unseen);
    }
}
