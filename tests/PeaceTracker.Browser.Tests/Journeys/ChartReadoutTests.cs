using PeaceTracker.Browser.Tests.Harness;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>
/// The chart of shares read by date. The example (seeds/EXAMPLE.md): its first agenda of 22 points is of 11 March 2024, its second of
/// 27 January 2025 (24 points: three added, two dropped, one split) with 7 of 24 agreed; 14 of 24 are claimed on 4 April 2025.
/// </summary>
public class ChartReadoutTests(Reader reader) : BrowserTest(reader)
{
    private const string Example = "/negotiations/example";

    [Fact]
    public async Task Keys_OnTheChart_ReadItByDate()
    {
        var page = await OpenAsync(Example, program: Reader.Both);
        var (cursor, reading) = (page.GetByRole(AriaRole.Slider, new() { Name = "Shares over time, by date" }), page.Locator(".chart-reading"));
        await cursor.FocusAsync();

        await page.Keyboard.PressAsync("Home");

        await Assertions.Expect(page.Locator(".chart-reading-date")).ToHaveTextAsync("11 March 2024");
        await Assertions.Expect(Answer(page, "Agreed")).ToHaveTextAsync("0 of 22 (0%)");
        await Assertions.Expect(Answer(page, "Agenda")).ToContainTextAsync("22 issues");
        await Assertions.Expect(reading).ToHaveRoleAsync(AriaRole.Status);
        await Assertions.Expect(cursor).ToHaveAttributeAsync("aria-valuetext", "11 March 2024");
        await Assertions.Expect(cursor).ToHaveAttributeAsync("aria-valuenow", "0");

        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(Answer(page, "Agreed")).ToHaveTextAsync("12 of 24 (50%)");
        await Assertions.Expect(Answer(page, "Band from unknowns")).ToHaveTextAsync("50–62.5%"); // 12 and 3 unknown of 24
        await Assertions.Expect(page.Locator(".chart-line")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(reading).ToBeEmptyAsync();
        await Assertions.Expect(page.Locator(".chart-line")).ToBeHiddenAsync();
        await Assertions.Expect(cursor).ToBeFocusedAsync();
    }

    // Each press goes to the next date, and none of them is left out: as many as the table's rows have different dates, and the present.
    [Fact]
    public async Task Arrows_FromEndToEnd_StopAtEveryDateOfTheTable()
    {
        var page = await OpenAsync(Example, program: Reader.Both);
        await page.Locator(".chart-cursor").FocusAsync();
        var dates = await page.Locator(".chart-data tbody tr").EvaluateAllAsync<string[]>(
            "rows => rows.map(r => r.dataset.on ?? r.querySelector('time').dateTime)");
        var stops = dates.Distinct().Count() + 1;

        await page.Keyboard.PressAsync("Home");
        for (var i = 1; i < stops; i++)
        {
            await page.Keyboard.PressAsync("ArrowRight");
            await Assertions.Expect(page.Locator(".chart-cursor")).ToHaveAttributeAsync("aria-valuenow", $"{i}");
        }

        await Assertions.Expect(page.Locator(".chart-cursor")).ToHaveAttributeAsync("aria-valuemax", $"{stops - 1}");
    }

    [Fact]
    public async Task Pointer_OverAClaim_ReadsItBesideTheSharesOfThatDay()
    {
        var page = await OpenAsync(Example, program: Reader.Both);
        var point = page.Locator(".chart-plot a[href*='published-count-april'] .chart-claim");
        await point.ScrollIntoViewIfNeededAsync();

        await point.HoverAsync();

        await Assertions.Expect(page.Locator(".chart-reading-date")).ToHaveTextAsync("4 April 2025");
        await Assertions.Expect(Answer(page, "Claimed")).ToContainTextAsync("14 of 24 (58.3%)");
        await Assertions.Expect(Answer(page, "Agreed")).ToHaveTextAsync("11 of 24 (45.8%)"); // as on 30 April, see the table of EXAMPLE.md
        await page.Mouse.MoveAsync(5, 5);
        await Assertions.Expect(page.Locator(".chart-reading")).ToBeEmptyAsync();
    }

    [Fact]
    public async Task Finger_OnTheChart_ReadsAndStaysUntilElsewhere()
    {
        var page = await OpenAsync(
            Example, new() { HasTouch = true, IsMobile = true, ViewportSize = new() { Width = 390, Height = 844 } }, Reader.Both);
        var plot = page.Locator(".chart-plot");
        await plot.ScrollIntoViewIfNeededAsync();

        // The right end, among the names of the months, where nothing leads anywhere.
        await plot.TapAsync(new() { Position = new() { X = 262, Y = 242 } });
        await Assertions.Expect(Answer(page, "Agreed")).ToHaveTextAsync("12 of 24 (50%)");

        await page.Locator("h2#over-time").TapAsync();
        await Assertions.Expect(page.Locator(".chart-reading")).ToBeEmptyAsync();
    }

    // Enhanced navigation changes the page under the script: it reads there too, and where the same page comes again it goes on reading.
    [Fact]
    public async Task Navigation_WhileReading_GoesOn()
    {
        var page = await OpenAsync(Example + "/claims?asOf=2025-01-31", program: Reader.Both);
        await page.Locator($"nav.tabs a[href='{Example}?asOf=2025-01-31']").ClickAsync();
        await ArriveAsync(page, "**/example?asOf=2025-01-31");
        var cursor = page.Locator(".chart-cursor");
        await cursor.FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(Answer(page, "Agreed")).ToHaveTextAsync("0 of 22 (0%)");

        await page.EvaluateAsync("void (window.loaded = new Promise(done => Pages.on('enhancedload', done)))");
        await page.EvaluateAsync("Pages.go(location.pathname + '?asOf=2025-02-01')");
        await page.EvaluateAsync("window.loaded");

        await Assertions.Expect(page.Locator(".chart-reading-date")).ToHaveTextAsync("11 March 2024");
        await Assertions.Expect(cursor).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(page.Locator(".chart-reading-date")).ToHaveTextAsync("1 February 2025");
    }

    [Fact]
    public async Task Chart_WithoutScripts_OffersTheTableAlone()
    {
        var page = await OpenAsync(Example, new() { JavaScriptEnabled = false }, Reader.Both);

        await Assertions.Expect(page.Locator(".chart-cursor")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".chart-keys")).ToBeHiddenAsync();
        await page.Locator(".chart-data summary").ClickAsync();
        var row = page.Locator(".chart-data tr", new() { HasText = "27 January 2025" }).Last;
        await Assertions.Expect(row).ToContainTextAsync("3 added, 2 dropped, 1 split");
    }

    private static ILocator Answer(IPage page, string term) => page.Locator($".chart-reading dt:text-is('{term}') + dd");
}
