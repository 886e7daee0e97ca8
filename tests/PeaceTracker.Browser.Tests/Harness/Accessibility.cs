using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace PeaceTracker.Browser.Tests.Harness;

/// <summary>What axe finds on a page.</summary>
public static class Accessibility
{
    // For these two rules axe copies imported style sheets into style elements, which the page's policy rightly refuses. No page here
    // asks how a screen is turned, or plays a sound.
    private static readonly AxeRunOptions Options = new()
    {
        Rules = new() { ["css-orientation-lock"] = new() { Enabled = false }, ["no-autoplay-audio"] = new() { Enabled = false } },
    };

    /// <summary>Fails with what is serious or critical, of the page at rest: half faded in or out, nothing has the contrast it is made with.</summary>
    public static async Task AssertNothingSeriousAsync(IPage page, string when)
    {
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var found = await page.RunAxe(options: Options);

        Assert.Empty(found.Violations.Where(v => v.Impact is "serious" or "critical")
            .Select(v => $"{v.Id} ({when}): {v.Help}: {string.Join(" | ", v.Nodes.Take(5).Select(node => node.Html))}"));
    }
}
