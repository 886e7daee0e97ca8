using PeaceTracker.Browser.Tests.Harness;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>What must hold on each kind of page for every reader, whatever they read it with.</summary>
public class EveryPageTests(Reader reader) : BrowserTest(reader)
{
    private const int Phone = 390;
    private const int Wide = 1280;

    private static readonly int[] Widths = [320, Phone, 768, Wide];

    private const string Overflow = """
        () => {
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return '';
            const scrolls = e => e && e !== document.body
                && (['auto', 'scroll', 'hidden'].includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
            return [...document.body.querySelectorAll('*')]
                .filter(e => { const box = e.getBoundingClientRect(); return (box.right > width + 1 || box.left < -1) && !scrolls(e.parentElement); })
                .slice(0, 5).map(e => e.tagName + '.' + e.className).join(', ') || 'the page itself';
        }
        """;

    public static TheoryData<string> All => Pages.All;

    // One visit for all of it. The article's pages are of the same kinds as the example's, which has more of everything: on the wide
    // screen the rules that look at no colours are run on the example's alone, on the telephone on both.
    [Theory]
    [MemberData(nameof(All))]
    public async Task Page_NarrowWideRightToLeftLightAndDark_FitsAndIsAccessible(string address)
    {
        var page = await OpenAsync(address, new() { ViewportSize = new() { Width = Widths[0], Height = 800 } }, Reader.Both);

        Assert.Equal("", await WiderThanTheScreenAsync(page));
        await page.EvaluateAsync("document.documentElement.dir = 'rtl'");
        Assert.Equal("", await page.EvaluateAsync<string>(Overflow)); // the widest and, after the next line, the narrowest
        await page.SetViewportSizeAsync(Widths[0], 900);
        Assert.Equal("", await page.EvaluateAsync<string>(Overflow));

        await page.EvaluateAsync("document.documentElement.removeAttribute('dir')");
        await page.SetViewportSizeAsync(Wide, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await (address.StartsWith(Of(""), StringComparison.Ordinal)
            ? Accessibility.AssertColoursAsync(page, "light")
            : Accessibility.AssertDocumentAsync(page, "light"));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Accessibility.AssertColoursAsync(page, "dark");
        await page.SetViewportSizeAsync(Phone, 900);
        await Accessibility.AssertDocumentAsync(page, "dark, on a telephone");
    }

    // What sticks out, at each width, with text as it is and with text doubled; empty where nothing does.
    private static async Task<string> WiderThanTheScreenAsync(IPage page)
    {
        List<string> found = [];
        foreach (var size in new[] { "200%", "" })
        {
            await page.EvaluateAsync("size => { document.documentElement.style.fontSize = size; }", size);
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                if (await page.EvaluateAsync<string>(Overflow) is { Length: > 0 } wide)
                {
                    found.Add($"{width} px{(size.Length > 0 ? ", text doubled" : "")}: {wide}");
                }
            }
        }

        return string.Join("; ", found);
    }
}
