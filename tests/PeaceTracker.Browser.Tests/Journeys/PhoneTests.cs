using PeaceTracker.Browser.Tests.Harness;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>The long pages on a telephone: how long they are, and that what is folded is found.</summary>
public class PhoneTests(Reader reader) : BrowserTest(reader)
{
    private const string Example = "/negotiations/example";

    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    // Seven and a half screens of a telephone at most, where there were eleven. At a desk the record of 11 claims in full is the longest.
    [Theory]
    [InlineData("/issues/power-sharing", 390, 6000)]
    [InlineData("/issues/power-sharing", 1280, 3700)]
    [InlineData("/pairs/elorie-nahrazan", 390, 6500)]
    [InlineData("/claims", 390, 5800)]
    [InlineData("/claims", 1280, 5000)]
    public async Task LongPage_AsItOpens_IsNoHigherThanThat(string address, int width, int most)
    {
        var page = await OpenAsync(Example + address, new() { ViewportSize = new() { Width = width, Height = 844 } }, Reader.Both);

        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollHeight"), 844, most);
    }

    // A mark of the picture leads to its entry: an old one lies in a fold, which opens; with the framework and without a script.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task IssueMark_OfAnOldEntry_OpensTheFoldItLiesIn(bool scripts)
    {
        var page = await OpenAsync(
            Example + "/issues/power-sharing", new() { ViewportSize = Phone, JavaScriptEnabled = scripts }, Reader.Both);
        var first = (await page.Locator("details.on-paper li[id^=event-]").Last.GetAttributeAsync("id"))!;
        var entry = page.Locator($"#{first}");
        await Assertions.Expect(entry).ToBeHiddenAsync();

        if (scripts)
        {
            await FrameworkAsync(page);
        }

        await page.Locator($"a.path-step[href$='#{first}']").ClickAsync();

        await Assertions.Expect(entry).ToBeVisibleAsync();
        await Assertions.Expect(entry).ToBeInViewportAsync();
    }

    // From another page to an entry in a fold: the same.
    [Fact]
    public async Task Link_FromAnotherPageToAFoldedEntry_OpensTheFold()
    {
        var page = await OpenAsync(Example + "/issues/power-sharing", new() { ViewportSize = Phone }, Reader.Both);
        var first = (await page.Locator("details.on-paper li[id^=event-]").Last.GetAttributeAsync("id"))!;
        await GoAsync(page, Reader.Both.Address + Example + "/issues");
        await page.EvaluateAsync(
            "id => { const link = document.querySelector('main a[href$=\"/issues/power-sharing\"]'); link.href += '#' + id; }", first);

        await FrameworkAsync(page);
        await page.Locator("main a[href*='/issues/power-sharing']").First.ClickAsync();

        await Assertions.Expect(page.Locator($"#{first}")).ToBeInViewportAsync();
    }

    // On a telephone what is said about a claim is folded, until one comes to it by its link.
    [Fact]
    public async Task Claim_ByItsLinkInTheTable_IsOpen()
    {
        var page = await OpenAsync(Example + "/claims", new() { ViewportSize = Phone }, Reader.Both);
        var link = page.Locator("table.claims tbody th a").First;
        var id = (await link.GetAttributeAsync("href"))!.Split('#')[1];
        var facts = page.Locator($"#{id} dl.facts");
        await Assertions.Expect(facts).ToBeHiddenAsync();

        await FrameworkAsync(page);
        await link.ClickAsync();

        await Assertions.Expect(facts).ToBeVisibleAsync();
    }

    // Until it is there, the browser itself follows a link, and opens the fold.
    private static Task<bool> FrameworkAsync(IPage page) => page.EvaluateAsync<bool>("Pages.ready().then(() => true)");
}
