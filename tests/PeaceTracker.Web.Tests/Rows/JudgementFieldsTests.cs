using Bunit;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Issues;
using PeaceTracker.Web.Features.Negotiations;
using PeaceTracker.Web.Features.Parties;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Rows;

/// <summary>The question since when: where it is asked, what is kept of it, and where it is answered in words.</summary>
public class JudgementFieldsTests : FormPageTests
{
    private const string FromADay = "0";
    private const string Always = "1";

    // Five issues of weight 3, the heaviest weight standing first in the list.
    private static readonly NegotiationRecord Record = new RecordBuilder().Issues(5, Level.Disputed).Build();

    [Fact]
    public async Task Issue_WordsAlone_AreAskedNoDay()
    {
        await WithEditorAsync(Record);
        var page = Open<EditIssuePage>("issue-1");

        await TypeAsync(page, "title", "Said better");

        Assert.Empty(page.FindAll("#field-judgement"));
    }

    [Fact]
    public async Task Issue_New_IsAskedNoDay()
    {
        await WithEditorAsync(Record);
        var page = Open<EditIssuePage>();

        await ChooseAsync(page, "salience", 0);

        Assert.Empty(page.FindAll("#field-judgement"));
    }

    [Fact]
    public async Task Issue_AnotherSalience_IsAskedAndTakenBackAsksNoMore()
    {
        await WithEditorAsync(Record);
        var page = Open<EditIssuePage>("issue-1");

        await ChooseAsync(page, "salience", 0);
        Assert.Single(page.FindAll("#field-judgement"));

        await ChooseAsync(page, "salience", 2);
        Assert.Empty(page.FindAll("#field-judgement"));
    }

    [Fact]
    public async Task Issue_SalienceFromADayOn_IsSavedWithWhatHeldBefore()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditIssuePage>("issue-1");

        await ChooseAsync(page, "salience", 0);
        await TypeAsync(page, "judgement", FromADay);
        await TypeAsync(page, "earlier-0--until", "2026-01-10");
        await SaveAsync(page);

