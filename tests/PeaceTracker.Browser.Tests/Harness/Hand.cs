namespace PeaceTracker.Browser.Tests.Harness;

/// <summary>A reader's hand: it counts every press, and every field that is filled, on the way from the page that is open.</summary>
/// <param name="page">The window.</param>
public sealed class Hand(IPage page)
{
    // The middle of a line, once it lies still from one frame to the next and nothing lies over it: what a click of a link waits for, too.
    private const string Still = """
        async (line, limit) => {
          line.scrollIntoView({ block: 'center', behavior: 'instant' });
          const end = performance.now() + limit;
          for (let before; performance.now() < end; await new Promise(requestAnimationFrame)) {
            const box = line.getBoundingClientRect();
            const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
            if (before === `${x} ${y}` && line.closest('a').contains(document.elementFromPoint(x, y))) return [x, y];
            before = `${x} ${y}`;
          }
          throw new Error('The line does not come to rest, or something lies over it.');
        }
        """;

    /// <summary>How much was done so far.</summary>
    public int Done { get; private set; }

    /// <summary>Presses a link, a button or a box.</summary>
    public Task PressAsync(ILocator what)
    {
        Done++;
        return what.ClickAsync();
    }

    /// <summary>Presses a line of a chart, which may be too thin for what a click of a link asks.</summary>
    public async Task PressLineAsync(ILocator line)
    {
        Done++;
        var place = await line.EvaluateAsync<float[]>(Still, BrowserTest.Limit.TotalMilliseconds);
        await page.Mouse.ClickAsync(place[0], place[1]);
    }

    /// <summary>Fills a field; what stood in it is replaced.</summary>
    public Task FillAsync(ILocator field, string text)
    {
        Done++;
        return field.FillAsync(text);
    }

    /// <summary>Presses Enter.</summary>
    public Task EnterAsync()
    {
        Done++;
        return page.Keyboard.PressAsync("Enter");
    }
}
