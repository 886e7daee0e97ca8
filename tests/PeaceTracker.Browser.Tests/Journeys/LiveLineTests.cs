using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Testing;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>The line over which an open page hears of changes: held back on its way, or from another store than before.</summary>
public sealed class LiveLineTests(Reader reader) : BrowserTest(reader), IAsyncDisposable
{
    private const string Reason = "A sentence that only this test gives.";
    private const string Page = "/negotiations/russia-ukraine-2025/issues/territory";

    private readonly LiveProgram program = new();

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await program.DisposeAsync();
    }

    // A scanner in between lets the stream open and nothing through. The page's own clock is moved on, so that nobody waits.
    [Fact]
    public async Task Change_StreamIsHeldBack_PageSaysSoAndAsksByItself()
    {
        var page = await OpenAtAsync(program.Address, Page);
        await page.Clock.InstallAsync();
        await page.RouteAsync("**/live/russia-ukraine-2025", _ => { });
        await GoAsync(page, Page);
        await page.Clock.FastForwardAsync(20_000);
        await Assertions.Expect(page.Locator("p[role='status']")).ToContainTextAsync("Not live");

        await program.Services.RecordAsync(SeedFile.RussiaUkraine, Reason, cancellationToken: TestContext.Current.CancellationToken);
        await page.Clock.FastForwardAsync(40_000);

        await Assertions.Expect(page.Locator("p[role='status']")).ToContainTextAsync(Reason);
    }

    // As after a restore of an older backup: the number is smaller than the one the page was made with.
    [Fact]
    public async Task Stream_OfAnotherHistory_LoadsThePageAnew()
    {
        var page = await OpenAtAsync(program.Address, Page);
        var loaded = new TaskCompletionSource();
        page.Load += (_, _) => loaded.TrySetResult();

        // The page was made from another store than the one whose stream is opened now.
        await page.EvaluateAsync("document.querySelector('[data-live]').dataset.liveHistory = 'another'; dispatchEvent(new Event('online'))");

        await loaded.Task.WaitAsync(TestStore.ProcessLimit, TestContext.Current.CancellationToken);
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
    }
}
