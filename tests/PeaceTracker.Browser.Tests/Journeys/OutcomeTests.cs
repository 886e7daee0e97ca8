using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Testing;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>An editor records what a round of talks brought, and everybody else sees it.</summary>
public sealed class OutcomeTests(Reader reader) : BrowserTest(reader), IAsyncDisposable
{
    private const string Round = "Miami talks";

    // The five issues on which Ukraine and Russia stand at unknown, disputed or narrowing, and what the talks bring in this test.
    private static readonly string[] Five = ["territory", "sovereignty", "monitoring", "western-limit", "ending-hostilities"];

    private readonly LiveProgram program = new();

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await program.DisposeAsync();
    }

    // The whole way: a new round and a new source, three issues agreed by both sides, in the manager's window without a reload.
    [Fact]
    public async Task Publish_ThreeIssues_IsOnTheManagersScreenWithoutReload()
    {
        var manager = await OpenAtAsync(program.Address, "/");
        await SignInAsync(manager, AccountRole.Manager);
        await GoAsync(manager, Of(""));
        await Assertions.Expect(manager.Locator("#computed-share")).ToContainTextAsync("0 of 7");
        await manager.EvaluateAsync("window.sameDocument = true");
        var page = await BeginAsync();
        await page.GetByLabel("a round that is not on it yet").CheckAsync();
        await page.Locator("#field-round-title").FillAsync(Round);
        await page.Locator("#field-round-startsOn").FillAsync("2025-12-20");
        await page.Locator("#field-round-endsOn").FillAsync("2025-12-21");
        await AddSourceAsync(page);
        foreach (var (index, issue) in Five.Take(3).Index())
        {
            await AddStepAsync(page, index, issue, nameof(Level.AgreedInPrinciple));
        }

        // Of the seven issues between the two, three more than none: 42.9%.
        await Assertions.Expect(page.Locator(".outcome-shares")).ToContainTextAsync("3 of 7 (42.9%)");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = Round })).ToBeVisibleAsync();
        await Assertions.Expect(manager.Locator("#computed-share")).ToContainTextAsync("3 of 7");
        await Assertions.Expect(manager.Locator("p[role='status']")).ToContainTextAsync(Round);
        Assert.True(await manager.EvaluateAsync<bool>("window.sameDocument === true"));
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
            await Assertions.Expect(page.Locator($"#field-steps-{index}--issue")).Not.ToHaveValueAsync("");
            await PressAsync(page, "Tab");
            await page.Keyboard.TypeAsync("Ukraine"); // a dash would be put in by other means than keys
            await PressAsync(page, "Tab", "2");
            await Assertions.Expect(page.Locator($"#field-steps-{index}--level input[value='Narrowing']")).ToBeCheckedAsync();
            await PressAsync(page, "Tab");
            await page.Keyboard.TypeAsync("On");
            await PressAsync(page, "Tab");
            await page.Keyboard.TypeAsync("Both sides put bridging texts.");
            await PressAsync(page, "Tab");
            await page.Keyboard.TypeAsync("2025-12-21");
            await PressAsync(page, "Tab", "Tab", "Tab"); // calendar, how exactly, source
            await Assertions.Expect(page.Locator($"#field-steps-{index}--citations-0--source")).ToBeFocusedAsync();
            if (index == 0)
            {
                await page.Keyboard.TypeAsync("Reuters"); // the next ones begin with the same source
            }

            await PressAsync(page, "Tab");
            await page.Keyboard.TypeAsync($"P{index + 1}");
        }

        await PressAsync(page, "Control+Enter");

        await page.WaitForURLAsync("**/changes");
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
        await page.Locator("#field-steps-1--rationale").FillAsync("");

        await page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();

        await Assertions.Expect(page.Locator("#field-steps-1--rationale-error")).ToContainTextAsync("Say in one sentence why this level.");
        await Assertions.Expect(page.Locator("#field-steps-1--occurredOn-error")).ToContainTextAsync("has not come yet");
        await Assertions.Expect(page.Locator(".save-errors")).ToContainTextAsync("Nothing was published.");
        Assert.Equal(1, (await BoardAsync()).ChangeNumber);
        // A folded step opens for who follows the error to its field.
        await page.Locator(".outcome-item summary").Nth(1).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Say in one sentence why this level." }).ClickAsync();
        await Assertions.Expect(page.Locator("#field-steps-1--rationale")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Form_UnusualStep_WarnsAndPublishesAllTheSame()
    {
        var page = await BeginAsync();
        await page.GetByLabel("no round").CheckAsync();
        await AddStepAsync(page, 0, "territory", nameof(Level.Concluded), source: "reuters-2025-12-15", day: "2025-12-10");

        // Disputed since 15 December: five days before it nothing is recorded to jump from.
        await Assertions.Expect(page.Locator(".step-standing")).ToContainTextAsync("Disputed");
        await Assertions.Expect(page.Locator(".step-warnings")).ToContainTextAsync("dated before the newest step");
        await page.Locator("#field-steps-0--occurredOn").FillAsync("2025-12-20");
        await page.Locator("#field-steps-0--occurredOn").BlurAsync();
        await Assertions.Expect(page.Locator(".step-warnings")).ToContainTextAsync("rises two levels or more at once, from “Disputed”");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();

        await page.WaitForURLAsync("**/changes");
        Assert.NotEqual(1, (await BoardAsync()).ChangeNumber);
    }

    [Fact]
    public async Task OpenForm_AnotherMovesTheIssue_IsTold()
    {
        var page = await BeginAsync();
        await page.GetByLabel("no round").CheckAsync();
        await AddStepAsync(page, 0, "territory", nameof(Level.Narrowing), source: "reuters-2025-12-15", day: "2025-12-20");
        var other = await BeginAsync();
        await other.GetByLabel("no round").CheckAsync();
        await AddStepAsync(other, 0, "territory", nameof(Level.AgreedInPrinciple), source: "reuters-2025-12-15", day: "2025-12-19");

        await other.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();

        await Assertions.Expect(page.Locator(".moved-note")).ToContainTextAsync("Territory, Ukraine–Russia: now “Agreed in principle”.");
        await Assertions.Expect(page.Locator("#field-steps-0--rationale")).ToHaveValueAsync("Both delegations said so.");
        await Assertions.Expect(page.Locator(".step-warnings")).ToContainTextAsync("It falls: until then it stood at “Agreed in principle”");
    }

    // The role is taken away while the form is open: nothing is saved, what is typed stays and can be copied.
    [Fact]
    public async Task Demoted_InTheMiddle_KeepsTheTextAndCannotPublish()
    {
        var (page, editor) = await BeginAsAsync(AccountRole.Editor);
        var administrator = await TestPeople.AddAsync(program.Folder, AccountRole.Administrator, cancellationToken: TestContext.Current.CancellationToken);
        await page.GetByLabel("no round").CheckAsync();
        await AddStepAsync(page, 0, "territory", nameof(Level.Narrowing), source: "reuters-2025-12-15", day: "2025-12-20");

        await program.Services.GetRequiredService<AccountAdministration>().SetRoleAsync(
            new Actor(administrator.Id, null), editor.Id, AccountRole.Viewer, TestContext.Current.CancellationToken);

        await Assertions.Expect(page.GetByText("You have been signed off.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await Assertions.Expect(page.Locator(".save-errors")).ToContainTextAsync("may not do this now");
        await Assertions.Expect(page.Locator("#field-steps-0--rationale")).ToHaveValueAsync("Both delegations said so.");
        Assert.Equal(1, (await BoardAsync()).ChangeNumber);
    }

    // One outcome in two windows: the second is told, and chooses.
    [Fact]
    public async Task TwoWindows_OnOneOutcome_DoNotOverwriteEachOther()
    {
        var first = await BeginAsync();
        await first.GetByLabel("no round").CheckAsync();
        await AddStepAsync(first, 0, "territory", nameof(Level.Narrowing), source: "reuters-2025-12-15", day: "2025-12-20");
        await ExpectKeptAsync(first);
        var second = await first.Context.NewPageAsync();
        await GoAsync(second, first.Url);
        await Assertions.Expect(second.Locator("#field-steps-0--rationale")).ToHaveValueAsync("Both delegations said so.");
        await second.Locator("#field-steps-0--rationale").FillAsync("Written in the second window.");
        await second.Locator("h1").ClickAsync();
        await UntilStoredAsync(second, "Written in the second window.");

        await first.Locator("#field-steps-0--rationale").FillAsync("Written in the first window.");

        await Assertions.Expect(first.Locator(".kept-refused")).ToContainTextAsync("It was changed in another window");
        await first.GetByRole(AriaRole.Button, new() { Name = "See what the other window kept" }).ClickAsync();
        await Assertions.Expect(first.Locator("#field-steps-0--rationale")).ToHaveValueAsync("Written in the second window.");
    }

    [Fact]
    public async Task Approval_SubmittedReturnedAndApproved_ReachesTheBoardOnlyThen()
    {
        var (manager, managing) = await SignedInAsync(AccountRole.Manager);
        await RequireApprovalAsync(managing.Id);
        var page = await BeginAsync();
        await page.GetByLabel("no round").CheckAsync();
        await AddStepAsync(page, 0, "territory", nameof(Level.Narrowing), source: "reuters-2025-12-15", day: "2025-12-20");
        await page.GetByRole(AriaRole.Button, new() { Name = "Submit for approval" }).ClickAsync();
        await Assertions.Expect(page.GetByText("It waits until a manager other than you")).ToBeVisibleAsync();
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "Approve and publish" }).CountAsync());

        await GoAsync(manager, Of("edit/outcome"));
        await manager.GetByRole(AriaRole.Link, new() { Name = "Look at it" }).ClickAsync();
        var row = manager.Locator("main table").First.Locator("tbody tr").First;
        await Assertions.Expect(row).ToContainTextAsync("Disputed");
        await Assertions.Expect(row).ToContainTextAsync("Narrowing");
        await manager.GetByRole(AriaRole.Button, new() { Name = "Return it to its author" }).ClickAsync();
        await manager.GetByRole(AriaRole.Dialog).GetByLabel("Reason").FillAsync("Which text is that?");
        await manager.GetByRole(AriaRole.Button, new() { Name = "Return it", Exact = true }).ClickAsync();
        await Assertions.Expect(manager.GetByRole(AriaRole.Heading, new() { Name = "Outcomes of talks" })).ToBeVisibleAsync();

        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("Which text is that?")).ToBeVisibleAsync();
        await page.Locator("#field-steps-0--rationale").FillAsync("Both delegations put the text of 20 December.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Submit for approval" }).ClickAsync();
        await Assertions.Expect(page.GetByText("It waits until a manager other than you")).ToBeVisibleAsync();
        await GoAsync(manager, page.Url);
        await manager.GetByRole(AriaRole.Button, new() { Name = "Approve and publish" }).ClickAsync();

        await Assertions.Expect(manager.GetByText("This outcome is on the board")).ToBeVisibleAsync();
        var step = (await BoardAsync()).Record.StatusEvents[^1];
        Assert.Equal(("territory", "Both delegations put the text of 20 December."), (step.IssueKey, step.Rationale));
    }

    [Fact]
    public async Task List_OwnDraft_IsResumedAndDiscarded()
    {
        var page = await BeginAsync();
        await page.GetByLabel("no round").CheckAsync();
        await AddStepAsync(page, 0, "territory", nameof(Level.Narrowing), source: "reuters-2025-12-15", day: "2025-12-20");
        await ExpectKeptAsync(page);

        await page.Locator(".trail").GetByRole(AriaRole.Link, new() { Name = "Outcomes of talks" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Go on" }).ClickAsync();
        await Assertions.Expect(page.Locator("#field-steps-0--rationale")).ToHaveValueAsync("Both delegations said so.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "Give up what was typed?" }).GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Nothing is waiting.")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Axe_EverythingAdded_FindsNothingSerious(ColorScheme scheme, int width)
    {
        var page = await BeginAsync();
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.SetViewportSizeAsync(width, 900);
        await page.GetByLabel("a round that is not on it yet").CheckAsync();
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
            await page.ScreenshotAsync(new() { Path = $"{folder}/outcome-{scheme}-{width}.png", FullPage = true });
        }

        await Accessibility.AssertNothingSeriousAsync(page, $"{scheme} {width}");
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }

    private static async Task PressAsync(IPage page, params string[] keys)
    {
        foreach (var key in keys)
        {
            await page.Keyboard.PressAsync(key);
        }
    }

    private static async Task AddSourceAsync(IPage page)
    {
        await PressAsync(page, "Alt+s");
        await page.Locator("#field-sources-0--publisher").FillAsync("Both delegations");
        await page.Locator("#field-sources-0--headline").FillAsync("Joint statement after the talks");
        await page.Locator("#field-sources-0--dateAsPrinted").FillAsync("21 December 2025");
        await page.Locator("#field-sources-0--publishedOn").FillAsync("2025-12-21");
        await page.Locator("#field-sources-0--reliability").SelectOptionAsync("1");
    }

    private static async Task AddStepAsync(IPage page, int index, string issue, string level, string? source = null, string? day = null)
    {
        await PressAsync(page, "Alt+i");
        var at = $"#field-steps-{index}-";
        await page.Locator($"{at}-issue").SelectOptionAsync(issue);
        await page.Locator($"{at}-dyad").SelectOptionAsync("ukraine-russia");
        await page.Locator($"{at}-level input[value='{level}']").CheckAsync();
        await page.Locator($"{at}-basis").SelectOptionAsync(new SelectOptionValue { Label = "On record" });
        await page.Locator($"{at}-rationale").FillAsync("Both delegations said so.");
        if (day is not null)
        {
            await page.Locator($"{at}-occurredOn").FillAsync(day);
        }

        await page.Locator($"{at}-citations-0--source").SelectOptionAsync(source ?? "new-1");
        await page.Locator($"{at}-citations-0--locator").FillAsync("P2");
        await page.Locator($"{at}-citations-0--locator").BlurAsync();
    }

    private static Task ExpectKeptAsync(IPage page) => Assertions.Expect(page.Locator(".kept-status")).ToContainTextAsync("Kept on");

    private async Task UntilStoredAsync(IPage page, string text)
    {
        var outcomes = program.Services.GetRequiredService<PeaceTracker.Services.Talks.Outcomes>();
        var id = Guid.Parse(page.Url.Split('/')[^1]);
        string? stored = null;
        while (stored?.Contains(text, StringComparison.Ordinal) != true)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await page.EvaluateAsync("new Promise(requestAnimationFrame)");
            stored = (await outcomes.FindAsync(SeedFile.RussiaUkraine, id, editor!.Id, TestContext.Current.CancellationToken))?.Form;
        }
    }

    private TestPerson? editor;

    private async Task<IPage> BeginAsync()
    {
        (var page, editor) = await BeginAsAsync(AccountRole.Editor);
        return page;
    }

    private async Task<(IPage Page, TestPerson Person)> BeginAsAsync(AccountRole role)
    {
        var (page, person) = await SignedInAsync(role);
        await GoAsync(page, Of("edit/outcome"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Record a new outcome" }).ClickAsync();
        await Assertions.Expect(page.Locator(".outcome-form")).ToBeVisibleAsync();
        return (page, person);
    }

    private async Task<(IPage Page, TestPerson Person)> SignedInAsync(AccountRole role)
    {
        var page = await OpenAtAsync(program.Address, "/account/sign-in");
        return (page, await SignInAsync(page, role));
    }

    private Task<TestPerson> SignInAsync(IPage page, AccountRole role) => SignInAsync(page, program.Address, program.Folder, role);

    private async Task<Domain.Agreement.Board> BoardAsync() =>
        (await program.Services.GetRequiredService<BoardReader>().FindAsync(SeedFile.RussiaUkraine, TestContext.Current.CancellationToken))!;

    private async Task RequireApprovalAsync(string managerId)
    {
        var now = (await BoardAsync()).Negotiation;
        Assert.IsType<SaveResult.Saved>(await program.Services.GetRequiredService<BoardEditor>().RunAsync(
            new EditNegotiation(now, now with { RequiresApproval = true }), managerId, TestContext.Current.CancellationToken));
    }
}
