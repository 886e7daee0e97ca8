using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Data;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Data;

/// <summary>A store of an earlier version, filled, that this version opens: what it did not know has its usual value.</summary>
public class OldStoreTests
{
    [Fact]
    public async Task Start_StoreOfBeforeSourcesHadAPrecision_ReadsThemAsKnownToTheDay()
    {
        var record = new RecordBuilder().Issues(2, Level.Disputed).Claim(90m).Build() with
        {
            Rounds =
            [
                new Round
                {
                    Key = "first", Title = "First", AnnouncedOn = RecordBuilder.Day(1), StartsOn = RecordBuilder.Day(2), State = RoundState.Held,
                    Outcome = "They met.", Citations = [RecordBuilder.Cited], RecordedAt = RecordBuilder.At(3),
                },
            ],
        };
        await using var store = await TestStore.StartInFileAsync(record);
        await using (var context = store.NewContext())
        {
            await context.GetService<IMigrator>().MigrateAsync("20261127115554_Claims", TestContext.Current.CancellationToken);
        }

        await store.Services.DisposeAsync();
        await using var services = TestStore.Provide(new StoreOptions { DataDirectory = store.Folder });
        await TestStore.StartAsync(services);

        var board = await ((Services.Negotiations.BoardReader)services.GetService(typeof(Services.Negotiations.BoardReader))!)
            .FindAsync(RecordBuilder.Slug, TestContext.Current.CancellationToken);
        var source = Assert.Single(board!.Record.Sources);
        Assert.Equal(
            (DatePrecision.Day, false, null, "Jan. 1, 2026"), (source.Precision, source.NoLaterThan, source.ArchivedUrl, source.DateAsPrinted));
        Assert.Equal((record.Claims[0].Figure, null), (board.Record.Claims[0].Figure, board.Record.Claims[0].RoundKey));
        Assert.Null(board.Record.AgendaVersions[0].Points);
        var round = Assert.Single(board.Record.Rounds);
        Assert.Equal(("They met.", 0, 1), (round.Outcome, round.OutcomeCitations.Count, round.Citations.Count));
    }
}
