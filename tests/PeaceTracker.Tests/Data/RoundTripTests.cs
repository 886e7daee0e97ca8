using System.Text.Encodings.Web;
using System.Text.Json;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Data;

[OnEveryDatabase]
public class RoundTripTests
{
    private static readonly JsonSerializerOptions Text = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task ImportAndFind_RecordWithEveryPropertySet_IsTheSameInEveryProperty()
    {
        var record = FullRecord.Make();

        await AssertRoundTripAsync(record);
    }

    [Fact]
    public async Task ImportAndFind_RecordWithNothingOptional_IsTheSameInEveryProperty()
    {
        var record = new RecordBuilder().Issue("one").Build();

        await AssertRoundTripAsync(record);
    }

    [Fact]
    public async Task Find_Stamps_SayThatTheyAreUtc()
    {
        var record = FullRecord.Make();
        await using var store = await TestStore.StartAsync(record);

        var board = await store.Boards.FindAsync(record.Negotiation.Slug, TestContext.Current.CancellationToken);

        Assert.All(board!.Record.StatusEvents, entry => Assert.Equal(DateTimeKind.Utc, entry.RecordedAt.Kind));
        Assert.All(board.Record.Drafts.SelectMany(draft => draft.Versions), version => Assert.Equal(DateTimeKind.Utc, version.RecordedAt.Kind));
    }

    [Fact]
    public async Task Import_StampThatIsNotUtc_Throws()
    {
        var record = FullRecord.Make();
        var local = record with { Sources = [record.Sources[0] with { RecordedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local) }] };
        await using var store = await TestStore.StartAsync();

        var fault = await Assert.ThrowsAnyAsync<Exception>(() => store.Importer.ImportAsync(local, "test", TestContext.Current.CancellationToken));

        Assert.Contains("UTC stamps only", fault.ToString(), StringComparison.Ordinal);
    }

    // As text: it holds every public property of every record within, and shows where two differ.
    private static async Task AssertRoundTripAsync(NegotiationRecord record)
    {
        await using var store = await TestStore.StartAsync(record);

        var board = await store.Boards.FindAsync(record.Negotiation.Slug, TestContext.Current.CancellationToken);

        Assert.Equal(JsonSerializer.Serialize(record, Text), JsonSerializer.Serialize(board!.Record, Text));
    }
}
