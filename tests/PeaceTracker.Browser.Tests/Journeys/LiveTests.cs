using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Changes;
using PeaceTracker.Testing;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>A page that is open while the board moves: it follows, and leaves the reader in peace.</summary>
public sealed partial class LiveTests(Reader reader) : BrowserTest(reader), IAsyncDisposable
{
    private const string Sentence = "Territory: narrowing.";
    private const string Reason = "A reason that only this test gives.";
    private const string Page = "issues/territory";

    private readonly LiveProgram program = new();

    private OpenStreams Streams => program.Services.GetRequiredService<OpenStreams>();

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await program.DisposeAsync();
    }

    [Fact]
    public async Task Change_PageOpen_IsShownAndSaidWithoutLoadingAnew()
    {
        var page = await ReadAsync();
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync(Reason);

        await RecordAsync();

        await ExpectChangeAsync(page);
        await Assertions.Expect(page.Locator("p[role='status']")).ToHaveTextAsync("Updated just now: " + Sentence);
        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument === true"));
    }

    // Far down on the summary, with every table opened and a link in focus: what is on the screen stays where it is.
    [Fact]
    public async Task Change_ReaderInTheMiddle_KeepsPlaceFocusAndWhatIsOpen()
    {
        // With evidence of a second day the summary is laid out anew; this is a change like any other.
        await RecordAsync("Before.");
        var page = await ReadAsync("", new() { Width = 500, Height = 400 });
        var all = await page.Locator("main details").CountAsync();
        Assert.InRange(all, 4, int.MaxValue);
        await page.EvaluateAsync("document.querySelectorAll('main details').forEach(details => { details.open = true; })");
        // Of a switch one part is open at a time: two of the three were closed by those after them.
        var opened = await page.Locator("main details[open]").CountAsync();
        Assert.Equal(all - 2, opened);
        var link = page.Locator("main a[href*='/method']:visible").Last;
        await link.FocusAsync();
        await link.ScrollIntoViewIfNeededAsync();
        await page.EvaluateAsync("window.focused = []; document.addEventListener('focusin', e => e.isTrusted && focused.push(e.target.outerHTML))");
        var before = (await link.BoundingBoxAsync())!.Y;
        Assert.InRange(await page.EvaluateAsync<double>("scrollY"), 400, double.MaxValue);

        await RecordAsync(number: 2);

        await Assertions.Expect(page.Locator("p[role='status']")).ToHaveTextAsync("Updated just now: " + Sentence);
        await Assertions.Expect(page.Locator("main details[open]")).ToHaveCountAsync(opened);
        await Assertions.Expect(link).ToBeFocusedAsync();
        Assert.Empty(await page.EvaluateAsync<string[]>("focused"));
        Assert.InRange((await link.BoundingBoxAsync())!.Y, before - 1, before + 1);
    }

    [Fact]
    public async Task Change_HalfTypedFilter_WaitsUntilTheFieldIsLeft()
    {
        var page = await ReadAsync();
        var field = page.GetByRole(AriaRole.Searchbox);
        await field.FillAsync("terr");

        await RecordAsync();
        await ExpectChangeElsewhereAsync();

        await Assertions.Expect(field).ToBeFocusedAsync();
        await page.Locator("h1").ClickAsync(); // left, and still half typed
        await Assertions.Expect(field).ToHaveValueAsync("terr");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync(Reason);
        await field.FillAsync("");
        await page.Locator("h1").ClickAsync();
        await ExpectChangeAsync(page);
    }

    [Fact]
    public async Task Change_TextSelected_WaitsUntilItIsNot()
    {
        var page = await ReadAsync();
        await page.EvaluateAsync("getSelection().selectAllChildren(document.querySelector('h1'))");

        await RecordAsync();
        await ExpectChangeElsewhereAsync();

        Assert.Equal("Territory", await page.EvaluateAsync<string>("getSelection().toString()"));
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync(Reason);
        await page.EvaluateAsync("getSelection().removeAllRanges()");
        await ExpectChangeAsync(page);
    }

    // The page is asked for, and before it comes the reader begins to type and closes what was open.
    [Fact]
    public async Task Change_ReaderGoesOnWhileThePageComes_KeepsWhatTheyDid()
    {
        var page = await ReadAsync();
        var details = page.Locator("details.as-of");
        await details.EvaluateAsync("details => details.open = true");
        var asked = new TaskCompletionSource();
        var answer = new TaskCompletionSource();
        await page.RouteAsync("**/" + Page, async route =>
        {
            asked.TrySetResult();
            await answer.Task;
            await route.ContinueAsync();
        });

        await RecordAsync();
        await asked.Task.WaitAsync(TestContext.Current.CancellationToken);
        var field = page.GetByRole(AriaRole.Searchbox);
        await field.PressSequentiallyAsync("terr");
        await details.EvaluateAsync(
            "details => new Promise(done => { details.addEventListener('toggle', done, { once: true }); details.open = false; })");
        answer.SetResult();

        await ExpectChangeAsync(page);
        await Assertions.Expect(field).ToHaveValueAsync("terr");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await Assertions.Expect(details).Not.ToHaveAttributeAsync("open", "");
    }

    [Fact]
    public async Task Change_AddressOfAPlaceInThePage_StaysAndDoesNotScrollThere()
    {
        var page = await ReadAsync(Page + "#content", new() { Width = 500, Height = 400 });
        await page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");

        await RecordAsync();

        await ExpectChangeAsync(page);
        Assert.EndsWith(Page + "#content", page.Url, StringComparison.Ordinal);
        Assert.InRange(await page.EvaluateAsync<double>("scrollY"), 400, double.MaxValue);
    }

    // Recorded between the end of the line and its return: what was missed is made good.
    [Fact]
    public async Task Change_WhileTheLineIsCut_IsShownOnceItIsBack()
    {
        var page = await ReadAsync();
        // Not before the change may it come back: a quick page on a busy machine is back before anybody has seen it gone.
        await page.RouteAsync("**/live/**", route => route.AbortAsync());
        // A line that is cut before its first byte has come is opened anew by the browser itself, which asks no route.
        await UntilAsync(page, () =>
        {
            program.CutLines();
            return Streams.Count == 0;
        });

        await RecordAsync();
        await page.UnrouteAllAsync();

        await ExpectChangeAsync(page);
        Expect("Failed to load resource: net::ERR_");
    }

    [Fact]
    public async Task Navigation_ToAnotherNegotiation_FollowsThatOneAlone()
    {
        var page = await ReadAsync();
        await page.EvaluateAsync("Pages.go('/negotiations/example/changes')");
        await Assertions.Expect(page.Locator("[data-live]")).ToHaveAttributeAsync("data-live", "/live/example");
        await RecordAsync();
        await program.Services.RecordAsync("example", "Something there.", cancellationToken: TestContext.Current.CancellationToken);

        await Assertions.Expect(page.Locator("p[role='status']")).ToHaveTextAsync("Updated just now: Something there.");
        await UntilAsync(page, () => Streams.Count == 1);
        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument === true"));
        await page.GotoAsync("about:blank");
        await UntilAsync(page, () => Streams.Count == 0);
    }

    // Back from another site the browser may show the page as it was left: it follows again.
    [Fact]
    public async Task Back_ToThePage_FollowsAgain()
    {
        var page = await ReadAsync();
        await page.GotoAsync("about:blank");
        await UntilAsync(page, () => Streams.Count == 0);
        await page.GoBackAsync();
        await UntilAsync(page, () => Streams.Count == 1);

        await RecordAsync();

        await ExpectChangeAsync(page);
    }

    private static Task ExpectChangeAsync(IPage page) => Assertions.Expect(page.Locator("main")).ToContainTextAsync(Reason);

    // Another reader who does nothing has seen it: then the one who was left in peace has heard of it as well.
    private async Task ExpectChangeElsewhereAsync()
    {
        var page = await ReadAsync();
        await ExpectChangeAsync(page);
        await RecordAsync("Once more.", 2);
        await Assertions.Expect(page.Locator("p[role='status']")).ToHaveTextAsync("Updated just now: Once more.");
    }

    private async Task<IPage> ReadAsync(string address = Page, ViewportSize? size = null)
    {
        var before = Streams.Count;
        var page = await OpenAtAsync(program.Address, Of(address), new() { ViewportSize = size });
        await page.EvaluateAsync("window.sameDocument = true");
        await UntilAsync(page, () => Streams.Count == before + 1);
        return page;
    }

    private Task<long> RecordAsync(string summary = Sentence, int number = 1) => program.Services.RecordAsync(
        SeedFile.RussiaUkraine,
        summary,
        new StatusEvent
        {
            Key = $"test-{number}",
            IssueKey = "territory",
            DyadKey = "ukraine-russia",
            Level = Level.Narrowing,
            Basis = Basis.OnRecord,
            Rationale = Reason,
            Citations = [new Citation { SourceKey = "reuters-2025-12-15", Locator = "P5", Credibility = 2 }],
            OccurredOn = new DateOnly(2026, 1, 4 + number),
            RecordedAt = new DateTime(2026, 1, 4 + number, 12, 0, 0, DateTimeKind.Utc),
            RecordedBy = "editor",
        },
        TestContext.Current.CancellationToken);
}
