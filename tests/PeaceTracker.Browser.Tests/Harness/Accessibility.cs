using Deque.AxeCore.Commons;

namespace PeaceTracker.Browser.Tests.Harness;

/// <summary>What axe finds on a page.</summary>
public static class Accessibility
{
    // For these two rules axe copies imported style sheets into style elements, which the policy of the pages that are alive rightly
    // refuses. None of those asks how a screen is turned, or plays a sound.
    private static readonly string[] Refused = ["css-orientation-lock", "no-autoplay-audio"];

    // The rules that look at colours: all that a theme can change on a page that is laid out the same.
    private static readonly string[] Colours = ["color-contrast", "link-in-text-block"];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // Without frames, of which the pages have none, axe needs no second window to put its findings together.
    private const string Run = """
        async ([without, alone]) => {
            if (document.querySelector('iframe, frame')) throw new Error('axe does not look into the frame of this page');
            const options = { resultTypes: ['violations'], rules: Object.fromEntries(without.map(rule => [rule, { enabled: false }])) };
            const found = await axe.run(document, alone.length ? { ...options, runOnly: { type: 'rule', values: alone } } : options);
            return found.violations.filter(v => v.impact === 'serious' || v.impact === 'critical')
                .map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 5).map(node => node.html).join(' | ')}`);
        }
        """;

    /// <summary>Fails with what is serious or critical on a page that is alive, as it is shown now.</summary>
    public static Task AssertNothingSeriousAsync(IPage page, string when) => AssertAsync(page, when, Refused, alone: []);

    /// <summary>The same for a document, by every rule that there is.</summary>
    public static Task AssertDocumentAsync(IPage page, string when) => AssertAsync(page, when, without: [], alone: []);

    /// <summary>The same by the rules that look at colours alone.</summary>
    public static Task AssertColoursAsync(IPage page, string when) => AssertAsync(page, when, without: [], Colours);

    /// <summary>
    /// A page that is alive, at each width in both themes: nothing serious, and nothing that scrolls sideways. What no theme can change is
    /// looked at in one of the two, at the next width in the other.
    /// </summary>
    public static async Task AssertInBothThemesAsync(IPage page, string when, params IReadOnlyList<int> widths)
    {
        foreach (var (index, width) in widths.Index())
        {
            await page.SetViewportSizeAsync(width, 900);
            var (first, second) = index % 2 == 0 ? (ColorScheme.Light, ColorScheme.Dark) : (ColorScheme.Dark, ColorScheme.Light);
            await page.EmulateMediaAsync(new() { ColorScheme = first });
            await AssertNothingSeriousAsync(page, $"{when}, {first}, {width}");
            await page.EmulateMediaAsync(new() { ColorScheme = second });
            await AssertColoursAsync(page, $"{when}, {second}, {width}");
            Assert.True(
                await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                $"{when} scrolls sideways at {width}");
        }
    }

    // The page at rest: half faded in or out, nothing has the contrast it is made with. The style sheet stops all movement for those
    // who want none.
    private static async Task AssertAsync(IPage page, string when, string[] without, string[] alone)
    {
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        if (await page.EvaluateAsync<bool>("!window.axe"))
        {
            await page.EvaluateAsync(Axe);
        }

        var found = await page.EvaluateAsync<string[]>(Run, new[] { without, alone });
        Assert.True(found.Length == 0, $"{when}: {string.Join(Environment.NewLine, found)}");
    }
}
