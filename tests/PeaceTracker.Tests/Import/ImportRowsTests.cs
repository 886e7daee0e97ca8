using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Import;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Negotiations;

namespace PeaceTracker.Tests.Import;

/// <summary>A table comes to the board as one change, by the rights of forms, all of it or nothing; and is taken back as one.</summary>
[OnEveryDatabase]
public sealed class ImportRowsTests : IAsyncLifetime
{
    internal const string Slug = "talks";
    private const string Issues = "Title;Category;Weight\nPorts;Sea;3\nCables;Sea;2\nwater;Water;3\n";

    internal const string Events =
        "Date;Issue;Pair;Status;On whose word;Why;Source;Page\n2026-03-18;water;a-b;Narrowing;On record;Closer.;report;P1\n";

    private readonly List<TestStore> stores = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task Import_Issues_AreOneChange()
    {
        var (store, ada) = await StartAsync();

        var saved = Assert.IsType<SaveResult.Saved>(await RunAsync(store, await PlanAsync(store, "issues", Issues), ada));

        var record = await RecordAsync(store);
        Assert.Equal([("ports", "Ports"), ("cables", "Cables")], record.Issues.Skip(4).Select(issue => (issue.Key, issue.Title)));
        // Of a table of 200,000 rows nobody asks for the keys.
        Assert.Empty(saved.Rows);
        var own = (await store.Services.GetRequiredService<OwnChanges>().LastAsync(Slug, ada, Token))!;
        Assert.Equal(
            (saved.ChangeNumber, "rows-imported", "Issues imported from “table.csv”: 2 added.", 2),
            (own.Change.Number, own.Change.What, own.Change.Summary, own.Rows.Count));
    }

    // The 60th letter of the name is the first half of a dove, and what nobody sees in it is not kept.
    [Fact]
    public async Task Import_FileWithALongNameOfDoves_NamesWhatItCan()
    {
        var (store, ada) = await StartAsync();
        var doves = string.Concat(Enumerable.Repeat("🕊", 40));
        var command = (await PlanAsync(store, "issues", Issues)) with { From = $"a\0{doves}.csv" };

        Assert.IsType<SaveResult.Saved>(await RunAsync(store, command, ada));

        var own = (await store.Services.GetRequiredService<OwnChanges>().LastAsync(Slug, ada, Token))!;
        Assert.Equal($"Issues imported from “a{doves[..58]}…”: 2 added.", own.Change.Summary);
    }

    [Fact]
    public async Task Import_TheSameOnceMore_SavesOnce()
    {
        var (store, ada) = await StartAsync();
        var command = await PlanAsync(store, "issues", Issues);

        var first = Assert.IsType<SaveResult.Saved>(await RunAsync(store, command, ada));

        Assert.Equal(first.ChangeNumber, Assert.IsType<SaveResult.Saved>(await RunAsync(store, command, ada)).ChangeNumber);
        Assert.Equal(6, (await RecordAsync(store)).Issues.Count);
    }

    [Fact]
    public async Task Import_ARowThatBreaksARuleByNow_WritesNothing()
    {
        var (store, ada) = await StartAsync();
        var command = await PlanAsync(store, "status-events", Events.Replace(";water;", ";dams;", StringComparison.Ordinal));
        Assert.IsType<SaveResult.Saved>(await RunAsync(store, new RetractRow<Issue>(Slug, "dams", "Entered twice."), ada));

        var refused = Assert.IsType<SaveResult.Refused>(await RunAsync(store, command, ada));

        Assert.Contains(refused.Errors, error => error.Path == "rows[2].issue");
        Assert.Single((await RecordAsync(store)).StatusEvents);
    }

    [Fact]
    public async Task Import_ARowThatWasChangedMeanwhile_WritesNothing()
    {
        var (store, ada) = await StartAsync();
        var command = await PlanAsync(store, "issues", "Title;Description\nland;Who owns it.\n", mapping => mapping.ChangeRows = true);
        var land = (await RecordAsync(store)).Issues[1];
        await RunAsync(store, new EditRow<Issue>(Slug, land, land with { Description = "Meanwhile." }), ada);

        var refused = Assert.IsType<SaveResult.Refused>(await RunAsync(store, command, ada));

        Assert.Equal("The issue of row 2 was changed on the board in the meantime. Check the table again.", refused.Errors[0].Message);
        Assert.Equal("Meanwhile.", (await RecordAsync(store)).Issues[1].Description);
    }

