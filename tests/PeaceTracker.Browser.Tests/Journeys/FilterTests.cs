using System.Text.RegularExpressions;
using PeaceTracker.Browser.Tests.Harness;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>Filters of which several values are chosen under a fold.</summary>
public class FilterTests(Reader reader) : BrowserTest(reader)
{
    private const string Issues = "/negotiations/example/issues";

    // Two categories, each at once: the fold stays open for the second, Escape folds it and gives the focus back.
    [Fact]
    public async Task Fold_TwoChosen_AppliesAtOnceAndStaysOpen()
    {
        var page = await OpenAsync(Issues, program: Reader.Both);
        await page.Locator("form.filters").First.HoverAsync();
        await page.WaitForFunctionAsync("() => !!globalThis.Blazor");
        var fold = page.Locator("details.box-fold[data-filter=category]");
        await fold.Locator("summary").ClickAsync();
        var boxes = fold.Locator("input[type=checkbox]");
        var all = await page.Locator(".issue-table tbody tr").CountAsync();

        await boxes.Nth(0).CheckAsync();
        await ArriveAsync(page, "**category=**");
        await Assertions.Expect(page.Locator(".chip")).ToHaveCountAsync(1);
        await Assertions.Expect(boxes.Nth(1)).ToBeVisibleAsync();
        await Assertions.Expect(boxes.Nth(0)).ToBeFocusedAsync();
        var first = await page.Locator(".issue-table tbody tr").CountAsync();
        await boxes.Nth(1).CheckAsync();

        await Assertions.Expect(fold.Locator(".box-fold-chosen")).ToHaveTextAsync("2 chosen");
        Assert.InRange(await page.Locator(".issue-table tbody tr").CountAsync(), first + 1, all);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(boxes.Nth(1)).ToBeHiddenAsync();
        await Assertions.Expect(fold.Locator("summary")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Fold_PressElsewhere_Folds()
    {
        var page = await OpenAsync(Issues, program: Reader.Both);
        var (party, category) = (page.Locator("details.box-fold[data-filter=party]"), page.Locator("details.box-fold[data-filter=category]"));
        await page.WaitForFunctionAsync("() => !!globalThis.Pages && document.readyState === 'complete'");

        await party.Locator("summary").ClickAsync();
        await Assertions.Expect(party.Locator("input").First).ToBeVisibleAsync();
        await category.Locator("summary").ClickAsync();

        await Assertions.Expect(party.Locator("input").First).ToBeHiddenAsync();
        await Assertions.Expect(category.Locator("input").First).ToBeVisibleAsync();
    }

    // Without a script the button does it.
    [Fact]
    public async Task Fold_WithoutScripts_TwoChosenByTheButton()
    {
        var page = await OpenAsync(Issues, new() { JavaScriptEnabled = false }, Reader.Both);
        var fold = page.Locator("details.box-fold[data-filter=party]");
        await fold.Locator("summary").ClickAsync();
        await fold.Locator("input").Nth(0).CheckAsync();
        await fold.Locator("input").Nth(1).CheckAsync();
        await fold.Locator("summary").ClickAsync();
        await page.Locator("form.issue-filters button[type=submit]").ClickAsync();

        await Assertions.Expect(page.Locator("details.box-fold[data-filter=party] .box-fold-chosen")).ToHaveTextAsync("2 chosen");
    }

    // Nine rounds are seen at once, so their filters come folded. Whoever has opened them keeps them open, also after the last one is taken off.
    [Fact]
    public async Task Rounds_StateChosenAndTakenOff_AppliesAtOnceAndStaysOpen()
    {
        var page = await OpenAsync("/negotiations/example/rounds", program: Reader.Both);
        var (fold, rows) = (page.Locator("details.box-fold[data-filter=state]"), page.Locator(".round-table tbody tr"));
        var calledOff = fold.Locator("input[value=called-off]");
        await Assertions.Expect(fold).ToBeHiddenAsync();
        await page.Locator("details.filter-box > summary").ClickAsync();
        await page.Locator("form.filters").HoverAsync();
        await page.WaitForFunctionAsync("() => !!globalThis.Blazor");
        await fold.Locator("summary").ClickAsync();

        await calledOff.CheckAsync();
        await Assertions.Expect(page.Locator(".list-count")).ToHaveTextAsync("1 of 9 rounds");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/rounds\?.*state=called-off"));
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await calledOff.UncheckAsync();

        await Assertions.Expect(rows).ToHaveCountAsync(9);
        await Assertions.Expect(page.Locator(".chip")).ToHaveCountAsync(0);
        await Assertions.Expect(calledOff).ToBeVisibleAsync();
        await Assertions.Expect(calledOff).ToBeFocusedAsync();
    }

    // A day that is typed waits for the button, which is there for it. Offers made since 2 April 2025: that day's, and two of July.
    [Fact]
    public async Task Offers_FirstDayTyped_TheButtonAppliesItAndTheListStaysInSight()
    {
        var page = await OpenAsync("/negotiations/example/drafts", program: Reader.Both);
        var box = page.Locator("details.filter-box").Nth(1);
        await box.Locator("summary").First.ClickAsync();
        await box.Locator("input[name=from]").FillAsync("2025-04-02");
        await box.Locator("button[type=submit]").ClickAsync();

        await Assertions.Expect(page.Locator(".list-count")).ToHaveTextAsync("3 of 7 offers");
        await Assertions.Expect(page.Locator("article[id^=offer-]")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator("#offers")).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator("th[scope=row]")).ToHaveCountAsync(5);
    }

    // Ten publishers, some with names of several lines, are more than the fold shows at once: it scrolls, and none lies on another.
    [Fact]
    public async Task Fold_ManyLongNames_NoneLiesOnAnother()
    {
        var page = await OpenAsync("/negotiations/example/sources", new() { ViewportSize = new() { Width = 390, Height = 900 } }, Reader.Both);
        await page.Locator("details[data-filter=publisher] summary").ClickAsync();

        var lines = await page.Locator("details[data-filter=publisher] label").EvaluateAllAsync<int[][]>(
            "labels => labels.map(l => { const range = document.createRange(); range.selectNodeContents(l); " +
            "const box = range.getBoundingClientRect(); return [Math.round(box.top), Math.round(box.bottom)]; })");

        Assert.InRange(lines.Length, 2, int.MaxValue);
        Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.InRange(pair.Second[0], pair.First[1], int.MaxValue));
    }

