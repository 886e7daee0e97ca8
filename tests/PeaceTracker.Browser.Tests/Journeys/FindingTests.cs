using PeaceTracker.Browser.Tests.Harness;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>The analyst's way: narrow down, go back in time, look something up, and send the link to a colleague.</summary>
public class FindingTests(Reader reader) : BrowserTest(reader)
{
    // Two of the ten issues are disputed: territory and sovereignty.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Issues_FilteredByLevel_TheLinkShowsTheSameToAnother(bool javaScript)
    {
        var page = await OpenAsync(Of("issues"), new() { JavaScriptEnabled = javaScript });
        var form = page.Locator("main form:has([name=level])");

        await form.Locator("[type=checkbox][name=level][value=disputed]").CheckAsync();
        if (!javaScript)
        {
            await form.Locator("button[type=submit]").ClickAsync();
        }

        await ArriveAsync(page, "**level=disputed**");
        // The address is there before the list is, and while it is changed there is none.
        await Assertions.Expect(page.Locator("main tbody a[href*='/issues/territory']").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("main a[href*='/issues/western-limit']")).ToHaveCountAsync(0);
        var mine = await IssuesAsync(page);
        var other = await OpenAsync(new Uri(page.Url).PathAndQuery);

        Assert.Equal(["sovereignty", "territory"], mine.Order());
        Assert.Equal(mine, await IssuesAsync(other));
    }

    // A tablet has the table of a desk, of which a row is two or three lines, not the cards of a telephone: 24 issues in under 3,600 px.
    [Fact]
    public async Task Issues_OnATablet_AreATable()
    {
        var page = await OpenAsync("/negotiations/example/issues", new() { ViewportSize = new() { Width = 768, Height = 1024 } }, Reader.Both);

        var first = (await page.Locator(".issue-table tbody tr th").First.BoundingBoxAsync())!;
        var level = (await page.Locator(".issue-table tbody tr td[data-label=Level]").First.BoundingBoxAsync())!;
        Assert.True(level.X > first.X + first.Width - 1 && level.Y < first.Y + first.Height, "The level stands below the issue.");
        await Assertions.Expect(page.Locator(".issue-table thead a.sort").First).ToBeHiddenAsync(); // of the numbers, for which there is no room
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollHeight"), 1000, 3600);
    }

    // What goes from page to page without loading anew is the largest file of all: whoever only reads is spared it.
    [Fact]
    public async Task Summary_UntilALinkIsReachedFor_FetchesNothingOfTheFramework()
    {
        var page = await OpenAsync(Of(""));
        await page.WaitForFunctionAsync("() => !!globalThis.Pages && document.readyState === 'complete'");
        Assert.False(await page.EvaluateAsync<bool>("performance.getEntriesByType('resource').some(file => file.name.includes('blazor.web'))"));

        await page.Locator("nav.tabs a[href$='/issues']").HoverAsync();
        await page.WaitForFunctionAsync("() => !!globalThis.Blazor");
        await page.EvaluateAsync("window.sameDocument = true");
        await page.Locator("nav.tabs a[href$='/issues']").ClickAsync();
        await ArriveAsync(page, "**/issues");

        await Assertions.Expect(page.Locator("main form:has([name=level])")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument === true"));
    }

    // As behind a proxy that lets no such file through: links lead on as in any browser.
    [Fact]
    public async Task Links_FileOfTheFrameworkIsMissing_LeadOnAllTheSame()
    {
        Expect("blazor.web", "ERR_FAILED");
        var page = await OpenAsync("/account/sign-in");
        await page.RouteAsync("**/_framework/blazor.web*", route => route.AbortAsync());
        await GoAsync(page, Of("issues"));

        await page.Locator("main form [type=checkbox][name=level][value=disputed]").CheckAsync();
        await ArriveAsync(page, "**level=disputed**");
        await page.Locator("nav.tabs a[href*='/claims']").ClickAsync();
        await ArriveAsync(page, "**/claims**");
    }

    [Fact]
    public async Task Issues_BackAfterAFilter_ShowsAllAgain()
    {
        var page = await OpenAsync(Of("issues"));
        var all = await IssuesAsync(page);

        await page.Locator("main form [type=checkbox][name=level][value=disputed]").CheckAsync();
        await ArriveAsync(page, "**level=disputed**");
        await page.GoBackAsync();
        await ArriveAsync(page, "**/issues");

        Assert.Equal(10, all.Count);
        await Assertions.Expect(page.Locator("main a[href*='/issues/western-limit']").First).ToBeVisibleAsync();
    }

    // The example begins on 2024-03-04; half a year later its board is another one than today's.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AsOf_DateChosen_ShowsThatDayAndTheWayBack(bool javaScript)
    {
        var page = await OpenAsync("/negotiations/example", new() { JavaScriptEnabled = javaScript }, Reader.Both);
        var now = await page.Locator("data#board-share").GetAttributeAsync("value");

        await page.Locator("details.as-of summary").ClickAsync();
        await page.Locator("details.as-of [name=asOf]").FillAsync("2024-03-20");
        await page.Locator("details.as-of button").ClickAsync();
        await ArriveAsync(page, "**asOf=2024-03-20**");
        await Assertions.Expect(page.Locator(".banner-past")).ToContainTextAsync("20 March 2024");
        var then = await page.Locator("data#board-share").GetAttributeAsync("value");
        await page.Locator("nav.tabs a", new() { HasText = "Claims" }).ClickAsync();
        await ArriveAsync(page, "**/claims?asOf=2024-03-20**");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Claims");
        await page.Locator(".banner-past").GetByText("Go to the present").ClickAsync();
        await ArriveAsync(page, "**/claims");

        await Assertions.Expect(page.Locator(".banner-past")).ToHaveCountAsync(0);
        Assert.NotEqual(now, then);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Search_PersonOfTheTalks_IsFound(bool javaScript)
    {
        var page = await OpenAsync(Of(""), new() { JavaScriptEnabled = javaScript });

        await page.Locator("form[role=search] [name=q]").FillAsync("WITKOFF");
        await page.Locator("form[role=search] [name=q]").PressAsync("Enter");
        await ArriveAsync(page, "**/search?q=WITKOFF**");

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Steve Witkoff");
        await Assertions.Expect(page.Locator("main a[href*='/parties/']").First).ToBeVisibleAsync();
    }

    private static async Task<IReadOnlyList<string>> IssuesAsync(IPage page)
    {
        var links = await page.Locator("main tbody a[href*='/issues/']").EvaluateAllAsync<string[]>(
            "links => links.map(a => new URL(a.href).pathname.split('/').pop())");
        return [.. links.Distinct()];
    }
}
