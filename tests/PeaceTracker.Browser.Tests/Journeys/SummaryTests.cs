using PeaceTracker.Browser.Tests.Harness;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>The manager's way: the two figures, and from each fact to its source.</summary>
public class SummaryTests(Reader reader) : BrowserTest(reader)
{
    // The claim is 90%; between Ukraine and Russia none of 7 issues is agreed on record, on the whole board none of 10.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Start_FirstVisit_ShowsTheClaimBesideTheRecord(bool javaScript)
    {
        var page = await OpenAsync("/", new() { JavaScriptEnabled = javaScript });

        Assert.Equal("90", await page.Locator("data#claimed-share").GetAttributeAsync("value"));
        Assert.Equal("0", await page.Locator("data#computed-share").GetAttributeAsync("value"));
        Assert.Equal("0", await page.Locator("data#board-share").GetAttributeAsync("value"));
        var main = await page.Locator("main").InnerTextAsync();
        Assert.Contains("0 of 7", main, StringComparison.Ordinal);
        Assert.Contains("0 of 10", main, StringComparison.Ordinal);
        Assert.Contains("indicative", main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Summary_FromAMarkToTheSource_ThreePages(bool javaScript)
    {
        var page = await OpenAsync("/", new() { JavaScriptEnabled = javaScript });

        await page.Locator(".unit-marks a.unit[href*='/issues/territory']").ClickAsync();
        await page.WaitForURLAsync("**/issues/territory");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Territory");
        await page.Locator("main a[href*='/sources/']").First.ClickAsync();
        await page.WaitForURLAsync("**/sources/**");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Reuters");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("2026"); // the date as printed stands beside the resolved one
    }

    [Fact]
    public async Task Start_TwoNegotiations_OffersBoth()
    {
        var page = await OpenAsync("/", program: Reader.Both);

        await page.Locator("main a[href$='/negotiations/example']").First.ClickAsync();
        await page.WaitForURLAsync("**/negotiations/example");
        await Assertions.Expect(page.Locator(".banner-fictional")).ToBeVisibleAsync();
    }

    // One page of paper: a manager takes it into a meeting.
    [Fact]
    public async Task Summary_Printed_FillsOnePageOfA4()
    {
        var page = await OpenAsync(Of(""));

        var paper = await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true });

        var text = System.Text.Encoding.Latin1.GetString(paper);
        Assert.Equal(1, System.Text.RegularExpressions.Regex.Count(text, @"/Type\s*/Page\b(?!s)"));
    }
}
