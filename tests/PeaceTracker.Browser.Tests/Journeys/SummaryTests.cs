using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Testing;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>The manager's way: the two figures, and from each fact to its source.</summary>
public partial class SummaryTests(Reader reader) : BrowserTest(reader)
{
    // 297 × 210 mm in points.
    private static readonly (int Width, int Height) LandscapeA4 = (842, 595);

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
        Assert.Contains("90 points apart, a rough comparison", main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Summary_FromAnIssueToTheSource_ThreePages(bool javaScript)
    {
        var page = await OpenAsync("/", new() { JavaScriptEnabled = javaScript });

        await page.Locator(".remains a[href*='/issues/territory']").ClickAsync();
        await ArriveAsync(page, "**/issues/territory");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Territory");
        await page.Locator("main a[href*='/sources/']").First.ClickAsync();
        await ArriveAsync(page, "**/sources/**");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Reuters");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("2026"); // the date as printed stands beside the resolved one
    }

    // A term says what it means where it first stands: by a press or a key, without a script, and goes by Escape.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Term_PressedOrByKey_SaysWhatItMeans(bool scripts)
    {
        var page = await OpenAsync("/negotiations/example", new() { JavaScriptEnabled = scripts }, Reader.Both);
        var note = page.Locator("#term-onrecord");
        await Assertions.Expect(note).ToBeHiddenAsync();

        await page.Locator(".board-strip .term").ClickAsync();
        await Assertions.Expect(note).ToBeVisibleAsync();
        await Assertions.Expect(note).ToContainTextAsync("Both sides say so, or an agreed text exists");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(note).ToBeHiddenAsync();
        await page.Locator(".run-one-sided .term").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#term-onesided")).ToBeVisibleAsync();
        var (box, view) = ((await page.Locator("#term-onesided").BoundingBoxAsync())!, page.ViewportSize!);
        Assert.True(box.X >= 0 && box.Y >= 0 && box.X + box.Width <= view.Width && box.Y + box.Height <= view.Height, "It runs out of the window.");
    }

    // What a manager reads is two screens at a desk, and five on a telephone.
    [Theory]
    [InlineData(SeedFile.RussiaUkraine, 1280, 1900)]
    [InlineData(SeedFile.Example, 1280, 1900)]
    [InlineData(SeedFile.RussiaUkraine, 390, 4500)]
    [InlineData(SeedFile.Example, 390, 4500)]
    public async Task Summary_AsItOpens_IsNoHigherThanThat(string slug, int width, int most)
    {
        var page = await OpenAsync($"/negotiations/{slug}", new() { ViewportSize = new() { Width = width, Height = 800 } }, Reader.Both);

        await page.EvaluateAsync("document.fonts.ready");
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollHeight"), 800, most);
    }

    // At a desk a manager reads what is agreed and what is not: each of the 24 issues by name, under the head of its level. A telephone, and doubled
    // text, have no room for that: marks alone.
    [Fact]
    public async Task EveryIssue_AtADesk_HasItsNameInTheColumnOfItsLevel()
    {
        var page = await OpenAsync("/negotiations/example", new() { ViewportSize = new() { Width = 1280, Height = 800 } }, Reader.Both);
        await page.EvaluateAsync("document.fonts.ready");

        var named = await NamedAsync(page);

        Assert.Equal(24, named.Length);
        Assert.All(
            new[]
            {
                "Concluded: Permanent ceasefire", "Text agreed: Reconstruction fund", "Agreed in principle: Truth commission",
                "Agreed in principle: Security guarantees", "Narrowing: Boundary line", "Disputed: Status of the valley",
                "Deferred: Claims to land and houses", "Unknown: Disarmament of armed groups",
            },
            line => Assert.Contains(line, named));
        await page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
        Assert.Empty(await NamedAsync(page));
        await page.EvaluateAsync("document.documentElement.style.fontSize = ''");
        await page.SetViewportSizeAsync(390, 800);
        Assert.Empty(await NamedAsync(page));
        Assert.Equal(24, await page.Locator(".unit-marks").GetByRole(AriaRole.Link).CountAsync());
    }

    // The names that can be seen, each with the nearest head above it that is as broad.
    private static Task<string[]> NamedAsync(IPage page) => page.EvaluateAsync<string[]>(
        """
        () => {
          const box = e => e.getBoundingClientRect(), heads = [...document.querySelectorAll('.unit-caption')];
          return [...document.querySelectorAll('.unit-name')].filter(name => box(name).width > 1).map(name => {
            const place = box(name.firstElementChild);
            const over = heads.filter(head => box(head).left <= place.left && place.right <= box(head).right + 1 && box(head).bottom <= place.top + 1)
              .sort((a, b) => box(b).bottom - box(a).bottom)[0];
            return `${over?.textContent.replace(/^\d+/, '').trim()}: ${name.firstElementChild.textContent}`;
          });
        }
        """);

    // Pairs, categories and how firm it is share one place: a press opens one and closes the other, without a script too.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Switch_Pressed_ShowsThatPartInThePlaceOfTheOther(bool scripts)
    {
        var page = await OpenAsync("/negotiations/example", new() { JavaScriptEnabled = scripts }, Reader.Both);
        var (pairs, categories) = (page.Locator("section:has(#by-pair) .bars"), page.Locator("section:has(#by-category) .bars"));
        await Assertions.Expect(pairs).ToBeVisibleAsync();
        await Assertions.Expect(categories).ToBeHiddenAsync();
        var heads = new[] { "by-pair", "by-category", "sensitivity" };
        var rows = await Task.WhenAll(heads.Select(async id => (await page.Locator($"#{id}").BoundingBoxAsync())!.Y));

        await page.Locator("#by-category").ClickAsync();

        await Assertions.Expect(categories).ToBeVisibleAsync();
        await Assertions.Expect(pairs).ToBeHiddenAsync();
        Assert.All(rows, y => Assert.Equal(rows[0], y, 1d)); // one row of heads
    }

    // At 320 px there is no room for the heads and the way to all pairs in one row.
    [Fact]
    public async Task Switch_OnTheNarrowestScreen_LiesOnNothing()
    {
        var page = await OpenAsync(
            "/negotiations/example", new() { ViewportSize = new() { Width = Screen.Narrowest, Height = 800 } }, Reader.Both);
        var link = (await page.Locator(".switch > a").BoundingBoxAsync())!;

        foreach (var id in new[] { "by-pair", "by-category", "sensitivity" })
        {
            var head = (await page.Locator($"#{id}").BoundingBoxAsync())!;
            var beside = link.X >= head.X + head.Width || link.X + link.Width <= head.X;
            Assert.True(beside || link.Y >= head.Y + head.Height || link.Y + link.Height <= head.Y, id);
        }
    }

    [Fact]
    public async Task Start_TwoNegotiations_OffersBoth()
    {
        var page = await OpenAsync("/", program: Reader.Both);

        await page.Locator("main a[href$='/negotiations/example']").First.ClickAsync();
        await ArriveAsync(page, "**/negotiations/example");
        await Assertions.Expect(page.Locator(".banner-fictional")).ToBeVisibleAsync();
    }

    // The article's matrix is small: both tables fit on two sheets, which lie on their side from the heading on.
    [Fact]
    public async Task Matrix_Printed_LiesOnItsSideFromTheFirstPageOn()
    {
        var sheets = await PaperAsync(await OpenAsync(Of("matrix")));

        Assert.All(sheets, sheet => Assert.Equal(LandscapeA4, sheet));
        Assert.True(sheets.Count <= 2, $"{sheets.Count} pages");
    }

    // Each page's width and height in points, rounded up to whole ones.
    private static async Task<IReadOnlyList<(int Width, int Height)>> PaperAsync(IPage page)
    {
        var paper = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));
        return [.. MediaBox().Matches(paper).Select(box => (Points(box.Groups[1].Value), Points(box.Groups[2].Value)))];
    }

    private static int Points(string number) => (int)Math.Ceiling(double.Parse(number, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]")]
    private static partial Regex MediaBox();
}
