using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>Several people, or several windows, on one outcome and one board.</summary>
public sealed class OutcomeOfManyTests(Reader reader) : OutcomeJourney(reader)
{
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
        await Assertions.Expect(page.Locator("#field-statusEvents-0--rationale")).ToHaveValueAsync("Both delegations said so.");
        await Assertions.Expect(page.Locator(".status-event-warnings")).ToContainTextAsync("This lowers the level, which was “Agreed in principle”");
    }

    // The role is taken away while the form is open: nothing is saved, what is typed stays and can be copied.
    [Fact]
    public async Task Demoted_InTheMiddle_KeepsTheTextAndCannotPublish()
    {
        var (page, editor) = await BeginAsAsync(AccountRole.Editor);
        var administrator = await TestPeople.AddAsync(
            Live.Folder, AccountRole.Administrator, cancellationToken: TestContext.Current.CancellationToken);
        await page.GetByLabel("no round").CheckAsync();
        await AddStepAsync(page, 0, "territory", nameof(Level.Narrowing), source: "reuters-2025-12-15", day: "2025-12-20");

        await Live.Services.GetRequiredService<AccountAdministration>().SetRoleAsync(
            new Actor(administrator.Id, null), editor.Id, AccountRole.Viewer, TestContext.Current.CancellationToken);

        await Assertions.Expect(page.GetByText("You have been signed out.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await Assertions.Expect(page.Locator(".save-errors")).ToContainTextAsync("You are no longer signed in");
        await Assertions.Expect(page.Locator("#field-statusEvents-0--rationale")).ToHaveValueAsync("Both delegations said so.");
        Assert.Equal(1, (await BoardAsync()).ChangeNumber);
    }

    // One outcome in two windows: the second is told, and chooses.
    [Fact]
    public async Task TwoWindows_OnOneOutcome_DoNotOverwriteEachOther()
    {
        var first = await BeginAsync();
        await first.GetByLabel("no round").CheckAsync();
        await AddStepAsync(first, 0, "territory", nameof(Level.Narrowing), source: "reuters-2025-12-15", day: "2025-12-20");
        await UntilStoredAsync(first, "P2"); // the last that was typed: nothing of this window is kept after the other is open
        var second = await first.Context.NewPageAsync();
        await GoAsync(second, first.Url);
        await Assertions.Expect(second.Locator("#field-statusEvents-0--rationale")).ToHaveValueAsync("Both delegations said so.");
        await second.Locator("#field-statusEvents-0--rationale").FillAsync("Written in the second window.");
        await second.Locator("h1").ClickAsync();
        await UntilStoredAsync(second, "Written in the second window.");

        await first.Locator("#field-statusEvents-0--rationale").FillAsync("Written in the first window.");

        await Assertions.Expect(first.Locator(".kept-refused")).ToContainTextAsync("It was changed in another window");
        await first.GetByRole(AriaRole.Button, new() { Name = "See what the other window kept" }).ClickAsync();
        await Assertions.Expect(first.Locator("#field-statusEvents-0--rationale")).ToHaveValueAsync("Written in the second window.");
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
        await Assertions.Expect(row.Locator("td[data-label=Day]")).ToHaveTextAsync("20 December 2025");
        await manager.GetByRole(AriaRole.Button, new() { Name = "Return it to its author" }).ClickAsync();
        await manager.GetByRole(AriaRole.Dialog).GetByLabel("Reason").FillAsync("Which text is that?");
        await manager.GetByRole(AriaRole.Button, new() { Name = "Return it", Exact = true }).ClickAsync();
        await Assertions.Expect(manager.GetByRole(AriaRole.Heading, new() { Name = "Outcomes of talks" })).ToBeVisibleAsync();

        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("Which text is that?")).ToBeVisibleAsync();
        await page.Locator("#field-statusEvents-0--rationale").FillAsync("Both delegations put the text of 20 December.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Submit for approval" }).ClickAsync();
        await Assertions.Expect(page.GetByText("It waits until a manager other than you")).ToBeVisibleAsync();
        await GoAsync(manager, page.Url);
        await manager.GetByRole(AriaRole.Button, new() { Name = "Approve and publish" }).ClickAsync();

        await Assertions.Expect(manager.GetByText("This outcome is on the board")).ToBeVisibleAsync();
        var step = (await BoardAsync()).Record.StatusEvents[^1];
        Assert.Equal(("territory", "Both delegations put the text of 20 December."), (step.IssueKey, step.Rationale));
    }

    private async Task RequireApprovalAsync(string managerId)
    {
        var now = (await BoardAsync()).Negotiation;
        Assert.IsType<SaveResult.Saved>(await Live.Services.GetRequiredService<BoardEditor>().RunAsync(
            new EditNegotiation(now, now with { RequiresApproval = true }), managerId, TestContext.Current.CancellationToken));
    }
}
