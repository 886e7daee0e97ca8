using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Editing;

/// <summary>The board that a save hands on is the one that whoever loads it finds in the store.</summary>
[OnEveryDatabase]
public sealed class HandedOnTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save_AnyRows_HandsOnTheBoardThatIsInTheStore()
    {
        await using var store = await TestStore.StartAsync(BigRecord.Make(10));
        var manager = await store.AddAccountAsync(AccountRole.Manager);
        var editor = store.Services.GetRequiredService<BoardEditor>();
        var handed = new List<Board>();
        store.Boards.HandedOn += handed.Add;
        Assert.NotNull(await store.Boards.FindAsync(BigRecord.Slug, Token));

        for (var number = 1; number <= 4; number++)
        {
            Assert.IsType<SaveResult.Saved>(await editor.RunAsync(new FiveStatusEvents(BigRecord.Slug, number), manager, Token));
            await AssertSameAsync(store, handed);
        }

        var added = handed[^1].Record.StatusEvents[^1];
        Assert.IsType<SaveResult.Saved>(await editor.RunAsync(
            new RetractEntry<StatusEvent>(BigRecord.Slug, added.Key, "Said of another issue."), manager, Token));
        await AssertSameAsync(store, handed);
        Assert.Equal(5, handed.Count);
    }

    private static async Task AssertSameAsync(TestStore store, List<Board> handed)
    {
        var loaded = await Fresh(store).FindAsync(BigRecord.Slug, Token);
        var kept = await store.Boards.FindAsync(BigRecord.Slug, Token);

        Assert.Same(handed[^1], kept);
        Assert.Equal(loaded!.ChangeNumber, kept!.ChangeNumber);
        Assert.Equal(await FileOfAsync(loaded), await FileOfAsync(kept));
        var day = new DateOnly(2026, 1, 1);
        Assert.Equal(loaded.AsOf(day).Shares.Agreed, kept.AsOf(day).Shares.Agreed);
        Assert.Equal(loaded.AsOf(day).History.Periods, kept.AsOf(day).History.Periods);
    }

    private static BoardReader Fresh(TestStore store) => new(
        store.Services.GetRequiredService<IDbContextFactory<TrackerContext>>(), store.Services.GetRequiredService<StoreLine>(),
        store.Services.GetRequiredService<StoreMark>());

    private static async Task<string> FileOfAsync(Board board)
    {
        using var file = new MemoryStream();
        await NegotiationFileWriter.WriteAsync(board.Record, file, Token);
        return Encoding.UTF8.GetString(file.ToArray());
    }
}
