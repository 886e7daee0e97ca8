namespace PeaceTracker.Browser.Tests.Harness;

/// <summary>What runs out of the screen, from the narrowest to a wide one.</summary>
public static class Screen
{
    /// <summary>The narrowest screen.</summary>
    public const int Narrowest = 320;

    private static readonly int[] Widths = [Narrowest, 390, 768, 1280];

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

    /// <summary>What sticks out of the window as it is; empty where nothing does.</summary>
    public static Task<string> SticksOutAsync(IPage page) => page.EvaluateAsync<string>(Overflow);

    /// <summary>What sticks out, at each width, with text as it is and with text doubled; empty where nothing does.</summary>
    public static async Task<string> WiderAsync(IPage page)
    {
        List<string> found = [];
        foreach (var size in new[] { "200%", "" })
        {
            await page.EvaluateAsync("size => { document.documentElement.style.fontSize = size; }", size);
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                if (await SticksOutAsync(page) is { Length: > 0 } wide)
                {
                    found.Add($"{width} px{(size.Length > 0 ? ", text doubled" : "")}: {wide}");
                }
            }
        }

        return string.Join("; ", found);
    }
}
