using Bunit;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Issues;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Rows;

/// <summary>The day from which a judgement held was entered wrongly: it is corrected in the form, and only the record moves.</summary>
public sealed class EarlierDaysTests : FormPageTests
{
    // The issue weighs 3, and weighed 1 until the 10th.
    private static readonly NegotiationRecord Record =
        new RecordBuilder().Issue("issue-1").WasJudged("issue-1", until: 10, salience: 1, ["a-b"]).Build();

    // It weighed 1 until the 10th, as was entered; it was the 15th. The weight itself is not asked about.
    [Fact]
    public async Task Issue_DayOfAnEarlierChangeWasWrong_IsCorrectedWithAReason()
    {
        var store = await WithEditorAsync(Record);
        var before = await BoardAsync(store);
        var page = Open<EditIssuePage>("issue-1");
        Assert.Contains("until 10 January 2026: Salience: 1", page.Find("#field-earlier-0--until-help").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#field-reason"));

        await TypeAsync(page, "earlier-0--until", "2026-01-15");
        Assert.Empty(page.FindAll("#field-judgement"));
        await SaveAsync(page);
        Assert.Equal("Say in one sentence what was wrong.", ErrorAt(page, "reason"));
        await TypeAsync(page, "reason", "The letter is of the 15th.");
        await SaveAsync(page);

        var now = await BoardAsync(store);
        Assert.Equal([1, 1, 3], new[] { 10, 14, 15 }.Select(day => now.AsOf(RecordBuilder.Day(day)).Issue("issue-1")!.Issue.Salience));
        // Only the record has moved: before the correction it was as it had been entered.
        var then = (await store.Boards.FindAsync(RecordBuilder.Slug, before.ChangeNumber, Xunit.TestContext.Current.CancellationToken))!;
        Assert.Equal(3, then.AsOf(RecordBuilder.Day(10)).Issue("issue-1")!.Issue.Salience);
        Assert.Equal(RecordBuilder.At(10), Assert.Single(now.Record.Issues[0].Earlier).RecordedAt);
    }

    [Fact]
    public async Task Issue_DayOfAnEarlierChangeBeforeTheAgenda_IsRefusedAtItsField()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditIssuePage>("issue-1");

        await TypeAsync(page, "earlier-0--until", "2025-12-01");
        await TypeAsync(page, "reason", "The letter is of December.");
        await SaveAsync(page);

        Assert.Contains(
            "is not later than the first day on which the issue is on the agenda", ErrorAt(page, "earlier-0--until"), StringComparison.Ordinal);
        Assert.Equal("1 December 2025", Value(page, "earlier-0--until"));
        Assert.Equal(RecordBuilder.Day(10), Assert.Single((await BoardAsync(store)).Record.Issues[0].Earlier).Until);
    }

    [Fact]
    public async Task Issue_DayCorrectedAndJudgedOtherwiseSince_AreSavedTogether()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditIssuePage>("issue-1");

        await TypeAsync(page, "earlier-0--until", "2026-01-15");
        await ChooseAsync(page, "salience", 0);
        await TypeAsync(page, "judgement", "0");
        await TypeAsync(page, "earlier-1--until", "2026-01-20");
        await TypeAsync(page, "reason", "The letter is of the 15th.");
        await SaveAsync(page);

        var board = await BoardAsync(store);
        Assert.Equal([1, 3, 5], new[] { 14, 19, 20 }.Select(day => board.AsOf(RecordBuilder.Day(day)).Issue("issue-1")!.Issue.Salience));
    }
}
