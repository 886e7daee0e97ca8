using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Testing;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>What is typed into the form for outcomes while the program is killed.</summary>
public class KeptOutcomeTests(Reader reader) : BrowserTest(reader)
{
    [Fact]
    public async Task Killed_WhileAnOutcomeIsTyped_TheDraftIsThereAgain()
    {
        Expect("ERR_CONNECTION_REFUSED", "WebSocket", "Connection disconnected", "Failed to", "connection", "ERR_", "503");
        await using var first = await TrackerProgram.StartAsync();
        var page = await OpenAsync("/account/sign-in", program: first);
        await SignInAsync(page, first, AccountRole.Editor);
        await GoAsync(page, Of("edit/outcome"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Record a new outcome" }).ClickAsync();
        await page.GetByLabel("no round").CheckAsync();
        await page.Keyboard.PressAsync("Alt+i");
        await page.Locator("#field-statusEvents-0--issue").SelectOptionAsync("territory");
        await page.Locator("#field-statusEvents-0--rationale").FillAsync("Half a sent");
        // The server has heard of all eleven letters; then it says when they are kept.
        await Assertions.Expect(page.GetByText("11 of 1000 characters")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".kept-status")).ToContainTextAsync("Kept on");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#field-statusEvents-0--rationale")).ToHaveValueAsync("Half a sent");
        var loaded = new TaskCompletionSource();
        page.Load += (_, _) => loaded.TrySetResult();

        await using var second = await first.RestartAsync();

        // The page loads itself again as soon as the program answers again, and the person is still signed in.
        await loaded.Task.WaitAsync(TestStore.ProcessLimit, TestContext.Current.CancellationToken);
        await Assertions.Expect(page.Locator("#field-statusEvents-0--rationale")).ToHaveValueAsync("Half a sent");
        await Assertions.Expect(page.Locator("#field-statusEvents-0--issue")).ToHaveValueAsync("territory");
    }
}
