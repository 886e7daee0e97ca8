using System.Buffers.Binary;
using PeaceTracker.Browser.Tests.Harness;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>The analyst's way through time, and the chart taken along.</summary>
public class OverTimeTests(Reader reader) : BrowserTest(reader)
{
    private const string Example = "/negotiations/example";

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    // Twice the size of the SVG, which is 1200 wide. A file of one colour would be far smaller than 20 kB.
    [Fact]
    public async Task Png_AfterNavigation_IsTheImageOfThatDate()
    {
        var page = await OpenAsync(Example + "/claims?asOf=2025-01-31", program: Reader.Both);
        await page.Locator($"nav.tabs a[href='{Example}?asOf=2025-01-31']").ClickAsync();
        await page.WaitForURLAsync("**/example?asOf=2025-01-31");

        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[data-png]").ClickAsync());

        Assert.Equal("example-shares-2025-01-31.png", download.SuggestedFilename);
        var png = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal(Signature, png[..8]);
        Assert.Equal(2400, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.InRange(png.Length, 20_000, int.MaxValue);
    }

    [Fact]
    public async Task Svg_WithoutScripts_IsSavedAndNoPngIsOffered()
    {
        var page = await OpenAsync(Example, new() { JavaScriptEnabled = false }, Reader.Both);

        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[href='/negotiations/example/shares.svg']:not([data-png])").ClickAsync());

        Assert.EndsWith(".svg", download.SuggestedFilename, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("a[data-png]")).ToBeHiddenAsync();
        await page.Locator("details.as-of summary").ClickAsync();
        await Assertions.Expect(page.Locator(".as-of-slider")).ToBeHiddenAsync();
    }

    // By keys alone, there and back to the present; the page is never loaded anew, and its filters stay.
    [Fact]
    public async Task Slider_Keys_GoToTheDatesAndBackToThePresent()
    {
        var page = await OpenAsync(Example + "/issues?level=disputed", program: Reader.Both);
        await page.EvaluateAsync("window.sameDocument = true");
        await page.Locator("details.as-of summary").ClickAsync();
        var slider = page.GetByLabel("Move through the dates of change");
        await Assertions.Expect(slider).ToBeVisibleAsync();
        var dates = (await page.Locator(".as-of-slider").GetAttributeAsync("data-dates"))!.Split(' ');

        await slider.FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await page.WaitForURLAsync($"**/issues?level=disputed&asOf={dates[0]}");
        await Assertions.Expect(page.Locator(".banner-past")).ToBeVisibleAsync();
        await Assertions.Expect(slider).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForURLAsync($"**/issues?level=disputed&asOf={dates[1]}");
        await Assertions.Expect(slider).ToBeFocusedAsync();
        await Assertions.Expect(slider).ToHaveValueAsync("1");
        await page.Keyboard.PressAsync("End");
        await page.WaitForURLAsync("**/issues?level=disputed");
        await Assertions.Expect(page.Locator(".banner-past")).ToHaveCountAsync(0);

        await Assertions.Expect(slider).ToBeFocusedAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument === true"));
    }

    // While it moves it says the date and stays; only where it rests does it go there.
    [Fact]
    public async Task Slider_WhileMoving_SaysTheDateAndStays()
    {
        var page = await OpenAsync(Example, program: Reader.Both);
        await page.Locator("details.as-of summary").ClickAsync();
        var slider = page.GetByLabel("Move through the dates of change");
        await Assertions.Expect(slider).ToBeVisibleAsync();

        await slider.EvaluateAsync("input => { input.value = 0; input.dispatchEvent(new Event('input', { bubbles: true })); }");

        await Assertions.Expect(page.Locator(".as-of-slider output")).ToHaveTextAsync("11 March 2024"); // the example's first agenda
        await Assertions.Expect(slider).ToHaveAttributeAsync("aria-valuetext", "11 March 2024");
        Assert.EndsWith(Example, page.Url, StringComparison.Ordinal);
    }
}
