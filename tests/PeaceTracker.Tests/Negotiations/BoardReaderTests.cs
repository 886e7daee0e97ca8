using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Negotiations;

[OnEveryDatabase]
public class BoardReaderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Find_Warm_AsksForTheChangeNumberAlone()
    {
        var record = FullRecord.Make();
        var counter = new QueryCounter();
        await using var store = await TestStore.StartAsync(record, counter.ListenTo);
        var cold = await store.Boards.FindAsync(record.Negotiation.Slug, Token);
        counter.Reset();

        var warm = await store.Boards.FindAsync(record.Negotiation.Slug, Token);

        Assert.Same(cold, warm);
        Assert.Contains("ChangeNumber", Assert.Single(counter.Queries), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_ManyAtOnceWhileCold_LoadOnce()
    {
        var record = FullRecord.Make();
        var counter = new QueryCounter();
        await using var store = await TestStore.StartAsync(record, counter.ListenTo);
        counter.Reset();

        var boards = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => store.Boards.FindAsync(record.Negotiation.Slug, Token))));

        Assert.Single(boards.Distinct());
        Assert.Single(counter.Queries, query => query.Contains("FROM \"StatusEvents\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Find_ChangeNumberHasMoved_LoadsAnew()
    {
        var record = FullRecord.Make();
        await using var store = await TestStore.StartAsync(record);
        var before = await store.Boards.FindAsync(record.Negotiation.Slug, Token);
        await store.ExecuteAsync("UPDATE \"Negotiations\" SET \"ChangeNumber\" = 7, \"Title\" = 'Renamed'");

        var after = await store.Boards.FindAsync(record.Negotiation.Slug, Token);

        Assert.Equal(1, before!.ChangeNumber);
        Assert.Equal((7, "Renamed"), (after!.ChangeNumber, after.Negotiation.Title));
    }

    [Fact]
    public async Task Find_UnknownSlug_Null()
    {
        await using var store = await TestStore.StartAsync();

        Assert.Null(await store.Boards.FindAsync("nowhere", Token));
    }

    // Hundreds of thousands of entries name a few thousand issues, a few pairs and people, and cite the same places.
    [Fact]
    public async Task Find_EntriesThatNameTheSame_HoldItOnce()
    {
        var record = new RecordBuilder().Issue("land").Status("land", Level.Disputed, on: 2).Status("land", Level.Narrowing, on: 3)
            .Position("a", "land", Stance.Rejects).Position("b", "land", Stance.Accepts).Build();
        await using var store = await TestStore.StartAsync(record);

        var loaded = (await store.Boards.FindAsync(record.Negotiation.Slug, Token))!.Record;

        var (first, second) = (loaded.StatusEvents[0], loaded.StatusEvents[1]);
        Assert.Equal(
            record.StatusEvents.Select(e => (e.Key, e.IssueKey, e.DyadKey)), loaded.StatusEvents.Select(e => (e.Key, e.IssueKey, e.DyadKey)));
        Assert.Same(first.IssueKey, second.IssueKey);
        Assert.Same(first.DyadKey, second.DyadKey);
        Assert.Same(first.RecordedBy, second.RecordedBy);
        Assert.Same(first.Citations, second.Citations);
        Assert.All(loaded.Positions, position => Assert.Same(first.IssueKey, position.IssueKey));
        Assert.Equal(record.Positions.Select(p => p.PartyKey), loaded.Positions.Select(p => p.PartyKey));
    }
}
