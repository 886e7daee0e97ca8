using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Testing;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>What is on the board is edited by keyboard, and two who edit the same settle it.</summary>
public sealed class RowFormTests(Reader reader) : BrowserTest(reader), IAsyncDisposable
{
    private readonly LiveProgram program = new();

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await program.DisposeAsync();
    }

    [Fact]
    public async Task Party_ByKeyboardInTwoWindows_IsSettledFieldByField()
    {
        var first = await ToUkraineAsync();
        var second = await ToUkraineAsync();
        await TypeAsync(second, "shortName", "Kyiv");
        await WasWrongAsync(second);
        await TypeAsync(second, "description", "Mine alone.");

        await TypeAsync(first, "shortName", "UA");
        await WasWrongAsync(first);
        await first.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(first.GetByRole(AriaRole.Heading, new() { Name = "Ukraine", Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(first).ToHaveURLAsync(program.Address + Of("parties/ukraine"));

        await Assertions.Expect(second.Locator(".moved-note")).ToContainTextAsync("Somebody else has changed this in the meantime.");
        await second.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(second.Locator(".conflict")).ToBeFocusedAsync();
        await Accessibility.AssertNothingSeriousAsync(second, "conflict");
        await second.GetByRole(AriaRole.Radio, new() { Name = "Short name, yours: Kyiv" }).PressAsync("Space");
        await second.GetByRole(AriaRole.Button, new() { Name = "Continue with these" }).PressAsync("Enter");
        await Assertions.Expect(second.Locator("#field-shortName")).ToHaveValueAsync("Kyiv");
        await Assertions.Expect(second.Locator("#field-description")).ToHaveValueAsync("Mine alone.");
        await second.Keyboard.PressAsync("Control+s");

        await Assertions.Expect(second).ToHaveURLAsync(program.Address + Of("parties/ukraine"));
        await Assertions.Expect(second.Locator("main")).ToContainTextAsync("Mine alone.");
    }

    [Fact]
    public async Task ListAndForm_InEachTheme_HaveNothingSerious()
    {
        var page = await OpenAtAsync(program.Address, "/");
        await SignInAsync(page, AccountRole.Editor);
        await GoAsync(page, Of("edit/sources"));
        await Assertions.Expect(page.Locator(".edit-rows").First).ToBeVisibleAsync();
        await Accessibility.AssertInBothThemesAsync(page, "list", 1280);

        await GoAsync(page, Of("edit/parties/united-states"));
        await Assertions.Expect(page.Locator("#field-name")).ToBeVisibleAsync();
        await Accessibility.AssertInBothThemesAsync(page, "form", 1280);
    }

    // From the start of editing to the form of one party, by its links.
    private async Task<IPage> ToUkraineAsync()
    {
        var page = await OpenAtAsync(program.Address, "/");
        await SignInAsync(page, AccountRole.Editor);
        await GoAsync(page, Of("edit"));
        await page.Locator(".edit-kinds").GetByRole(AriaRole.Link, new() { Name = "Parties", Exact = true }).PressAsync("Enter");
        await page.Locator($"main a[href='{Of("edit/parties/ukraine")}']").First.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#field-name")).ToHaveValueAsync("Ukraine");
        return page;
    }

    // A party's names are dated: the form asks since when another one holds.
    private static async Task WasWrongAsync(IPage page)
    {
        await page.Locator("#field-judgement").SelectOptionAsync("always: our record was wrong");
        await TypeAsync(page, "reason", "Not what it calls itself.");
    }

    private static async Task TypeAsync(IPage page, string field, string text)
    {
        await page.Locator("#field-" + field).FocusAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Tab");
    }

    private Task<TestPerson> SignInAsync(IPage page, AccountRole role) => SignInAsync(page, program.Address, program.Folder, role);
}
