using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Issues;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Issues;

public class EditAgendaPageTests : FormPageTests
{
    // Six of eight are agreed; two issues are on no agenda.
    private static readonly NegotiationRecord Record = new RecordBuilder().Issues(6, Level.AgreedInPrinciple).Issues(2, Level.Disputed)
        .Issue("late-1").Issue("late-2")
        .Agenda(1, ["issue-1", "issue-2", "issue-3", "issue-4", "issue-5", "issue-6", "issue-7", "issue-8"]).Build();

    [Fact]
    public async Task New_OpenIssuesDropped_ShowsWhatTheShareBecomesBeforeItIsSaved()
    {
        var store = await WithEditorAsync(Record);
        var page = Open();
        page.WaitForAssertion(() => Assert.Equal("6 of 8 (75%)", Cell(page, 0)));
        Assert.Equal("6 of 8 (75%)", Cell(page, 1));

        await ChangeAsync(page, ScopeChangeKind.Dropped);
        await TickAsync(page, "fromIssues", "issue-7");
        await TickAsync(page, "fromIssues", "issue-8");

        // Eight less two open ones: six of six.
        page.WaitForAssertion(() => Assert.Equal("6 of 6 (100%)", Cell(page, 1)));
        Assert.Equal(["6 of 8 (75%)", "6 of 6 (100%)", "+25 points"], Enumerable.Range(0, 3).Select(column => Cell(page, column)));
        Assert.Contains("all of the change is a scope effect", page.Markup, StringComparison.Ordinal);
        Assert.Equal("issue-7 (Disputed), issue-8 (Disputed)", page.Find("dl.facts dd:last-child").TextContent);
        Assert.Single((await BoardAsync(store)).Record.AgendaVersions);
    }

