using PeaceTracker.Browser.Tests.Harness;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>Going anywhere on a board by a few letters.</summary>
public sealed class PaletteTests(Reader reader) : BrowserTest(reader)
{
    [Fact]
    public async Task CtrlK_AFewLettersAndEnter_LeadsThereWithoutTheMouse()
    {
        var page = await OpenAsync(Of("claims"));
        await page.Keyboard.PressAsync("Control+k");
        var field = page.GetByRole(AriaRole.Combobox, new() { Name = "Go to a page, an issue, a form" });
        await Assertions.Expect(field).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("sover");
        await Assertions.Expect(page.Locator(".palette [role=option]")).ToHaveCountAsync(1);
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-activedescendant", "palette-0");
        await Accessibility.AssertInBothThemesAsync(page, "the palette", 1280, 390);

        await page.Keyboard.PressAsync("Enter");

        await ArriveAsync(page, "**/issues/sovereignty");
        await Assertions.Expect(page.Locator(".palette")).ToHaveCountAsync(0);
    }

    // The tabs are there at once, without a word from the server; Esc gives the focus back.
    [Fact]
    public async Task CtrlK_ArrowsAndEscape_MoveInTheListAndLeaveIt()
    {
        var page = await OpenAsync(Of("claims"));
        var link = page.Locator(".tabs a").First;
        await link.FocusAsync();
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator(".palette [role=option]").First).ToContainTextAsync("Summary");
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(page.Locator(".palette [role=option]").Last).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(page.Locator(".palette [role=option]").Last).ToBeInViewportAsync();

        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.Locator(".palette")).ToHaveCountAsync(0);
        await Assertions.Expect(link).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Link_WithoutScript_LeadsToTheSearch()
    {
        var page = await OpenAsync(Of("claims"), new() { JavaScriptEnabled = false });

        await page.GetByRole(AriaRole.Link, new() { Name = "Go to" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Search" })).ToBeVisibleAsync();
    }
}
