using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Search;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Search;

/// <summary>Since when a search finds what it finds.</summary>
[OnEveryDatabase]
public class SearchNewsTests
{
    private static readonly Dictionary<(string, string), DateTime> NoEdits = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Issues are entered on day 1, and the words of a status event ("Because of what was said.") with it, on day 7.
    [Theory]
    [InlineData("land", 1)]
    [InlineData("because", 7)]
    [InlineData("land because", 7)]
    public void Of_WordsOfAnEntry_CountFromItsRecording(string query, int day)
    {
        var at = new RecordBuilder().Issue("land").Status("land", Level.Disputed, on: 2, recorded: 7).AsOf(9);

        var found = Assert.Single(SearchNews.Of(at, query, NoEdits, 100));

        Assert.Equal(("land", RecordBuilder.At(day)), (found.Hit.Row.Key, found.Since));
    }

    [Fact]
    public void Of_Several_WhatCameLastFirstAndNoMoreThanAskedFor()
    {
        var at = new RecordBuilder().Issue("land").Issue("sea")
            .Status("sea", Level.Disputed, on: 2).Status("land", Level.Disputed, on: 5).AsOf(9);

        Assert.Equal(["land", "sea"], SearchNews.Of(at, "because", NoEdits, 100).Select(f => f.Hit.Row.Key));
        Assert.Equal(["land"], SearchNews.Of(at, "because", NoEdits, 1).Select(f => f.Hit.Row.Key));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("xyzzy")]
    public void Of_NothingAskedOrFound_IsEmpty(string? query) =>
        Assert.Empty(SearchNews.Of(new RecordBuilder().Issue("land").AsOf(9), query, NoEdits, 100));

    // A title that is edited is found by its new words from the edit on.
    [Fact]
    public async Task Of_EditedTitle_CountsFromTheEdit()
    {
        var record = new RecordBuilder().Issue("land").Issue("sea").Build();
        await using var store = await TestStore.StartAsync(record);
        var editor = await store.AddAccountAsync(AccountRole.Editor, "Ada");
        var issue = record.Issues[0];
        var saved = Assert.IsType<SaveResult.Saved>(await store.Services.GetRequiredService<BoardEditor>().RunAsync(
            new EditRow<Issue>(record.Negotiation.Slug, issue, issue with { Title = "Harbours and land" }), editor, Cancellation));
        var board = (await store.Boards.FindAsync(record.Negotiation.Slug, Cancellation))!;
        await using var context = store.NewContext();
        var editedAt = context.Changes.Single(change => change.Number == saved.ChangeNumber).RecordedAt;

        var edits = await store.Services.GetRequiredService<RowHistory>().LastEditsAsync(board, Cancellation);
        var found = SearchNews.Of(board.AsOf(RecordBuilder.Day(9)), "harbours", edits, 100);

        Assert.Equal(("land", editedAt), (Assert.Single(found).Hit.Row.Key, found[0].Since));
        Assert.Equal([("issues", "land")], edits.Keys);
    }
}