    [Fact]
    public async Task Import_WhereASecondPersonIsAskedFor_KeepsToTheRightsOfForms()
    {
        var (store, ada) = await StartAsync(approval: true);
        var ben = await store.AddAccountAsync(AccountRole.Manager, "Ben");

        // What describes the board an editor may keep alone; evidence nobody records alone.
        Assert.IsType<SaveResult.Saved>(await RunAsync(store, await PlanAsync(store, "issues", Issues), ada));
        var events = await PlanAsync(store, "status-events", Events);
        Assert.IsType<SaveResult.Refused>(await RunAsync(store, events, ada));
        Assert.IsType<SaveResult.Refused>(await RunAsync(store, events, ben));
        Assert.Single((await RecordAsync(store)).StatusEvents);
    }

    [Fact]
    public async Task Import_ByAViewer_IsNotAllowed()
    {
        var (store, _) = await StartAsync();
        var viewer = await store.AddAccountAsync(AccountRole.Viewer, "Cy");

        Assert.IsType<SaveResult.NotAllowed>(await RunAsync(store, await PlanAsync(store, "issues", Issues), viewer));
    }

    [Fact]
    public async Task TakeBack_AnImport_RetractsAllOfIt()
    {
        var (store, ada) = await StartAsync();
        await RunAsync(store, await PlanAsync(store, "issues", Issues + "land;Water;3\n"), ada);

        Assert.IsType<SaveResult.Saved>(await RunAsync(store, await TakeBackAsync(store, ada), ada));

        Assert.Equal([false, false, false, false, true, true], (await RecordAsync(store)).Issues.Select(issue => issue.Retracted is not null));
    }

    [Fact]
    public async Task TakeBack_ImportedEntries_AreRetractedByFurtherOnes()
    {
        var (store, ada) = await StartAsync();
        await RunAsync(store, await PlanAsync(store, "status-events", Events), ada);

        Assert.IsType<SaveResult.Saved>(await RunAsync(store, await TakeBackAsync(store, ada), ada));

        var record = await RecordAsync(store);
        Assert.Equal(3, record.StatusEvents.Count);
        Assert.Single(LiveEntriesOf(record));
    }

    [Fact]
    public async Task TakeBack_AnImportOnWhichSomethingRests_IsRefused()
    {
        var (store, ada) = await StartAsync();
        await RunAsync(store, await PlanAsync(store, "issues", Issues), ada);
        var takeBack = await TakeBackAsync(store, ada);
        await RunAsync(store, await PlanAsync(store, "status-events", Events.Replace(";water;", ";Ports;", StringComparison.Ordinal)), ada);

        var refused = Assert.IsType<SaveResult.Refused>(await RunAsync(store, takeBack, ada));

        Assert.StartsWith("It is used in one place on the board, such as the status event", refused.Errors[0].Message, StringComparison.Ordinal);
        Assert.All((await RecordAsync(store)).Issues, issue => Assert.Null(issue.Retracted));
    }

    internal static IEnumerable<StatusEvent> LiveEntriesOf(NegotiationRecord record) => Domain.Changes.LiveEntries.Of(record.StatusEvents, null);

    internal static async Task<TakeBack> TakeBackAsync(TestStore store, string account)
    {
        var own = (await store.Services.GetRequiredService<OwnChanges>().LastAsync(Slug, account, Token))!;
        return new TakeBack(Slug, own.Change.Number, own.Change.Summary, own.Rows);
    }

    internal static async Task<ImportRows> PlanAsync(TestStore store, string kind, string text, Action<ImportMapping>? change = null)
    {
        var run = Importing.DryRun(await RecordAsync(store), kind, text, change);
        Assert.Empty(Importing.Refused(run));
        return run.ToCommand(Slug);
    }

    internal static Task<SaveResult> RunAsync(TestStore store, BoardCommand command, string account) =>
        store.Services.GetRequiredService<BoardEditor>().RunAsync(command, account, Token);

    internal static async Task<NegotiationRecord> RecordAsync(TestStore store) => (await store.Boards.FindAsync(Slug, Token))!.Record;

    private async Task<(TestStore Store, string Ada)> StartAsync(bool approval = false)
    {
        var record = ValidRecord.Make();
        var store = await TestStore.StartAsync(record with { Negotiation = record.Negotiation with { RequiresApproval = approval } });
        stores.Add(store);
        return (store, await store.AddAccountAsync(AccountRole.Editor, "Ada"));
    }
}
