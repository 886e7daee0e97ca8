using PeaceTracker.Browser.Tests.Harness;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>The analyst's way through time: from change to change, by the slider, and between two dates.</summary>
public class OverTimeTests(Reader reader) : BrowserTest(reader)
{
    private const string Example = "/negotiations/example";

    // The analyst compares two dates by the form, unfolds what is behind a share, and hands the link on: it shows the same.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Comparison_ByTheForm_ShowsTheChangeAndCanBeCited(bool scripts)
    {
        var page = await OpenAsync(Example + "/changes", new() { JavaScriptEnabled = scripts }, Reader.Both);
        await page.GetByLabel("From", new() { Exact = true }).FillAsync("2024-12-31");
        await page.GetByLabel("To", new() { Exact = true }).FillAsync("2025-04-30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "31 December 2024 and 30 April 2025 compared" })).ToBeVisibleAsync();
        await page.GetByText("Text-agreed share: the issues behind its change").ClickAsync();
        var behind = page.Locator("details", new() { HasText = "Text-agreed share: the issues behind" });
        await Assertions.Expect(behind.GetByText("now counted")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#cite-full")).ToContainTextAsync("31 December 2024 and 30 April 2025 compared");
        var table = await page.Locator("section[aria-labelledby=comparison] table").InnerTextAsync();

        await GoAsync(page, (await page.Locator("#cite-link").GetAttributeAsync("href"))!);

        Assert.Equal(table, await page.Locator("section[aria-labelledby=comparison] table").InnerTextAsync());
        await Assertions.Expect(page.Locator(".banner-past")).ToBeVisibleAsync();
    }

    // Two dates compared: the figure, the bridge and the steps in between stand in the first 700 pixels, whatever else there is.
    [Fact]
    public async Task Comparison_Opened_AnswerInTheFirstScreen()
    {
        var page = await OpenAsync(Example + "/changes?from=2024-12-31&to=2025-09-12", new() { ViewportSize = new() { Width = 1280, Height = 900 } },
            Reader.Both);

        foreach (var part in new[] { ".compare-figure", ".waterfall" })
        {
            var box = (await page.Locator(part).BoundingBoxAsync())!;
            Assert.InRange(box.Y + box.Height, 0, 700);
        }
    }

    // On a telephone a row of a list is the issue, and below it the two levels side by side, each half as wide.
    [Fact]
    public async Task Comparison_OnAPhone_IssueStandsAboveBeforeAndAfter()
    {
        var page = await OpenAsync(Example + "/changes?from=2024-12-31&to=2025-09-12&sort=issue",
            new() { ViewportSize = new() { Width = 390, Height = 844 } }, Reader.Both);
        var row = page.Locator("#moved ~ details .compared-rows tbody tr").First;

        var issue = (await row.Locator("th").BoundingBoxAsync())!;
        var before = (await row.Locator("td").First.BoundingBoxAsync())!;
        var after = (await row.Locator("td").Last.BoundingBoxAsync())!;
        Assert.True(before.Y >= issue.Y + issue.Height - 1, $"Before begins at {before.Y}, the issue ends at {issue.Y + issue.Height}.");
        Assert.Equal(before.Y, after.Y, 1f);
        Assert.True(after.X >= before.X + before.Width, "The two levels lie over each other.");
    }

    // A press on a step in a chart of shares opens what changed it: the day before compared with that day, of the pair where it is a pair's share.
    [Theory]
    [InlineData("")]
    [InlineData("/pairs")]
    [InlineData("/pairs/elorie-nahrazan")]
    public async Task Step_InAChartOfShares_OpensTheComparison(string address)
    {
        var page = await OpenAsync(Example + address, program: Reader.Both);

        await new Hand(page).PressLineAsync(page.Locator("a.chart-step line").Last);

        await ArriveAsync(page, "**/changes?from=*&to=*#comparison");
        await Assertions.Expect(page.Locator("#comparison")).ToContainTextAsync("compared");
        Assert.Equal(address.Length > 0, page.Url.Contains("dyad=", StringComparison.Ordinal));
    }

    // Without scripts, by links alone: a step back, then to what was known on that day.
    [Fact]
    public async Task Steps_WithoutScripts_LeadFromChangeToChange()
    {
        var page = await OpenAsync(Example + "/issues?asOf=2024-07-31", new() { JavaScriptEnabled = false }, Reader.Both);

        await page.Locator(".as-of-steps a[rel=prev]").ClickAsync();
        await ArriveAsync(page, "**/issues?asOf=2024-07-12"); // the second round's outcome
        await page.GetByRole(AriaRole.Link, new() { Name = "Show only what was recorded then" }).ClickAsync();
        await ArriveAsync(page, "**/issues?asOf=2024-07-12&knownAt=2024-07-12");
        var second = page.Url;
        await page.Locator(".as-of-steps a[rel=prev]").ClickAsync();

        await Assertions.Expect(page).Not.ToHaveURLAsync(second);
        await ArriveAsync(page, "**/issues?asOf=*&knownAt=2024-07-12");
        await page.Locator(".banner-past").GetByText("Go to the present").ClickAsync();
        await Assertions.Expect(page.Locator(".banner-past")).ToHaveCountAsync(0);
    }

    // By keys alone, there and back to the present; the page is never loaded again, and its filters stay.
    [Fact]
    public async Task Slider_Keys_GoToTheDatesAndBackToThePresent()
    {
        var page = await OpenAsync(Example + "/issues?level=disputed", program: Reader.Both);
        await page.EvaluateAsync("window.sameDocument = true");
        await page.Locator("details.as-of summary").ClickAsync();
        var slider = page.GetByLabel("Move between dates of change");
        await Assertions.Expect(slider).ToBeVisibleAsync();
        var dates = (await page.Locator(".as-of-slider").GetAttributeAsync("data-dates"))!.Split(' ');

        await slider.FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await ArriveAsync(page, $"**/issues?level=disputed&asOf={dates[0]}");
        await Assertions.Expect(page.Locator(".banner-past")).ToBeVisibleAsync();
        await Assertions.Expect(slider).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await ArriveAsync(page, $"**/issues?level=disputed&asOf={dates[1]}");
        await Assertions.Expect(slider).ToBeFocusedAsync();
        await Assertions.Expect(slider).ToHaveValueAsync("1");
        await page.Keyboard.PressAsync("End");
        await ArriveAsync(page, "**/issues?level=disputed");
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
        var slider = page.GetByLabel("Move between dates of change");
        await Assertions.Expect(slider).ToBeVisibleAsync();

        await slider.EvaluateAsync("input => { input.value = 0; input.dispatchEvent(new Event('input', { bubbles: true })); }");

        await Assertions.Expect(page.Locator(".as-of-slider output")).ToHaveTextAsync("4 March 2024"); // the first round is announced
        await Assertions.Expect(slider).ToHaveAttributeAsync("aria-valuetext", "4 March 2024");
        Assert.EndsWith(Example, page.Url, StringComparison.Ordinal);
    }
}
