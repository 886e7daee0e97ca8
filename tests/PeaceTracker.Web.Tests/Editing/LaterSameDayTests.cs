using Bunit;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Claims;
using PeaceTracker.Web.Features.Issues;
using PeaceTracker.Web.Features.Positions;

namespace PeaceTracker.Web.Tests.Editing;

/// <summary>Two real steps on one day: the form knows of the other, and can say which came last.</summary>
public class LaterSameDayTests : FormPageTests
{
    private const string Box = "#field-orderInDay";

    // On 4 January: narrowing, then, said to be later, disputed again.
    private static readonly RecordBuilder Talks = new RecordBuilder().Issue("x").Issue("y").Status("x", Level.Narrowing, on: 4)
        .Status("x", Level.Disputed, on: 4, orderInDay: 1);

    [Theory]
    [InlineData("x", "2026-01-04", true)]
    [InlineData("x", "2026-01-05", false)]
    [InlineData("y", "2026-01-04", false)]
    public async Task StatusEvent_OnlyWhereTheDayHasAnother_AsksAndNamesTheLast(string issue, string day, bool asked)
    {
        await WithEditorAsync(Talks.Build());
        var page = Open<EditStatusEventPage>();

        await TypeAsync(page, "issue", issue);
        await TypeAsync(page, "occurredOn", day);

        Assert.Equal(asked, page.FindAll(Box).Count == 1);
        Assert.Equal(asked, page.Markup.Contains("Later the same day than “Disputed”", StringComparison.Ordinal));
        Assert.Equal(asked, page.Markup.Contains("the day is marked as contested", StringComparison.Ordinal));
    }

    [Fact]
    public async Task StatusEvent_Ticked_StandsAndNothingIsContested()
    {
        var store = await WithEditorAsync(Talks.Build());
        var page = Open<EditStatusEventPage>();
        await TypeAsync(page, "issue", "x");
        await TypeAsync(page, "occurredOn", "2026-01-04");
        await TickAsync(page, Box);
        Assert.DoesNotContain("contested", page.Markup, StringComparison.Ordinal);
        await ChooseAsync(page, "basis", 0);
        await TypeAsync(page, "rationale", "They agreed in the evening.");
        await TickAsync(page, "input[type=radio][value=TextAgreed]");
        await TypeAsync(page, "citations-0--source", "report");
        await TypeAsync(page, "citations-0--locator", "P4");
        await ChooseAsync(page, "citations-0--credibility", 1);
        await SaveAsync(page);

        var board = await BoardAsync(store);
        Assert.Equal([0, 1, 2], board.Record.StatusEvents.Select(e => e.OrderInDay));
        var step = board.AsOf(RecordBuilder.Day(4)).Issue("x")!.Between("a-b")!.Step!;
        Assert.Equal((Level.TextAgreed, false), (step.Level, step.Contested));
    }

    [Fact]
    public async Task StatusEvent_AnotherDayChosenAfterwards_IsLaterThanNothing()
    {
        await WithEditorAsync(Talks.Build());
        var page = Open<EditStatusEventPage>();
        await TypeAsync(page, "issue", "x");
        await TypeAsync(page, "occurredOn", "2026-01-04");
        await TickAsync(page, Box);

        await TypeAsync(page, "occurredOn", "2026-01-05");
        await TypeAsync(page, "occurredOn", "2026-01-04");

        Assert.False(page.Find(Box).HasAttribute("checked"));
    }

    [Fact]
    public async Task Position_OfTheSamePartyIssueAndDay_IsAsked()
    {
        await WithEditorAsync(new RecordBuilder().Issue("x").Position("a", "x", Stance.Rejects, on: 4).Build());
        var page = Open<EditPositionPage>();
        await TypeAsync(page, "party", "a");
        await TypeAsync(page, "issue", "x");
        await TypeAsync(page, "occurredOn", "2026-01-04");

        Assert.Contains("Later the same day than “Rejects”", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claim_DayWithoutAnother_IsNotAsked()
    {
        await WithEditorAsync(new RecordBuilder().Issue("x").Build());
        var page = Open<EditClaimPage>();
        await TypeAsync(page, "occurredOn", "2026-01-04");

        Assert.Empty(page.FindAll(Box));
    }
}
