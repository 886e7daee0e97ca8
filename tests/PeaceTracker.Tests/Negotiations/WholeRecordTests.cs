using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Negotiations;

/// <summary>A whole record is written row by row, each after those to which it points, and is read back in its own order.</summary>
[OnEveryDatabase]
public class WholeRecordTests
{
    private static readonly NegotiationRecord Record = ValidRecord.Make();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Recorded in the same moment, they may stand in any order: the last corrects the first but one, which corrects the one after it.
    [Fact]
    public async Task Import_EntriesThatStandBeforeWhatTheyCorrect_KeepTheirPlaces()
    {
        await using var store = await TestStore.StartAsync();
        var entry = Record.StatusEvents[0];
        var (second, third) = (Correction("second", entry.Key), Correction("third", "second"));

        await store.Importer.ImportAsync(Record with { StatusEvents = [third, second, entry] }, "test", Token);

        Assert.Equal(["third", "second", entry.Key], (await store.Boards.FindAsync("talks", Token))!.Record.StatusEvents.Select(e => e.Key));

        StatusEvent Correction(string key, string of) =>
            entry with { Key = key, Kind = EntryKind.Correction, SupersedesKey = of, Reason = "Misread." };
    }

    // A thousand and a half of events beside the rest of the record: told once, at a thousand.
    [Fact]
    public async Task Import_ManyRows_TellsHowManyAreWritten()
    {
        await using var store = await TestStore.StartAsync();
        var entry = Record.StatusEvents[0];
        var told = new Told();

        await store.Importer.ImportAsync(
            Record with { StatusEvents = [.. Enumerable.Range(0, 1500).Select(i => entry with { Key = $"e-{i}" })] }, "test", Token, told);

        Assert.Equal([1000], told.Values);
        Assert.Equal(1500, (await store.Boards.FindAsync("talks", Token))!.Record.StatusEvents.Count);
    }

    private sealed class Told : IProgress<int>
    {
        public List<int> Values { get; } = [];

        public void Report(int value) => Values.Add(value);
    }
}
