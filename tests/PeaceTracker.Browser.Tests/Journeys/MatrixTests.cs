using PeaceTracker.Browser.Tests.Harness;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>The grid of the matrix: its words by keyboard, by finger and without scripts.</summary>
public class MatrixTests(Reader reader) : BrowserTest(reader)
{
    private const string Address = "/negotiations/example/matrix?asOf=2025-09-12";

    [Fact]
    public async Task Grid_ArrowKeys_GoFromCellToCellAndShowTheWords()
    {
        var page = await OpenAsync(Address, program: Reader.Both);
        var cells = page.Locator("table.matrix tbody tr:has-text('Security guarantees') a");

        await cells.First.FocusAsync(); // the issue
        await page.Keyboard.PressAsync("ArrowRight"); // past the salience, which is no link
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");

        await Assertions.Expect(page.Locator("a:focus > .words")).ToContainTextAsync("Veltrania–Nahrazan Agreed in principle");
        Assert.True((await page.Locator("a:focus > .words").BoundingBoxAsync())!.Width > 100);
        await page.Keyboard.PressAsync("Escape");
        Assert.True((await page.Locator("a:focus > .words").BoundingBoxAsync())!.Width < 2);
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("a:focus > .words")).ToContainTextAsync("Concluded"); // the exchange of prisoners, below
        // One stop for the tab key: the next one is below the grid's body.
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal(0, await page.Locator("table.matrix tbody a:focus").CountAsync());
    }

    [Fact]
    public async Task Grid_Finger_FirstTapReadsAndSecondOpens()
    {
        var page = await OpenAsync(
            Address, new() { HasTouch = true, IsMobile = true, ViewportSize = new() { Width = 390, Height = 800 } }, Reader.Both);
        var cell = page.Locator("table.matrix a[href*='/issues/guarantees'][href*='#pair-elorie-nahrazan']");

        await cell.TapAsync();
        var words = (await cell.Locator(".words").BoundingBoxAsync())!;
        Assert.InRange(words.X, 0, 20); // across the foot of the screen
        Assert.InRange(words.Y + words.Height, 700, 800);
        Assert.EndsWith("/matrix", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);

        await cell.TapAsync();
        await ArriveAsync(page, "**/issues/guarantees*");
    }

    // The head stays in sight while the rows go by below it.
    [Fact]
    public async Task Grid_Scrolled_KeepsHeadAndNamesInSight()
    {
        var page = await OpenAsync(Address, new() { ViewportSize = new() { Width = 700, Height = 520 } }, Reader.Both);
        var grid = page.Locator(".grid-scroll");

        await grid.EvaluateAsync("grid => { grid.scrollIntoView(); grid.scrollTo(300, 300); }");

        var frame = (await grid.BoundingBoxAsync())!;
        var head = (await page.Locator("th.grid-issue:has-text('Issue')").First.BoundingBoxAsync())!;
        var name = (await page.Locator("tbody th.grid-issue:has-text('Boundary line')").BoundingBoxAsync())!;
        Assert.InRange(head.Y, frame.Y, frame.Y + 40);
        Assert.InRange(name.X, frame.X - 1, frame.X + 1);
    }

    // Doubled text and names of three lines: what is in a head stands in it, whole.
    [Fact]
    public async Task Heads_DoubledTextAndLongNames_AreNotCut()
    {
        var page = await OpenAsync(Address, program: Reader.Both);

        var cut = await page.EvaluateAsync<string>("""
            () => {
                document.documentElement.style.fontSize = '200%';
                const names = [...document.querySelectorAll('.matrix thead a.sort > span:first-child')];
                names[3].textContent = 'Federation of the Upper Valleys and the Eastern Islands–Commonwealth of the Seven Straits';
                names[4].textContent = 'Nahrazanischebundesrepublikundprovinzen–Veltrania';
                document.querySelector('.matrix tbody .grid-issue a').textContent = 'A very long name of an issue '.repeat(4);
                const room = 8; // a line is higher than its letters, which are 26 px
                const inside = (part, whole) => part.top >= whole.top - room && part.bottom <= whole.bottom + room
                    && part.left >= whole.left - room && part.right <= whole.right + room;
                return [...names, ...document.querySelectorAll('.matrix tbody .grid-issue a')].filter(name => {
                    const range = document.createRange();
                    range.selectNodeContents(name);
                    return !inside(range.getBoundingClientRect(), name.closest('th').getBoundingClientRect());
                }).map(name => name.textContent).join('; ');
            }
            """);

        Assert.Equal("", cut);
    }

    [Fact]
    public async Task Grid_WithoutScripts_EachCellIsALink()
    {
        var page = await OpenAsync(Address, new() { JavaScriptEnabled = false }, Reader.Both);

        await page.Locator("table.matrix a[href*='/issues/boundary'][href*='#pair-']").First.ClickAsync();
        await ArriveAsync(page, "**/issues/**");
    }
}
