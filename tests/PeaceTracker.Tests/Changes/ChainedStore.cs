using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Changes;

/// <summary>
/// The database of a store with eight changes: 1 brought the negotiation, 2 and 4 edited its first issue, 3 added a status event,
/// 5 edited its second issue, 6 edited the negotiation, 7 began another one, 8 edited the first party.
/// </summary>
public sealed class ChainedStore : IAsyncLifetime
{
    public const int Changes = 8;

    private byte[] _database = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var record = new RecordBuilder().Issues(3, Level.Disputed).Build();
        await using var store = await TestStore.StartInFileAsync(record);
        var manager = await store.AddAccountAsync(AccountRole.Manager, "Ada");
        foreach (var command in Commands())
        {
            var now = (await store.Boards.FindAsync(RecordBuilder.Slug, Cancellation))!.Record;
            Assert.IsType<SaveResult.Saved>(await store.Services.GetRequiredService<BoardEditor>().RunAsync(command(now), manager, Cancellation));
        }

        await store.Services.DisposeAsync();
        _database = await File.ReadAllBytesAsync(store.DatabaseFile, Cancellation);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>A data folder with a copy of it.</summary>
    public TemporaryFolder Copy()
    {
        var folder = new TemporaryFolder();
        File.WriteAllBytes(FileIn(folder), _database);
        return folder;
    }

    public static string FileIn(TemporaryFolder folder) => new StoreOptions { DataDirectory = folder.Path }.DatabaseFile;

    /// <summary>Changes a database past the program, as a vandal would who takes away what holds him up, and puts it back.</summary>
    public static void Tamper(TemporaryFolder folder, string sql)
    {
        const string Triggers = "FROM sqlite_master WHERE type = 'trigger'";
        var away = TestStore.Scalar(FileIn(folder), $"SELECT group_concat('DROP TRIGGER \"' || name || '\";', ' ') {Triggers}");
        var back = TestStore.Scalar(FileIn(folder), $"SELECT group_concat(sql || ';', ' ') {Triggers}");
        TestStore.Execute(FileIn(folder), $"PRAGMA foreign_keys=OFF; {away} {sql}; {back}");
    }

    /// <summary>What <c>verify</c> says of a store.</summary>
    public static async Task<(int Code, string Output, string Errors)> VerifyAsync(TemporaryFolder folder)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        await using var services = TestStore.Provide(new StoreOptions { DataDirectory = folder.Path });
        var code = await services.GetRequiredService<VerifyCommand>().RunAsync(output, errors, Cancellation);
        return (code, output.ToString(), errors.ToString());
    }

    /// <summary>Starts a program on a store, edits a party of “talks” and ends it.</summary>
    public static async Task EditAsync(TemporaryFolder folder)
    {
        await using var services = TestStore.Provide(new StoreOptions { DataDirectory = folder.Path });
        await TestStore.StartAsync(services);
        var manager = await TestAccounts.AddAccountAsync(services, AccountRole.Manager, "Ben");
        var party = (await services.GetRequiredService<BoardReader>().FindAsync(RecordBuilder.Slug, Cancellation))!.Record.Parties[1];
        Assert.IsType<SaveResult.Saved>(await services.GetRequiredService<BoardEditor>()
            .RunAsync(new EditRow<Party>(RecordBuilder.Slug, party, party with { Name = "New" }), manager, Cancellation));
    }

    private static IEnumerable<Func<NegotiationRecord, BoardCommand>> Commands() =>
    [
        now => Titled(now, 0, "First words"),
        now => new AddEntry<StatusEvent>(
            RecordBuilder.Slug, now.StatusEvents[0] with { Key = "", OccurredOn = RecordBuilder.Day(9), Level = Level.Narrowing }),
        now => Titled(now, 0, "Second words"),
        now => Titled(now, 1, "Other words"),
        now => new EditNegotiation(now.Negotiation, now.Negotiation with { Title = "Another title" }),
        now => new AddNegotiation(now.Negotiation with { Slug = "another" }),
        now => new EditRow<Party>(RecordBuilder.Slug, now.Parties[0], now.Parties[0] with { Name = "Another name" }),
    ];

    private static EditRow<Issue> Titled(NegotiationRecord now, int index, string title) =>
        new(RecordBuilder.Slug, now.Issues[index], now.Issues[index] with { Title = title });
}
