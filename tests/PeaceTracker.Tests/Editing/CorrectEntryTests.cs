using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Editing;

[OnEveryDatabase]
public sealed class CorrectEntryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // The negotiation began on 1 January; January itself, known to the month, may be any of its days.
    [Theory]
    [InlineData(0, DatePrecision.Day, false)]
    [InlineData(-30, DatePrecision.Month, false)]
    [InlineData(1, DatePrecision.Day, true)]
    [InlineData(1, DatePrecision.Month, true)]
    public async Task Run_CorrectionDatedBeforeTheBeginning_IsRefusedInASentence(int day, DatePrecision precision, bool saved)
    {
        await using var store = await TestStore.StartAsync(new RecordBuilder().Issue("x").Status("x", Level.Disputed, on: 5).Build());
        var entry = (await store.Boards.FindAsync(RecordBuilder.Slug, Cancellation))!.Record.StatusEvents[0];
        var moved = entry with { OccurredOn = RecordBuilder.Day(day), Precision = precision };

        var result = await store.Services.GetRequiredService<BoardEditor>().RunAsync(
            new CorrectEntry<StatusEvent>(RecordBuilder.Slug, moved, entry.Key, "Read wrongly."),
            await store.AddAccountAsync(AccountRole.Editor, "Ada"), Cancellation);

        Assert.Equal(saved, result is SaveResult.Saved);
        Assert.Equal(saved ? 2 : 1, (await store.Boards.FindAsync(RecordBuilder.Slug, Cancellation))!.Record.StatusEvents.Count);
        if (result is SaveResult.Refused refused)
        {
            var error = Assert.Single(refused.Errors);
            Assert.Equal("occurredOn", error.Path);
            Assert.Contains("is before the negotiation’s first day, 2026-01-01.", error.Message, StringComparison.Ordinal);
        }
    }
}
