namespace PeaceTracker.Browser.Tests.Harness;

/// <summary>A reader's hand: it counts every press, and every field that is filled, on the way from the page that is open.</summary>
/// <param name="page">The window.</param>
public sealed class Hand(IPage page)
{
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
        await line.ScrollIntoViewIfNeededAsync();
        var box = (await line.BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
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