    [Fact]
    public async Task New_DroppedSplitMergedAndAdded_IsSavedAsTheVersion()
    {
        var store = await WithEditorAsync(Record);
        var page = Open();
        await TypeAsync(page, "title", "7 points");
        await TypeAsync(page, "inForceFrom", "2026-03-01");
        await TypeAsync(page, "citations-0--source", "report");
        await TypeAsync(page, "citations-0--locator", "P4");
        await ChangeAsync(page, ScopeChangeKind.Split);
        await TypeAsync(page, "scopeChanges-0--fromIssues", "issue-2");
        await TickAsync(page, "toIssues", "late-1");
        await TickAsync(page, "toIssues", "late-2");
        await ChangeAsync(page, ScopeChangeKind.Dropped, 1);
        await TickAsync(page, "fromIssues", "issue-8", 1);
        await TypeAsync(page, "scopeChanges-1--note", "Left to others.");

        await SaveAsync(page);

        var version = (await BoardAsync(store)).Record.AgendaVersions[^1];
        Assert.Equal((2, "7 points", new DateOnly(2026, 3, 1)), (version.Number, version.Title, version.InForceFrom));
        // The parts stand where the whole was.
        Assert.Equal(["issue-1", "late-1", "late-2", "issue-3", "issue-4", "issue-5", "issue-6", "issue-7"], version.IssueKeys);
        Assert.Equal([ScopeChangeKind.Split, ScopeChangeKind.Dropped], version.ScopeChanges.Select(change => change.Kind));
        Assert.Equal("Left to others.", version.ScopeChanges[1].Note);
        Assert.EndsWith("/edit/agenda?added=2", Place, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_ChangeThatIsNotComplete_IsSaidAtItsFieldAndNotSaved()
    {
        var store = await WithEditorAsync(Record);
        var page = Open();
        await ChangeAsync(page, ScopeChangeKind.Merged);
        await TickAsync(page, "fromIssues", "issue-1");

        await SaveAsync(page);

        Assert.Equal("Choose two or more issues that became one.", page.FindAll("#field-scopeChanges-0--fromIssues-error p")[0].TextContent);
        Assert.NotEmpty(page.Find("#field-title-error").TextContent.Trim());
        Assert.NotEmpty(page.Find("#field-inForceFrom-error").TextContent.Trim());
        Assert.Contains("Complete the day", page.Markup, StringComparison.Ordinal);
        Assert.Single((await BoardAsync(store)).Record.AgendaVersions);
    }

    [Fact]
    public async Task Issue_InOneScopeChange_IsNotOnOfferInAnother()
    {
        await WithEditorAsync(Record);
        var page = Open();
        await ChangeAsync(page, ScopeChangeKind.Dropped);
        await TickAsync(page, "fromIssues", "issue-1");

        await ChangeAsync(page, ScopeChangeKind.Dropped, 1);

        Assert.DoesNotContain(page.FindAll("#field-scopeChanges-1--fromIssues label"), label => label.TextContent.Trim() == "issue-1");
        Assert.Contains(page.FindAll("#field-scopeChanges-1--fromIssues label"), label => label.TextContent.Trim() == "issue-2");
    }

    // Set aside is not dropped: the issue stays in every count, so that nothing is gained by it.
    [Fact]
    public async Task Defer_IsAStatusAndIsLedTo()
    {
        await WithEditorAsync(Record);
        var page = Open();

        Assert.EndsWith(
            "/edit/status-events/new",
            page.FindAll(".note a").Single(link => link.TextContent.Contains("Deferred", StringComparison.Ordinal)).GetAttribute("href"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Order_MovedUp_IsTheOrderOfTheAgenda()
    {
        var store = await WithEditorAsync(Record);
        var page = Open("1");

        await ClickAsync(page, "[aria-label='Move up: issue-3']");
        await ClickAsync(page, "[aria-label='Move up: issue-3']");
        Assert.True(page.Find("[aria-label='Move up: issue-3']").HasAttribute("disabled"));
        await SaveAsync(page);

        Assert.Equal(["issue-3", "issue-1", "issue-2"], (await BoardAsync(store)).Record.AgendaVersions[0].IssueKeys.Take(3));
    }

    [Theory]
    [InlineData(AccountRole.Editor, false)]
    [InlineData(AccountRole.Manager, true)]
    public async Task Open_WhereApprovalIsRequired_IsForManagers(AccountRole role, bool may)
    {
        await WithEditorAsync(Record with { Negotiation = Record.Negotiation with { RequiresApproval = true } }, role);
        var page = Open();

        Assert.Equal(may ? 1 : 0, page.FindAll("[data-save]").Count);
        Assert.Equal(!may, page.Markup.Contains("only managers can change its agenda", StringComparison.Ordinal));
    }

    [Fact]
    public async Task First_WithoutAVersionBefore_ListsItsIssues()
    {
        var store = await WithEditorAsync(Record with { AgendaVersions = [] });
        var page = Open();
        await TypeAsync(page, "title", "2 points");
        await TypeAsync(page, "inForceFrom", "2026-03-01");
        await TypeAsync(page, "citations-0--source", "report");
        await TypeAsync(page, "citations-0--locator", "P4");
        Assert.Empty(page.FindAll("#field-scopeChanges"));

        await TickInAsync(page, "#field-issues", "late-2");
        await TickInAsync(page, "#field-issues", "issue-4");
        await SaveAsync(page);

        Assert.Equal(["late-2", "issue-4"], Assert.Single((await BoardAsync(store)).Record.AgendaVersions).IssueKeys);
    }

    // The list of 12 of January is put before the one of 1 January 2026, of which eight issues are on the board.
    [Fact]
    public async Task New_PutBeforeTheFirst_IsFirstAndSaysWhatFollows()
    {
        var store = await WithEditorAsync(Record);
        var page = Open();
        await TypeAsync(page, "title", "12 points");
        await TypeAsync(page, "points", "12");
        await TypeAsync(page, "citations-0--source", "report");
        await TypeAsync(page, "citations-0--locator", "P4");
        Assert.Empty(page.FindAll("#agenda-next"));

        await TypeAsync(page, "inForceFrom", "2025-12-20");
        Assert.Contains("It goes before", page.Find("#agenda-next").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#field-scopeChanges"));
        await PressAsync(page, "Name all 10 issues");
        // All ten are named; two of them leave with the next version.
        Assert.Contains("0 added, 2 dropped", page.Find("#agenda-next").TextContent, StringComparison.Ordinal);
        Assert.Contains("10 named of 12 points", page.Find("#field-order legend").TextContent, StringComparison.Ordinal);
        await SaveAsync(page);

        var versions = (await BoardAsync(store)).Record.AgendaVersions;
        Assert.Equal((2, 12, 10), (versions[1].Number, versions[1].PointCount, versions[1].Named));
        Assert.Empty(versions[1].ScopeChanges);
        Assert.Equal(["late-1", "late-2"], Assert.Single(versions[0].ScopeChanges).FromIssueKeys);
    }

    private IRenderedComponent<EditAgendaPage> Open(string? key = null) =>
        Opened(Render<EditAgendaPage>(p => p.Add(x => x.Slug, Record.Negotiation.Slug).Add(x => x.Key, key)));

    private static string Cell(IRenderedComponent<EditAgendaPage> page, int column) =>
        page.FindAll(".agenda-shares tbody tr:first-child td")[column].TextContent;


    private static async Task ChangeAsync(IRenderedComponent<EditAgendaPage> page, ScopeChangeKind kind, int at = 0)
    {
        await page.InvokeAsync(
            () => page.FindAll("button").Single(button => button.TextContent is "Add a scope change" or "Add another scope change").Click());
        await TypeAsync(page, $"scopeChanges-{at}--kind", ((int)kind).ToString(CultureInfo.InvariantCulture));
    }

    private static Task TickAsync(IRenderedComponent<EditAgendaPage> page, string field, string issue, int at = 0) =>
        TickInAsync(page, $"#field-scopeChanges-{at}--{field}", issue);

    private static Task TickInAsync(IRenderedComponent<EditAgendaPage> page, string group, string issue) => page.InvokeAsync(() =>
        page.FindAll(group + " label").Single(label => label.TextContent.Trim() == issue).QuerySelector("input")!.Change(true));
}
