using Bunit;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Drafts;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Drafts;

public class EditDraftPageTests : FormPageTests
{
    private static readonly DraftVersion First = new()
    {
        Number = 1, Date = RecordBuilder.Day(5), Pages = 6, HeldByKeys = ["a"], Citations = [RecordBuilder.Cited], RecordedAt = RecordBuilder.At(6),
    };

    private static readonly NegotiationRecord Record = new RecordBuilder().Issues(2, Level.Disputed).Build() with
    {
        Drafts = [new Draft { Key = "text", Title = "Text", IssueKeys = ["issue-1"], Versions = [First], RecordedAt = RecordBuilder.At(6) }],
    };

    [Fact]
    public async Task Edit_VersionAdded_IsTheSecondAndTheFirstKeepsItsMoment()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditDraftPage>("text");
        // What is on the board is folded up, what is new is open.
        Assert.False(page.Find("details.draft-version").HasAttribute("open"));

        await PressAsync(page, "Add a version");
        Assert.True(page.FindAll("details.draft-version")[1].HasAttribute("open"));
        // It begins as the one before.
        Assert.Equal("6", Value(page, "versions-1--pages"));
        Assert.True(page.Find("#field-versions-1--heldBy input").HasAttribute("checked"));
        await TypeAsync(page, "versions-1--date", "2026-02-01");
        await TypeAsync(page, "versions-1--pages", "9");
        await TickAsync(page, "#field-versions-1--notSeenBy input");
        await TypeAsync(page, "versions-1--citations-0--source", "report");
        await TypeAsync(page, "versions-1--citations-0--locator", "P4");
        await SaveAsync(page);

        var draft = (await BoardAsync(store)).Record.Drafts[0];
        Assert.Equal(2, draft.Versions.Count);
        Assert.Equal((1, RecordBuilder.At(6), 6), (draft.Versions[0].Number, draft.Versions[0].RecordedAt, draft.Versions[0].Pages));
        Assert.Equal((2, new DateOnly(2026, 2, 1), 9), (draft.Versions[1].Number, draft.Versions[1].Date, draft.Versions[1].Pages));
        Assert.Equal(["a"], draft.Versions[1].NotSeenByKeys);
        Assert.Empty(draft.Versions[1].HeldByKeys);
        Assert.True(draft.Versions[1].RecordedAt > RecordBuilder.At(6));
    }

    // A date that can't be read hinders the save as long as its field is there, and not after that.
    [Fact]
    public async Task Edit_VersionWithADateThatCannotBeReadTakenOut_IsSaved()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditDraftPage>("text");
        await PressAsync(page, "Add a version");
        await PressAsync(page, "Add a version");
        await TypeAsync(page, "versions-2--date", "12 Dec");
        await SaveAsync(page);
        Assert.Contains("Add the year", ErrorAt(page, "versions-2--date"), StringComparison.Ordinal);

        // The one before it goes first, so that the field moves up.
        await ClickAsync(page, "[aria-label='Remove version 2']");
        Assert.Contains("Add the year", ErrorAt(page, "versions-1--date"), StringComparison.Ordinal);
        await ClickAsync(page, "[aria-label='Remove version 2']");
        await TypeAsync(page, "title", "Text on territory");
        await SaveAsync(page);

        Assert.Equal("Text on territory", (await BoardAsync(store)).Record.Drafts[0].Title);
        // What is on the board can't be taken out.
        Assert.Empty(page.FindAll("[aria-label='Remove version 1']"));
    }

    [Fact]
    public async Task Edit_VersionOnTheBoardMadeWrong_IsRefusedAtItsFieldAndUnfolded()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditDraftPage>("text");

        await TypeAsync(page, "versions-0--pages", "-1");
        await SaveAsync(page);

        Assert.Contains("out of range", page.Find("#field-versions-0--pages-error").TextContent, StringComparison.Ordinal);
        Assert.True(page.Find("details.draft-version").HasAttribute("open"));
        Assert.Equal(6, (await BoardAsync(store)).Record.Drafts[0].Versions[0].Pages);
    }
}