    // Headings stay in sight while the rows of a long list go by.
    [Fact]
    public async Task Sources_ScrolledDown_HeadingsStay()
    {
        var page = await OpenAsync("/negotiations/example/sources", new() { ViewportSize = new() { Width = 1280, Height = 800 } }, Reader.Both);

        await page.Locator(".source-table tbody tr").Nth(20).EvaluateAsync("row => row.scrollIntoView({ block: 'center' })");

        await Assertions.Expect(page.Locator(".source-table thead th").First).ToBeInViewportAsync();
    }

    // What is said of each part is there in whole: no words end in dots, none are cut off below. An open fold lies within the page.
    [Theory]
    [InlineData("", 1280)]
    [InlineData("", 390)]
    [InlineData("/changes?from=2024-12-31&to=2025-09-12", 1280)]
    [InlineData("/changes?from=2024-12-31&to=2025-09-12", 390)]
    [InlineData("/issues/power-sharing", 1280)]
    [InlineData("/issues/power-sharing", 768)]
    [InlineData("/issues/power-sharing", 390)]
    [InlineData("/pairs/elorie-nahrazan", 1280)]
    [InlineData("/pairs/elorie-nahrazan", 390)]
    [InlineData("/claims", 390)]
    public async Task Words_EachWidth_NoneAreCut(string address, int width)
    {
        var page = await OpenAsync("/negotiations/example" + address, new() { ViewportSize = new() { Width = width, Height = 900 } }, Reader.Both);
        await page.EvaluateAsync("document.fonts.ready");

        Assert.Empty(await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('main *')].filter(element => {
              const style = getComputedStyle(element);
              if (style.visibility === 'hidden' || element.closest('.sr-only, svg, :is(thead, caption)')) return false;
              if (!element.innerText?.trim() || style.overflowX === 'auto' || style.overflowY === 'auto') return false;
              const cutAcross = style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
              const cutBelow = style.overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 2;
              return element.clientWidth > 1 && (cutAcross || cutBelow);
            }).map(element => `${element.className}: ${element.innerText.slice(0, 60)}`)
            """));
    }
}
