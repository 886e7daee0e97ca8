using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Browser.Tests.Workbench;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>The fields of the forms without the mouse.</summary>
public class FormKeyboardTests(Reader reader, WorkbenchHost host) : BrowserTest(reader), IClassFixture<WorkbenchHost>
{
    [Fact]
    public async Task Form_ByKeyboardAlone_IsFilledAndSavedOnce()
    {
        var page = await OpenAsync(WorkbenchHost.Page, host.As("Editor"));
        await page.GetByLabel("Title").FocusAsync();
        await page.Keyboard.TypeAsync("By keyboard");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Because it was said.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("3");
        await Assertions.Expect(page.GetByLabel("Agreed in principle")).ToBeCheckedAsync();
        await Assertions.Expect(page.GetByLabel("Agreed in principle")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("2025-12-17");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("#field-occurredOn")).ToHaveValueAsync("17 December 2025");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Calendar for Happened on" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#field-occurredOn")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#field-occurredOn")).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByText("0 of 20 characters")).ToHaveCountAsync(0);
        await page.Locator("#field-sourceKey").FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(page.Locator("#field-sourceKey")).ToHaveValueAsync("");
        await page.Keyboard.TypeAsync("number");
        await Assertions.Expect(page.Locator(".key-item")).ToHaveCountAsync(30);
        // The list has 30 of them: upwards from the first comes the last, which is scrolled to.
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(page.Locator("#field-sourceKey")).ToHaveAttributeAsync("aria-activedescendant", "field-sourceKey-option-29");
        await Assertions.Expect(page.Locator(".key-item").Last).ToBeInViewportAsync();
        await page.Keyboard.TypeAsync(" 17");
        await Assertions.Expect(page.Locator(".key-item")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#field-sourceKey")).ToHaveValueAsync("Item number 17");
        await Assertions.Expect(page.Locator("#field-sourceKey")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Control+s");

        await Assertions.Expect(page.Locator("#saved")).ToHaveTextAsync("Saved 1 times");
    }

    [Fact]
    public async Task Save_WhileATextIsBeingTyped_TakesItAlong()
    {
        var page = await OpenAsync(WorkbenchHost.Page, host.As("Editor"));
        await page.GetByLabel("Title").FocusAsync();
        await page.Keyboard.TypeAsync("x");

        await page.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(page.Locator("#saved")).ToHaveTextAsync("Saved 1 times");
    }

    // While the server takes what was typed at rest, whoever types on loses no letter.
    [Fact]
    public async Task Text_TypedOnWhileTheServerAnswers_StaysWhole()
    {
        var page = await OpenAsync(WorkbenchHost.Page, host.As("Editor"));
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Take(string title)
        {
            if (title == "abc")
            {
                taken.TrySetResult();
            }
        }

        WorkbenchForm.Taking += Take;
        WorkbenchForm.Gate.Reset();
        try
        {
            await page.GetByLabel("Title").FocusAsync();
            await page.Keyboard.TypeAsync("abc");
            await taken.Task.WaitAsync(Limit, TestContext.Current.CancellationToken);
            await page.Keyboard.TypeAsync("d");
        }
        finally
        {
            WorkbenchForm.Gate.Set();
            WorkbenchForm.Taking -= Take;
        }

        // First the answer to three letters arrives, then the fourth is sent.
        await Assertions.Expect(page.GetByText("4 of 20 characters")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Title")).ToHaveValueAsync("abcd");
    }

    [Fact]
    public async Task Dialog_CtrlEnter_AnswersTheDialogAndNotTheFormBehindIt()
    {
        var page = await OpenAsync(WorkbenchHost.Page, host.As("Editor"));
        await page.GetByLabel("Title").FillAsync("Behind");
        await page.Locator("#ask").ClickAsync();
        var reason = page.GetByRole(AriaRole.Dialog).GetByLabel("Reason");
        await reason.FillAsync("Entered twice.");

        await reason.PressAsync("Control+Enter");

        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync("Entered twice.");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#saved")).ToHaveTextAsync("Saved 0 times");
    }

    [Fact]
    public async Task Save_Refused_FocusesTheErrorsWhichLeadToTheFields()
    {
        var page = await OpenAsync(WorkbenchHost.Page, host.As("Editor"));
        await Assertions.Expect(page.Locator("[data-save]")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Control+s");

        await Assertions.Expect(page.Locator(".save-errors")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Give the title." }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("#field-title")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Text_AtRest_IsSentWithoutLeavingTheField()
    {
        var page = await OpenAsync(WorkbenchHost.Page, host.As("Editor"));
        await page.GetByLabel("Title").FocusAsync();

        await page.Keyboard.TypeAsync("Seven c");

        await Assertions.Expect(page.GetByText("7 of 20 characters")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Title")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Dialog_Reason_TakesTheFocusAndGivesItBack()
    {
        var page = await OpenAsync(WorkbenchHost.Page, host.As("Editor"));
        await page.Locator("#ask").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog).GetByLabel("Reason")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync("thought better");
        await Assertions.Expect(page.Locator("#ask")).ToBeFocusedAsync();
    }
}
