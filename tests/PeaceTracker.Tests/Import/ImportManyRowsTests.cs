using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Negotiations;
using static PeaceTracker.Tests.Import.ImportRowsTests;

namespace PeaceTracker.Tests.Import;

/// <summary>Tables of more rows than a form has are written past the change tracker: as whole as others, and taken back as one.</summary>
[OnEveryDatabase]
public sealed class ImportManyRowsTests : IAsyncLifetime
{
    private TestStore? started;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => started?.DisposeAsync() ?? ValueTask.CompletedTask;

    // More rows than are written at once, so that the last ones come in another turn than the first; the hash of the change still fits to all.
    [Fact]
    public async Task Import_ManyRows_AreOneChangeThatFitsToItsHash()
    {
        var (store, ada) = await StartAsync();
        var lines = Enumerable.Range(1, 2001).Select(i => $"Agency,Report {i},2026-01-05,B");

        await RunAsync(store, await PlanAsync(store, "sources", "Publisher,Headline,Published,Reliability\n" + string.Join('\n', lines)), ada);

        var own = (await store.Services.GetRequiredService<OwnChanges>().LastAsync(Slug, ada, Token))!;
        Assert.Equal(2001, own.Rows.Count);
        var record = await RecordAsync(store);
        Assert.Equal(Enumerable.Range(1, 2001).Select(i => $"Report {i}"), record.Sources.Skip(1).Select(source => source.Headline));
        await AssertFitsAsync(store);
    }

    // More than a form has, so that they are written past the change tracker; the one that is changed is not.
    [Fact]
    public async Task Import_ManyNewRowsAndAChangedOne_AreInTheStoreAsInTheirHistory()
    {
        var (store, ada) = await StartAsync();
        var lines = Enumerable.Range(1, 150).Select(i => $"Point {i};Sea;3;Words {i}");
        var plan = await PlanAsync(
            store, "issues", "Title;Category;Weight;Description\nland;Water;3;Who owns it.\n" + string.Join('\n', lines),
            mapping => mapping.ChangeRows = true);

        Assert.IsType<SaveResult.Saved>(await RunAsync(store, plan, ada));

        Assert.Equal("Who owns it.", (await RecordAsync(store)).Issues[1].Description);
        Assert.Equal(["Point 1", "Point 150"], (await RecordAsync(store)).Issues.Skip(4).Select(issue => issue.Title).Where((_, i) => i is 0 or 149));
        await AssertFitsAsync(store);
    }

    // At most a hundred rows stand in a statement, and each row is written twice, into its table and into the history.
    [Fact]
    public async Task Import_ManyRows_IsMeasuredStatementByStatement()
    {
        var (store, ada) = await StartAsync();
        var lines = Enumerable.Range(1, 3000).Select(i => $"Agency,Report {i},2026-01-05,B");
        var plan = await PlanAsync(store, "sources", "Publisher,Headline,Published,Reliability\n" + string.Join('\n', lines));
        var own = new AsyncLocal<StrongBox<int>?>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Name == "peacetracker.database.duration")
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) =>
        {
            if (own.Value is { } counted)
            {
                Interlocked.Increment(ref counted.Value);
            }
        });
        listener.Start();
        var commands = own.Value = new StrongBox<int>();

        await RunAsync(store, plan, ada);

        Assert.True(commands.Value >= 60, $"{commands.Value} commands");
    }

    // Those that are new are written first and another way than those that are changed; who waits sees one number grow.
    [Fact]
    public async Task Import_ManyNewRowsAndManyChangedOnes_TellsHowManyAreWrittenSoFar()
    {
        var (store, ada) = await StartAsync();
        await RunAsync(store, await PlanAsync(store, "issues", Table(1, 1500, "Before.")), ada);
        var told = new Told();

        var plan = await PlanAsync(store, "issues", Table(1, 3000, "After."), mapping => mapping.ChangeRows = true);
        Assert.IsType<SaveResult.Saved>(await RunAsync(store, plan with { Written = told }, ada));

        Assert.Equal([1000, 2000, 3000], told.Numbers);
        Assert.Equal(3000, (await RecordAsync(store)).Issues.Count(issue => issue.Description == "After."));

        static string Table(int from, int to, string words) => "Title;Category;Weight;Description\n"
            + string.Join('\n', Enumerable.Range(from, to).Select(i => $"Point {i};Sea;3;{words}"));
    }

    [Fact]
    public async Task TakeBack_ManyImportedEntries_AreRetractedAllTogether()
    {
        var (store, ada) = await StartAsync();
        var lines = Enumerable.Range(1, 150).Select(i =>
            $"{new DateOnly(2026, 3, 18).AddDays(i):O};water;a-b;Narrowing;On record;Closer by {i}.;report;P1");
        await RunAsync(store, await PlanAsync(store, "status-events", Events + string.Join('\n', lines)), ada);
        Assert.Equal(152, LiveEntriesOf(await RecordAsync(store)).Count());

        Assert.IsType<SaveResult.Saved>(await RunAsync(store, await TakeBackAsync(store, ada), ada));

        Assert.Single(LiveEntriesOf(await RecordAsync(store)));
        await AssertFitsAsync(store);
    }

    [Fact]
    public async Task Import_StoppedWhileItIsWritten_LeavesNothingAndCanBeDoneAgain()
    {
        var (store, ada) = await StartAsync();
        var lines = Enumerable.Range(1, 1500).Select(i => $"Agency,Report {i},2026-01-05,B");
        var plan = await PlanAsync(store, "sources", "Publisher,Headline,Published,Reliability\n" + string.Join('\n', lines));
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Services.GetRequiredService<BoardEditor>().RunAsync(
            plan with { Written = new Stopping(stop) }, ada, stop.Token));

        Assert.Single((await RecordAsync(store)).Sources);
        Assert.IsType<SaveResult.Saved>(await RunAsync(store, plan, ada));
        Assert.Equal(1501, (await RecordAsync(store)).Sources.Count);
        await AssertFitsAsync(store);
    }

    // The hashes of all changes, and what their history says beside what is in the tables.
    private static async Task AssertFitsAsync(TestStore store)
    {
        await using var context = store.NewContext();
        Assert.Null((await ChainCheck.OfAsync(context, Token)).First);
    }

    private async Task<(TestStore Store, string Ada)> StartAsync()
    {
        started = await TestStore.StartAsync(ValidRecord.Make());
        return (started, await started.AddAccountAsync(AccountRole.Editor, "Ada"));
    }

    private sealed class Told : IProgress<int>
    {
        public List<int> Numbers { get; } = [];

        public void Report(int value) => Numbers.Add(value);
    }

    private sealed class Stopping(CancellationTokenSource stop) : IProgress<int>
    {
        public void Report(int value) => stop.Cancel();
    }
}
