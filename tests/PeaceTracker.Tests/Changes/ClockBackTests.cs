using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Changes;

/// <summary>A clock that is put back an hour between two saves, or the clock of another node that is behind.</summary>
[OnEveryDatabase]
public class ClockBackTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_ClockPutBackBetweenSaves_OrdersByNumberAndTheChainFits()
    {
        var clock = new MovableClock();
        var record = ThreeStatusEvents.EmptyBoard();
        await using var store = await TestStore.StartAsync(record, services => services.AddSingleton<TimeProvider>(clock));
        var account = await TestAccounts.AddAccountAsync(store.Services, AccountRole.Editor);
        var editor = store.Services.GetRequiredService<BoardEditor>();
        var slug = record.Negotiation.Slug;

        var first = Assert.IsType<SaveResult.Saved>(await editor.RunAsync(new ThreeStatusEvents(slug, 1), account, Cancellation));
        clock.Advance(TimeSpan.FromHours(-1));
        var second = Assert.IsType<SaveResult.Saved>(await editor.RunAsync(new ThreeStatusEvents(slug, 2), account, Cancellation));

        Assert.Equal(first.ChangeNumber + 1, second.ChangeNumber);
        var board = (await store.Boards.FindAsync(slug, Cancellation))!;
        Assert.Equal(second.ChangeNumber, board.ChangeNumber);
        // The last that was recorded comes last, whatever its clock said, and the board of the first change has nothing of it.
        Assert.Equal(["1", "1", "1", "2", "2", "2"], board.Record.StatusEvents.Where(e => e.Level == Level.Narrowing).Select(e => e.Rationale));
        var before = (await store.Boards.FindAsync(slug, first.ChangeNumber, Cancellation))!;
        Assert.Equal(["1", "1", "1"], before.Record.StatusEvents.Where(e => e.Level == Level.Narrowing).Select(e => e.Rationale));
        using var errors = new StringWriter();
        await store.Services.DisposeAsync(); // a file is verified while nobody has it open
        await using var later = TestStore.Provide(store.Options);
        Assert.Equal(0, await later.GetRequiredService<VerifyCommand>().RunAsync(TextWriter.Null, errors, Cancellation));
        Assert.Empty(errors.ToString());
    }
}