        var issue = (await BoardAsync(store)).Record.Issues[0];
        Assert.Equal((5, 3, RecordBuilder.Day(10)), (issue.Salience, issue.Earlier[0].Salience, issue.Earlier[0].Until));
    }

    [Theory]
    [InlineData("1 January 2026", "is not later than the first day on which the issue is on the agenda")]
    [InlineData("", "Give the day from which it applies.")]
    [InlineData("10 Ιανουαρίου", "can’t be read as a date")]
    public async Task Issue_ADayThatCannotBe_IsSaidAtItsFieldAndStaysTyped(string typed, string said)
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditIssuePage>("issue-1");
        await ChooseAsync(page, "salience", 0);
        await TypeAsync(page, "judgement", FromADay);
        await TypeAsync(page, "earlier-0--until", typed);

        await SaveAsync(page);

        Assert.Contains(said, ErrorAt(page, "earlier-0--until"), StringComparison.Ordinal);
        Assert.Equal(typed, Value(page, "earlier-0--until"));
        Assert.Equal(3, (await BoardAsync(store)).Record.Issues[0].Salience);
    }

    [Fact]
    public async Task Issue_SinceNotSaid_IsAskedForAtItsField()
    {
        await WithEditorAsync(Record);
        var page = Open<EditIssuePage>("issue-1");
        await ChooseAsync(page, "salience", 0);

        await SaveAsync(page);
        Assert.Equal("Say from which day it applies, or that it was always so.", ErrorAt(page, "judgement"));

        await TypeAsync(page, "judgement", Always);
        await SaveAsync(page);
        Assert.Equal("Say in one sentence what was wrong.", ErrorAt(page, "reason"));
    }

    [Fact]
    public async Task Issue_JudgedBefore_TheCorrectionReachesBackToThatDay()
    {
        await WithEditorAsync(new RecordBuilder().Issue("issue-1").WasJudged("issue-1", until: 10, salience: 1, ["a-b"]).Build());
        var page = Open<EditIssuePage>("issue-1");

        await ChooseAsync(page, "salience", 0);

        Assert.Contains("since 10 January 2026, when it last changed", page.Find("#field-judgement").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dyad_NoLongerRequired_IsAsked()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditDyadPage>("a-b");

        await TickAsync(page, "#field-required", ticked: false);
        await TypeAsync(page, "judgement", FromADay);
        await TypeAsync(page, "earlier-0--until", "2026-01-10");
        await SaveAsync(page);

        var dyad = (await BoardAsync(store)).Record.Dyads[0];
        Assert.Equal((false, true), (dyad.Required, Assert.Single(dyad.Earlier).Required));
    }

    [Fact]
    public async Task Party_AnotherName_IsAskedAndASpellingWasAlwaysSo()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditPartyPage>("a");

        await TypeAsync(page, "description", "A country.");
        Assert.Empty(page.FindAll("#field-judgement"));
        await TypeAsync(page, "name", "Alland");
        await TypeAsync(page, "judgement", Always);
        await TypeAsync(page, "reason", "Misspelt.");
        await SaveAsync(page);

        var party = (await BoardAsync(store)).Record.Parties[0];
        Assert.Equal(("Alland", 0), (party.Name, party.Earlier.Count));
    }

    [Fact]
    public async Task Negotiation_StalenessFromADayOn_IsSaved()
    {
        var store = await WithEditorAsync(Record, AccountRole.Manager);
        var page = Open<EditNegotiationPage>();

        await TypeAsync(page, "stalenessDays", "10");
        await TypeAsync(page, "judgement", FromADay);
        await TypeAsync(page, "earlier-0--until", "2025-01-01");
        await SaveAsync(page);
        Assert.Contains("is not later than the negotiation’s first day", ErrorAt(page, "earlier-0--until"), StringComparison.Ordinal);

        await TypeAsync(page, "earlier-0--until", "2026-01-10");
        await SaveAsync(page);

        var negotiation = (await BoardAsync(store)).Record.Negotiation;
        Assert.Equal((10, 30), (negotiation.StalenessDays, Assert.Single(negotiation.Earlier).StalenessDays));
    }

    [Fact]
    public async Task Negotiation_ATimeZoneThatIsNone_IsSaidAtItsFieldAndStaysTyped()
    {
        var store = await WithEditorAsync(Record, AccountRole.Manager);
        var page = Open<EditNegotiationPage>();

        await TypeAsync(page, "timeZone", "Mars/Olympus");
        await SaveAsync(page);

        Assert.Contains("Mars/Olympus", ErrorAt(page, "timeZone"), StringComparison.Ordinal);
        Assert.Equal("Mars/Olympus", Value(page, "timeZone"));
        Assert.Equal("UTC", (await BoardAsync(store)).Record.Negotiation.TimeZone);
    }

    // They weighed it otherwise from the 10th; I typed another weight from the 20th, and another title.
    [Fact]
    public async Task Conflict_BothJudgedOtherwise_ShowsWhatHeldInWordsAndKeepsTheDayTyped()
    {
        var store = await WithEditorAsync(Record);
        var before = Record.Issues[0];
        var page = Open<EditIssuePage>("issue-1");
        await ChooseAsync(page, "salience", 0);
        await TypeAsync(page, "judgement", FromADay);
        await TypeAsync(page, "earlier-0--until", "2026-01-20");
        var theirs = (before with { Salience = 1 }).JudgedFrom(RecordBuilder.Day(10), before);
        await RunAsync(store, new EditRow<Issue>(RecordBuilder.Slug, before, theirs));

        await SaveAsync(page);
        var row = page.FindAll(".conflict tbody tr").Single(r => r.QuerySelector("th")!.TextContent == "Judged before");
        Assert.Equal(
            ["nothing", "until 10 January 2026: Salience: 3, Between: A–B", "until 20 January 2026: Salience: 3, Between: A–B"],
            row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()), StringComparer.OrdinalIgnoreCase);
        Assert.Empty(row.QuerySelectorAll("input"));

        await ActAsync(page, () => page.FindAll("input[name=conflict-salience]")[1], choice => choice.ChangeAsync(new() { Value = "on" }));
        await ClickAsync(page, ".conflict button.button");
        Assert.Equal("20 January 2026", Value(page, "earlier-1--until"));
        await SaveAsync(page);

        var board = await BoardAsync(store);
        Assert.Equal([3, 1, 5], new[] { 9, 19, 20 }.Select(day => board.AsOf(RecordBuilder.Day(day)).Issue("issue-1")!.Issue.Salience));
    }
}
