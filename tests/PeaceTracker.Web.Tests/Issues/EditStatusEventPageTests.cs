using Bunit;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Issues;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Issues;

/// <summary>The form of a status event says as much as that of an outcome: how it stands, what is unusual, what the shares become.</summary>
public class EditStatusEventPageTests : FormPageTests
{
    // One issue of two is agreed. The other is disputed. Of so few a share is told in counts alone.
    private static readonly RecordBuilder Talks = new RecordBuilder().Issue("x").Issue("y")
        .Status("x", Level.AgreedInPrinciple, on: 3).Status("y", Level.Disputed, on: 4);

    [Fact]
    public async Task New_IssuePairLevelAndBasisChosen_SaysHowItStandsWhatIsUnusualAndWhatTheSharesBecome()
    {
        await WithEditorAsync(Talks.Build());
        var page = Open<EditStatusEventPage>();
        Assert.Contains("Choose the level and basis", page.Markup, StringComparison.Ordinal);

        await TypeAsync(page, "issue", "x");
        Assert.Matches(@"As it stands:\s+Agreed in principle", page.Find(".standing-now").TextContent);
        await TypeAsync(page, "occurredOn", "5 January 2026");
        await TickAsync(page, "input[type=radio][value=Narrowing]");
        await ChooseAsync(page, "basis", 0);

        Assert.Contains(
            "This lowers the level, which was “Agreed in principle” until then",
            page.Find(".status-event-warnings").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["1 of 2", "0 of 2", "not shown"],
            page.FindAll(".foreseen-shares tbody tr:first-child td").Select(cell => cell.TextContent.Trim()));
    }

    // Said again by one side, what was agreed on record is unknown on record: 1 of 2 becomes 0 of 2. What was disputed gains nothing by one side's
    // word.
    [Theory]
    [InlineData("x", "On record until now. Recorded as one-sided", "x, Agreed in principle", "0 of 2")]
    [InlineData("y", "One-sided, so it does not count on record and adds no points", "y, Agreed in principle", "1 of 2")]
    public async Task New_OneSided_SaysWhyTheShareFallsOrStays(string issue, string why, string which, string agreed)
    {
        await WithEditorAsync(Talks.Build());
        var page = Open<EditStatusEventPage>();
        await TypeAsync(page, "issue", issue);
        await TypeAsync(page, "occurredOn", "5 January 2026");
        await TickAsync(page, "input[type=radio][value=AgreedInPrinciple]");
        await ChooseAsync(page, "basis", 1);

        var said = Assert.Single(page.FindAll("section[aria-labelledby=foreseen-shares] p.muted")).TextContent;
        Assert.StartsWith(why, said, StringComparison.Ordinal);
        Assert.Contains(which, said, StringComparison.Ordinal);
        Assert.Equal(agreed, page.FindAll(".foreseen-shares tbody tr:first-child td")[1].TextContent.Trim());
    }

    [Fact]
    public async Task Correct_AnotherLevel_IsHeldAgainstTheBoardWithoutTheEntry()
    {
        var record = Talks.Build();
        await WithEditorAsync(record);
        var page = Open<EditStatusEventPage>(record.StatusEvents[0].Key);

        await TickAsync(page, "input[type=radio][value=Narrowing]");

        Assert.Matches(@"Without this entry:\s+Unknown", page.Find(".standing-now").TextContent);
        Assert.Empty(page.FindAll(".status-event-warnings"));
        Assert.Equal("0 of 2", page.FindAll(".foreseen-shares tbody tr:first-child td")[1].TextContent.Trim());
    }

    [Fact]
    public async Task New_IssueThatAppliesToNoPair_SaysSoAndLeadsToItsForm()
    {
        var record = Talks.Build();
        await WithEditorAsync(record with { Issues = [record.Issues[0], record.Issues[1] with { DyadKeys = [] }], StatusEvents = [] });
        var page = Open<EditStatusEventPage>();

        await TypeAsync(page, "issue", "x");
        Assert.Empty(page.FindAll("p.note-warn"));
        await TypeAsync(page, "issue", "y");

        Assert.Contains("This issue applies to no pair yet", page.Find("p.note-warn").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/negotiations/{RecordBuilder.Slug}/edit/issues/y", page.Find("p.note-warn a").GetAttribute("href"));
    }
}
