using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>An editor records what a round of talks brought, and everybody else sees it.</summary>
public sealed class OutcomeTests(Reader reader) : OutcomeJourney(reader)
{
    private const string Round = "Miami talks";

    // The five issues on which Ukraine and Russia stand at unknown, disputed or narrowing, and what the talks bring in this test.
    private static readonly string[] Five = ["territory", "sovereignty", "monitoring", "western-limit", "ending-hostilities"];

    // The whole way: a new round and a new source, three issues agreed by both sides, in the manager's window without a reload.
    private const string NoteWhenShown =
        """
        new MutationObserver(() => {
            if (document.querySelector('.figure:has(#computed-share)')?.textContent.includes('3 of 7')) window.shownAt ??= Date.now();
        }).observe(document.documentElement, { subtree: true, childList: true, characterData: true })
        """;

    [Fact]
    public async Task Publish_ThreeIssues_IsOnTheManagersScreenWithoutReload()
    {
        var manager = await OpenAtAsync(Live.Address, "/");
        await SignInAsync(manager, AccountRole.Manager);
        await GoAsync(manager, Of(""));
        await Assertions.Expect(manager.Locator(".figure:has(#computed-share)")).ToContainTextAsync("0 of 7");
        await manager.EvaluateAsync("window.sameDocument = true");
        await manager.EvaluateAsync(NoteWhenShown);
        var page = await BeginAsync();
        await page.GetByLabel("a round that is not on the board yet").CheckAsync();
        await page.Locator("#field-round-title").FillAsync(Round);
        await page.Locator("#field-round-startsOn").FillAsync("2025-12-20");
        await page.Locator("#field-round-endsOn").FillAsync("2025-12-21");
        await AddSourceAsync(page);
        foreach (var (index, issue) in Five.Take(3).Index())
        {
            await AddStepAsync(page, index, issue, nameof(Level.AgreedInPrinciple));
        }

        // Of the seven issues between the two, three more than none: 42.9%.
        await Assertions.Expect(page.Locator(".foreseen-shares")).ToContainTextAsync("3 of 7 (42.9%)");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = Round })).ToBeVisibleAsync();
        await Assertions.Expect(manager.Locator(".figure:has(#computed-share)")).ToContainTextAsync("3 of 7");
        await Assertions.Expect(manager.Locator("p[role='status']")).ToContainTextAsync(Round);
        Assert.True(await manager.EvaluateAsync<bool>("window.sameDocument === true"));

        // Measured and told, not asserted: how fast it is depends on the machine.
        var saved = new DateTimeOffset((await BoardAsync()).Record.StatusEvents[^1].RecordedAt).ToUnixTimeMilliseconds();
        var shown = await manager.EvaluateAsync<long>("window.shownAt") - saved;
        TestContext.Current.TestOutputHelper?.WriteLine($"On the manager's screen {shown} ms after the moment of the change.");
    }

    [Fact]
    public async Task Keyboard_FiveIssues_WithoutTheMouse()
    {
        var page = await BeginAsync();
        await page.GetByLabel("a round on the board").FocusAsync();
        await PressAsync(page, "ArrowRight", "ArrowRight"); // no round: between rounds
        await Assertions.Expect(page.GetByLabel("no round")).ToBeCheckedAsync();
        foreach (var (index, issue) in new[] { "Territory", "Sovereignty", "Monitoring, oversight", "Preventing Russia", "Ending the war" }.Index())
        {
            await PressAsync(page, "Alt+i");
            await Assertions.Expect(page.Locator(".outcome-item summary").Nth(index)).ToBeFocusedAsync();
            await PressAsync(page, "Tab");
            await page.Keyboard.TypeAsync(issue); // a list jumps to what is typed
            await Assertions.Expect(page.Locator($"#field-statusEvents-{index}--issue")).Not.ToHaveValueAsync("");
            await PressAsync(page, "Tab");
            await page.Keyboard.TypeAsync("Ukraine"); // a dash would be put in by other means than keys
            await PressAsync(page, "Tab", "2");
            await Assertions.Expect(page.Locator($"#field-statusEvents-{index}--level input[value='Narrowing']")).ToBeCheckedAsync();
            await PressAsync(page, "Tab");
            await page.Keyboard.TypeAsync("On");
            await PressAsync(page, "Tab");
            await page.Keyboard.TypeAsync("Both sides put bridging texts.");
            await PressAsync(page, "Tab");
            await page.Keyboard.TypeAsync("2025-12-21");
            await PressAsync(page, "Tab", "Tab", "Tab"); // calendar, how exactly, source
            await Assertions.Expect(page.Locator($"#field-statusEvents-{index}--citations-0--source")).ToBeFocusedAsync();
            if (index == 0)
            {
                await page.Keyboard.TypeAsync("Reuters"); // the next ones begin with the same source
            }

            await PressAsync(page, "Tab", "Tab"); // a new source, where in it
            await page.Keyboard.TypeAsync($"P{index + 1}");
        }

        await PressAsync(page, "Control+Enter");

        await ArriveAsync(page, "**/changes");
        foreach (var issue in Five)
        {
            await Assertions.Expect(page.Locator($"main a[href*='/issues/{issue}']").First).ToBeVisibleAsync();
        }

        await Assertions.Expect(page.GetByText("Both sides put bridging texts.")).ToHaveCountAsync(5);
    }

    [Fact]
    public async Task Faults_InTwoSteps_AreAtTheirFieldsAndNothingIsPublished()
    {
        var page = await BeginAsync();
        await page.GetByLabel("no round").CheckAsync();
        await AddStepAsync(page, 0, "territory", nameof(Level.Narrowing), source: "reuters-2025-12-15", day: "2025-12-20");
        await AddStepAsync(page, 1, "sovereignty", nameof(Level.Narrowing), source: "reuters-2025-12-15", day: "2125-12-20");
        await page.Locator("#field-statusEvents-1--rationale").FillAsync("");

        await page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();

        await Assertions.Expect(page.Locator("#field-statusEvents-1--rationale-error")).ToContainTextAsync("Say in one sentence why this level.");
        await Assertions.Expect(page.Locator("#field-statusEvents-1--occurredOn-error")).ToContainTextAsync("is in the future");
        await Assertions.Expect(page.Locator(".save-errors")).ToContainTextAsync("Nothing was published.");
        Assert.Equal(1, (await BoardAsync()).ChangeNumber);
        // A folded step opens for who follows the error to its field.
        await page.Locator(".outcome-item summary").Nth(1).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Say in one sentence why this level." }).ClickAsync();
        await Assertions.Expect(page.Locator("#field-statusEvents-1--rationale")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Form_UnusualStep_WarnsAndPublishesAllTheSame()
    {
        var page = await BeginAsync();
        await page.GetByLabel("no round").CheckAsync();
        await AddStepAsync(page, 0, "territory", nameof(Level.Concluded), source: "reuters-2025-12-15", day: "2025-12-10");

        // Disputed since 15 December: five days before it nothing is recorded to jump from.
        await Assertions.Expect(page.Locator(".standing-now")).ToContainTextAsync("Disputed");
        await Assertions.Expect(page.Locator(".status-event-warnings")).ToContainTextAsync("dated before the newest step");
        await page.Locator("#field-statusEvents-0--occurredOn").FillAsync("2025-12-20");
        await page.Locator("#field-statusEvents-0--occurredOn").BlurAsync();
        await Assertions.Expect(page.Locator(".status-event-warnings")).ToContainTextAsync("raises the level by two or more at once");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();

        await ArriveAsync(page, "**/changes");
        Assert.NotEqual(1, (await BoardAsync()).ChangeNumber);
    }

    [Fact]
    public async Task List_OwnDraft_IsResumedAndDiscarded()
    {
        var page = await BeginAsync();
        await page.GetByLabel("no round").CheckAsync();
        await AddStepAsync(page, 0, "territory", nameof(Level.Narrowing), source: "reuters-2025-12-15", day: "2025-12-20");
        await ExpectKeptAsync(page);

        await page.Locator(".trail").GetByRole(AriaRole.Link, new() { Name = "Outcomes of talks" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Continue" }).ClickAsync();
        await Assertions.Expect(page.Locator("#field-statusEvents-0--rationale")).ToHaveValueAsync("Both delegations said so.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "Discard what was typed?" })
            .GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Nothing is waiting.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Axe_EverythingAdded_FindsNothingSerious()
    {
        var page = await BeginAsync();
        await page.GetByLabel("a round that is not on the board yet").CheckAsync();
        foreach (var key in new[] { "s", "i", "p", "v", "o", "c", "n" })
        {
            var before = await page.Locator(".outcome-item").CountAsync();
            await PressAsync(page, $"Alt+{key}");
            await Assertions.Expect(page.Locator(".outcome-item")).ToHaveCountAsync(before + 1);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await Assertions.Expect(page.Locator(".save-errors")).ToBeVisibleAsync();
        if (Environment.GetEnvironmentVariable("LOOK") is { } folder)
        {
            await page.ScreenshotAsync(new() { Path = $"{folder}/outcome.png", FullPage = true });
        }

        await Accessibility.AssertInBothThemesAsync(page, "everything added", 1280, 390);
    }
}
