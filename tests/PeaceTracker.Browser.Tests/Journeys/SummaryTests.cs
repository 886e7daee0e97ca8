using PeaceTracker.Browser.Tests.Harness;

namespace PeaceTracker.Browser.Tests.Journeys;

public class SummaryTests(Reader reader) : BrowserTest(reader)
{
    // seed-facts: the claim is 90%; between Ukraine and Russia 0 of 7 issues are agreed, on the whole board 0 of 10.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Start_FirstVisit_ShowsTheClaimBesideTheRecord(bool javaScript)
    {
        var page = await OpenAsync("/", new() { JavaScriptEnabled = javaScript });

        Assert.Equal("90", await page.Locator("data#claimed-share").First.GetAttributeAsync("value"));
        Assert.Equal("0", await page.Locator("data#computed-share").GetAttributeAsync("value"));
        Assert.Equal("0", await page.Locator("data#board-share").GetAttributeAsync("value"));
        var main = await page.Locator("main").InnerTextAsync();
        Assert.Contains("0 of 7", main, StringComparison.Ordinal);
        Assert.Contains("0 of 10", main, StringComparison.Ordinal);
    }
}
