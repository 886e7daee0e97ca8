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
}
