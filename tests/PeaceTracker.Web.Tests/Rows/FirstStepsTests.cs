using Bunit;
using Microsoft.AspNetCore.Components;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Issues;
using PeaceTracker.Web.Features.Parties;
using PeaceTracker.Web.Features.Rows;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Rows;

/// <summary>From a name to a first figure: parties, issues and levels, each in one table, all or none.</summary>
public class FirstStepsTests : FormPageTests
{
    private static readonly NegotiationRecord Full = new RecordBuilder().Issues(1, Level.Disputed).Build();

    private static readonly NegotiationRecord Empty = new() { Negotiation = Full.Negotiation with { RequiresApproval = false } };

    [Fact]
    public async Task Parties_TwoPrincipals_MakeAPairThatIsRequired()
    {
        var store = await WithEditorAsync(Empty);
        var page = Open<EditSeveralPartiesPage>();
        await TypeAsync(page, "parties-0--name", "Upper Valley");
        await TypeAsync(page, "parties-1--name", "Lower Valley");
        await TypeAsync(page, "parties-2--name", "The Mediator");
        await TypeAsync(page, "parties-2--role", "1");

        Assert.Equal("Upper Valley–Lower Valley", Assert.Single(page.FindAll("tbody")[1].QuerySelectorAll("th")).TextContent);
        await SaveAsync(page);

        var record = (await BoardAsync(store)).Record;
        Assert.Equal(
            [("Upper Valley", true), ("Lower Valley", true), ("The Mediator", false)],
            record.Parties.Select(party => (party.Name, party.IsPrincipal)));
        Assert.Equal(
            ("upper-valley", "lower-valley", true), Assert.Single(record.Dyads.Select(d => (d.FirstPartyKey, d.SecondPartyKey, d.Required))));
        Assert.EndsWith("/edit", Place, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parties_PairNotWanted_IsLeftOut()
    {
        var store = await WithEditorAsync(Empty);
        var page = Open<EditSeveralPartiesPage>();
        await TypeAsync(page, "parties-0--name", "Upper Valley");
        await TypeAsync(page, "parties-1--name", "Lower Valley");
        await TickAsync(page, "#field-pairs-0--wanted", false);
        await SaveAsync(page);

        Assert.Empty((await BoardAsync(store)).Record.Dyads);
    }

    [Fact]
    public async Task Parties_OneNameTwice_SavesNeither()
    {
        var store = await WithEditorAsync(Empty);
        var page = Open<EditSeveralPartiesPage>();
        await SaveAsync(page);
        Assert.Contains("Nothing has been entered yet", page.Find(".save-errors").TextContent, StringComparison.Ordinal);

        await TypeAsync(page, "parties-0--name", "Upper Valley");
        await TypeAsync(page, "since", "");
        await SaveAsync(page);

        Assert.Equal("Give the day from which they are involved.", ErrorAt(page, "since"));
        Assert.Empty((await BoardAsync(store)).Record.Parties);
        Assert.Equal("Upper Valley", Value(page, "parties-0--name"));
    }

    [Fact]
    public async Task Issues_PastedTable_IsLookedOverAndBecomesTheAgenda()
    {
        var store = await WithEditorAsync(Full with { Issues = [], StatusEvents = [], AgendaVersions = [] });
        var page = Open<EditSeveralIssuesPage>();

        await TypeAsync(
            page, "table", "Weight\tIssue\tCategory\n5\tShare of the water\tWater\n3\t\"The dam,\nupper and lower\"\t\n\n2\tCourt\tLaw\n");

        Assert.Equal(("Share of the water", "Water", "5"), Line(page, 0));
        Assert.Equal(("The dam, upper and lower", "", "3"), Line(page, 1));
        Assert.Equal(("Court", "Law", "2"), Line(page, 2));
        await TypeAsync(page, "agenda-title", "3 points");
        await TypeAsync(page, "agenda-citations-0--source", Full.Sources[0].Key);
        await TypeAsync(page, "agenda-citations-0--locator", "p. 1");
        await SaveAsync(page);

        var record = (await BoardAsync(store)).Record;
        Assert.Equal(
            [("Share of the water", "Water", 5), ("The dam, upper and lower", "Water", 3), ("Court", "Law", 2)],
            record.Issues.Select(issue => (issue.Title, issue.Category, issue.Salience)));
        Assert.All(record.Issues, issue => Assert.Equal(record.Dyads.Select(dyad => dyad.Key), issue.DyadKeys));
        var agenda = Assert.Single(record.AgendaVersions);
        Assert.Equal(record.Issues.Select(issue => issue.Key), agenda.IssueKeys);
        Assert.Equal(record.Negotiation.StartedOn, agenda.InForceFrom);
    }

    [Fact]
    public async Task Issues_OneRowWrong_SaysSoBesideItAndSavesNone()
    {
        var store = await WithEditorAsync(Full with { Issues = [], StatusEvents = [], AgendaVersions = [] });
        var page = Open<EditSeveralIssuesPage>();
        await TickAsync(page, "#field-onAgenda", false);

        await TypeAsync(page, "table", "Share of the water\t\tmuch\nCourt\tLaw\t9");
        await SaveAsync(page);

        Assert.Equal("Say how much weight it has: a number from 1 to 5.", ErrorAt(page, "issues-0--salience"));
        Assert.Equal("Give a category, such as “Security”.", ErrorAt(page, "issues-0--category"));
        Assert.Equal("Say how much weight it has: a number from 1 to 5.", ErrorAt(page, "issues-1--salience"));
        Assert.Equal(("Share of the water", "", "much"), Line(page, 0));
        Assert.Empty((await BoardAsync(store)).Record.Issues);
    }

    // "Upper dam" twice in the table, and a title that is there already: asked once, and saved all the same.
    [Fact]
    public async Task Issues_TitlesThatAreTheSame_AreAskedAbout()
    {
        var store = await WithEditorAsync(Full);
        var page = Open<EditSeveralIssuesPage>();
        await TypeAsync(page, "table", $"Upper dam\tWater\t2\nUpper  DAM\tWater\t3\n{Full.Issues[0].Title}\tWater\t3\nCourt\tLaw\t1");

        await SaveAsync(page);

        Assert.Contains(
            $"twice in the table: Upper dam; {Full.Issues[0].Title}.", page.Find(".note-warn[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal(Full.Issues.Count, (await BoardAsync(store)).Record.Issues.Count);
        await PressAsync(page, "Save anyway");

        Assert.Equal(Full.Issues.Count + 4, (await BoardAsync(store)).Record.Issues.Count);
    }

    [Fact]
    public async Task Issues_WhereThereIsAnAgenda_AreAddedBesideIt()
    {
        var store = await WithEditorAsync(Full);
        var page = Open<EditSeveralIssuesPage>();
        Assert.Empty(page.FindAll("#field-onAgenda"));
        await TypeAsync(page, "issues-0--title", "Court");
        await TypeAsync(page, "issues-0--category", "Law");
        await TypeAsync(page, "issues-0--salience", "2");
        await SaveAsync(page);

        var record = (await BoardAsync(store)).Record;
        Assert.Equal(Full.Issues.Count + 1, record.Issues.Count);
        Assert.Equal(Full.AgendaVersions.Count, record.AgendaVersions.Count);
    }

    [Fact]
    public async Task Levels_SomeOfThem_AreRecordedAndTheRestStayUnknown()
    {
        var store = await WithEditorAsync(Full with { StatusEvents = [] });
        var page = Open<EditSeveralLevelsPage>();
        var lines = page.FindAll("tbody tr").Count;
        await TypeAsync(page, "occurredOn", "2026-01-01");
        Assert.Equal(Full.Sources[0].Key, page.Find("#field-citations-0--source option[selected]").GetAttribute("value"));
        await TypeAsync(page, "citations-0--locator", "p. 1");
        await TypeAsync(page, "lines-0--level", "0");
        await SaveAsync(page);
        Assert.Contains("Say on whose word", ErrorAt(page, "lines-0--basis"), StringComparison.Ordinal);
        Assert.Empty((await BoardAsync(store)).Record.StatusEvents);

        await TypeAsync(page, "lines-0--basis", "1");
        await TypeAsync(page, "lines-0--rationale", "They say so.");
        await SaveAsync(page);

        var entry = Assert.Single((await BoardAsync(store)).Record.StatusEvents);
        Assert.Equal(
            (Full.Issues[0].Key, Full.Issues[0].DyadKeys[0], "They say so.", "p. 1"),
            (entry.IssueKey, entry.DyadKey, entry.Rationale, entry.Citations[0].Locator));
        await DisposeComponentsAsync();
        Assert.Equal(lines - 1, Open<EditSeveralLevelsPage>().FindAll("tbody tr").Count);
    }

    [Fact]
    public async Task Pages_WhereASecondPersonApproves_SayWhoMay()
    {
        await WithEditorAsync(Full with { Negotiation = Full.Negotiation with { RequiresApproval = true } });

        Assert.Contains("only managers", Open<EditSeveralIssuesPage>().Find("[role=note]").TextContent, StringComparison.Ordinal);
        await DisposeComponentsAsync();
        Assert.Contains("only managers", Open<EditSeveralPartiesPage>().Find("[role=note]").TextContent, StringComparison.Ordinal);
        await DisposeComponentsAsync();
        Assert.Contains("nothing is recorded directly", Open<EditSeveralLevelsPage>().Find("[role=note]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditPage_OnAnEmptyBoard_NamesTheNextStep()
    {
        await WithEditorAsync(Empty with { Negotiation = Empty.Negotiation with { Publication = Publication.InPreparation } }, AccountRole.Manager);

        var page = Opened(Render<EditStartPage>(p => p.Add(e => e.Slug, RecordBuilder.Slug)));

        Assert.Equal(
            ["Who negotiates", "What is negotiated", "Where it stands", "Publish the board"],
            page.FindAll(".first-steps li a").Select(a => a.TextContent));
        Assert.EndsWith("/edit/several/parties", page.Find(".first-steps a.button").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditPage_OnABoardWithFigures_NamesNoSteps()
    {
        await WithEditorAsync(Full, AccountRole.Manager);

        Assert.Empty(Opened(Render<EditStartPage>(p => p.Add(e => e.Slug, RecordBuilder.Slug))).FindAll(".first-steps"));
    }

    private static (string?, string?, string?) Line(IRenderedComponent<IComponent> page, int index) =>
        (Value(page, $"issues-{index}--title"), Value(page, $"issues-{index}--category") ?? "", Value(page, $"issues-{index}--salience"));
}
