using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using PeaceTracker.Browser.Tests.Harness;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>What must hold on each kind of page for every reader, whatever they read it with.</summary>
public class EveryPageTests(Reader reader) : BrowserTest(reader)
{
    private const int Phone = 390;
    private const int Narrowest = 360;

    private const string Overflow = """
        () => {
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return '';
            const scrolls = e => e && e !== document.body && (['auto', 'scroll', 'hidden'].includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
            return [...document.body.querySelectorAll('*')]
                .filter(e => { const box = e.getBoundingClientRect(); return (box.right > width + 1 || box.left < -1) && !scrolls(e.parentElement); })
                .slice(0, 5).map(e => e.tagName + '.' + e.className).join(', ') || 'the page itself';
        }
        """;

    public static TheoryData<string> All => Pages.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Axe_LightAndDarkWideAndNarrow_FindsNothingSerious(string address)
    {
        var page = await OpenAsync(address, program: Reader.Both);
        foreach (var (scheme, width) in new[] { (ColorScheme.Light, 1280), (ColorScheme.Dark, 1280), (ColorScheme.Dark, Phone) })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.SetViewportSizeAsync(width, 900);

            var found = await page.RunAxe();

            Assert.Empty(found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => Words(v, scheme)));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Layout_NarrowAndRightToLeft_NeverScrollsSideways(string address)
    {
        var page = await OpenAsync(address, new() { ViewportSize = new() { Width = Narrowest, Height = 800 } }, Reader.Both);

        Assert.Equal("", await page.EvaluateAsync<string>(Overflow));
        await page.EvaluateAsync("document.documentElement.dir = 'rtl'");
        Assert.Equal("", await page.EvaluateAsync<string>(Overflow));
        await page.SetViewportSizeAsync(1280, 900);
        Assert.Equal("", await page.EvaluateAsync<string>(Overflow));
    }

    private static string Words(AxeResultItem violation, ColorScheme scheme) =>
        $"{violation.Id} ({scheme}): {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}";
}
