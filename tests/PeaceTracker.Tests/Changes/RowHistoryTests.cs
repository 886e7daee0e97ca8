using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Changes;

[OnEveryDatabase]
public class RowHistoryTests : IAsyncLifetime
{
    private TestStore _store = null!;
    private string _editor = null!;
    private string _slug = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var record = new RecordBuilder().Issues(1, Level.Disputed).Build();
        _slug = record.Negotiation.Slug;
        _store = await TestStore.StartAsync(record);
        _editor = await _store.AddAccountAsync(AccountRole.Editor, "Ada");
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Find_RowOfTheSeedThenEdited_HasBothVersionsFieldByField()
    {
        var party = (await BoardAsync()).Record.Parties[0];
        var saved = await SaveAsync(new EditRow<Party>(_slug, party, party with { Name = "Another name" }));

        var versions = await FindAsync<Party>(party.Key);

        Assert.Equal([null, saved.ChangeNumber], versions.Select(s => s.ChangeNumber));
        Assert.Equal(party.RecordedAt, versions[0].At);
        Assert.Contains(("name", null, party.Name), Written(versions[0]));
        Assert.Equal([("name", party.Name, "Another name")], Written(versions[1]));
        Assert.Equal("Ada", versions[1].By);
    }

    [Fact]
    public async Task Find_AnyEntryOfAChain_HasCorrectionAndRetractionWithTheirReasons()
    {
        var entry = (await BoardAsync()).Record.StatusEvents[0];
        var correction = await SaveAsync(
            new CorrectEntry<StatusEvent>(_slug, entry with { Level = Level.Narrowing }, entry.Key, "Read too narrowly."));
        var retraction = await SaveAsync(new RetractEntry<StatusEvent>(_slug, correction.KeyAt(), "Of another issue."));

        var versions = await FindAsync<StatusEvent>(entry.Key);

        Assert.Equal([EntryKind.Change, EntryKind.Correction, EntryKind.Retraction], versions.Select(s => s.Kind));
        Assert.Equal([null, "Read too narrowly.", "Of another issue."], versions.Select(s => s.Reason));
        Assert.Equal([null, correction.ChangeNumber, retraction.ChangeNumber], versions.Select(s => s.ChangeNumber));
        Assert.Equal([("level", "disputed", "narrowing")], Written(versions[1]));
        Assert.Equal(versions.Select(s => s.Key), (await FindAsync<StatusEvent>(retraction.KeyAt())).Select(s => s.Key));
    }

    [Fact]
    public async Task Find_DateThatIsKnownLessExactly_IsOneField()
    {
        var entry = (await BoardAsync()).Record.StatusEvents[0];
        var month = entry with { Precision = DatePrecision.Month };
        var correction = await SaveAsync(new CorrectEntry<StatusEvent>(_slug, month, entry.Key, "The day is not printed."));

        var field = Assert.Single((await FindAsync<StatusEvent>(correction.KeyAt()))[1].Fields);

        Assert.Equal(("occurredOn", "2026-01-01"), (field.Field, field.Before!.ToString()));
        Assert.Equal(new DateAsKnown(entry.OccurredOn, DatePrecision.Month), RowFields.AsKnown(field.After!.AsObject()));
    }

    [Fact]
    public async Task Find_NoSuchRowOrSection_IsNull()
    {
        Assert.Null(await History.FindAsync(await BoardAsync(), RecordSections.Of<Party>().Name, "nobody", Cancellation));
        Assert.Null(await History.FindAsync(await BoardAsync(), "accounts", "a", Cancellation));
    }

    // Field by field, as it is written in the negotiation file.
    private static IEnumerable<(string Field, string? Before, string? After)> Written(RowVersion version) =>
        version.Fields.Select(field => (field.Field, field.Before?.ToString(), field.After?.ToString()));

    private RowHistory History => _store.Services.GetRequiredService<RowHistory>();

    private async Task<Board> BoardAsync() => (await _store.Boards.FindAsync(_slug, Cancellation))!;

    private async Task<SaveResult.Saved> SaveAsync(BoardCommand command) =>
        Assert.IsType<SaveResult.Saved>(await _store.Services.GetRequiredService<BoardEditor>().RunAsync(command, _editor, Cancellation));

    private async Task<IReadOnlyList<RowVersion>> FindAsync<T>(string key) where T : class, IRow<T> =>
        Assert.IsAssignableFrom<IReadOnlyList<RowVersion>>(
            await History.FindAsync(await BoardAsync(), RecordSections.Of<T>().Name, key, Cancellation));
}
