using Bunit;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Comments;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Rows;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Rows;

/// <summary>Comments on the history of a row, and those that wait on the Edit page.</summary>
public class CommentListTests : FormPageTests
{
    private static readonly NegotiationRecord Record = new RecordBuilder().Issues(1, Level.Disputed).Build();

    [Fact]
    public async Task Add_AddressedToAColleague_IsListedAndTheFormIsEmptyAgain()
    {
        var store = await WithEditorAsync(Record);
        var mia = await store.AddAccountAsync(AccountRole.Manager, "Mia");
        var page = History();
        await TypeAsync(page, "text", "Is this\nstill so?");
        await TickAsync(page, ".keys-boxes input");

        await PressAsync(page, "Add the comment");

        page.WaitForAssertion(() => Assert.Equal("Is this\nstill so?", page.Find(".comment-text").TextContent));
        Assert.Contains(", to Mia", page.Find(".comments li").TextContent, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.True(string.IsNullOrEmpty(Value(page, "text"))));
        Assert.Equal(1, await store.Services.GetRequiredService<CommentDesk>().CountAsync(mia, Xunit.TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Add_Nothing_IsSaidAtTheField()
    {
        await WithEditorAsync(Record);
        var page = History();

        await PressAsync(page, "Add the comment");

        page.WaitForAssertion(() => Assert.Equal("Write what you want to say.", ErrorAt(page, "text")));
    }

    [Fact]
    public async Task ToDo_WhatIsAddressedToMe_LeadsThereAndIsDone()
    {
        var store = await WithEditorAsync(Record);
        var place = new CommentPlace(RecordBuilder.Slug, "issues", ["issue-1"]);
        var desk = store.Services.GetRequiredService<CommentDesk>();
        var ann = await store.AddAccountAsync(AccountRole.Editor, "Ann");
        Assert.Null(await desk.AddAsync(
            Guid.NewGuid(), place, new() { Text = "Please look.", To = [WhoIsIn] }, ann, Xunit.TestContext.Current.CancellationToken));
        var page = Opened(Render<EditStartPage>(p => p.Add(e => e.Slug, RecordBuilder.Slug)));
        page.WaitForState(() => page.FindAll(".to-do").Count > 0);
        Assert.Equal(
            $"/negotiations/{RecordBuilder.Slug}/edit/history/issues/issue-1#comments",
            page.FindAll(".to-do a").Single(a => a.TextContent == "Please look.").GetAttribute("href"));

        await ActAsync(
            page, () => page.FindAll(".to-do button").Single(b => b.TextContent.StartsWith("Done", StringComparison.Ordinal)),
            b => b.ClickAsync(new()));

        page.WaitForAssertion(() => Assert.DoesNotContain("Please look.", page.Markup, StringComparison.Ordinal));
        Assert.Equal(0, await desk.CountAsync(WhoIsIn, Xunit.TestContext.Current.CancellationToken));
    }

    private IRenderedComponent<HistoryPage> History()
    {
        var page = Opened(Render<HistoryPage>(p => p.Add(h => h.Slug, RecordBuilder.Slug).Add(h => h.Section, "issues").Add(h => h.Key, "issue-1")));
        page.WaitForState(() => page.FindAll("#field-text").Count > 0);
        return page;
    }
}
