using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Api;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Services.Search;
using PeaceTracker.Services.Sources;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Changes;
using PeaceTracker.Web.Features.Sources;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Kinds.Tests;

/// <summary>A kind of row that only this project knows goes through store, file, history, retraction, feed and search as all others do.</summary>
public class NewKindTests
{
    private static readonly RecordSection Section = RecordSections.Of<Visit>();

    private static readonly Visit Paid = new()
    {
        Key = "lisbon", Title = "The envoy from Lisbon", PartyKey = "a", PaidOn = RecordBuilder.Day(2), Citations = [RecordBuilder.Cited],
        RecordedAt = RecordBuilder.At(2), RecordedBy = "Ann",
    };

    private static readonly NegotiationRecord Record = new RecordBuilder().Issues(1, Level.Disputed).Build().With<Visit>([Paid]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ImportAndFind_FullRecord_HasTheSameRows()
    {
        var full = FullRecord.Make();
        await using var store = await TestStore.StartAsync(full);

        var board = await store.Boards.FindAsync(full.Negotiation.Slug, Token);

        Assert.Equal(2, full.Rows<Visit>().Count);
        Assert.Equal(Text(full), Text(board!.Record));
    }

    [Fact]
    public async Task WriteAndRead_AFile_HasTheSameRows()
    {
        using var file = new MemoryStream();
        await NegotiationFileWriter.WriteAsync(Record, file, Token);
        file.Position = 0;

        var read = await new NegotiationFileReader().ReadAsync(file, Token);

        Assert.Empty(read.Errors);
        Assert.Equal(Text(Record), Text(read.Record!));
    }

    [Fact]
    public async Task EditAndRetract_ARow_IsKeptWithItsHistory()
    {
        await using var store = await TestStore.StartAsync(Record);
        var account = await store.AddAccountAsync(AccountRole.Editor);
        await RunAsync(store, account, new EditRow<Visit>(RecordBuilder.Slug, Paid, Paid with { Title = "Two envoys from Lisbon" }));
        Assert.IsType<SaveResult.Conflict>(
            await EditorOf(store).RunAsync(new EditRow<Visit>(RecordBuilder.Slug, Paid, Paid with { Title = "Mine" }), account, Token));
        await RunAsync(store, account, RecordRows.Retract(RecordBuilder.Slug, new RecordRow(Section, Paid), "Put off.")!);

        var board = (await store.Boards.FindAsync(RecordBuilder.Slug, Token))!;
        var versions = await store.Services.GetRequiredService<RowHistory>().FindAsync(board, Section.Name, Paid.Key, Token);

        Assert.Equal("Put off.", Assert.Single(board.Record.Rows<Visit>()).Retracted!.Reason);
        Assert.Equal(
            ["", "Visit “Two envoys from Lisbon” edited.", "Visit “lisbon” retracted: Put off."], versions!.Select(version => version.Summary));
        Assert.Equal(["title"], versions![1].Fields.Select(field => field.Field));
    }

    [Fact]
    public async Task Run_RowsThatBreakARule_AreRefusedAtTheirFields()
    {
        await using var store = await TestStore.StartAsync(Record);
        var account = await store.AddAccountAsync(AccountRole.Editor);
        var later = Paid with { Key = "", PartyKey = "nobody", PaidOn = new DateOnly(2199, 1, 1) };

        var refused = Assert.IsType<SaveResult.Refused>(await EditorOf(store).RunAsync(new AddRow<Visit>(RecordBuilder.Slug, later), account, Token));

        Assert.Equal(["paidOn", "party"], refused.Errors.Select(error => error.Path).Order());
    }

    // Nobody has listed it as an editor's own.
    [Fact]
    public void ToChange_UnderApproval_IsForManagers()
    {
        Assert.Equal(AccountRole.Editor, RowRights.ToChange(Section, requiresApproval: false));
        Assert.Equal(AccountRole.Manager, RowRights.ToChange(Section, requiresApproval: true));
    }

    [Fact]
    public void Board_WithSuchARow_ShowsItFromItsDay()
    {
        var board = new Board(Record, 1);
        var at = board.AsOf(RecordBuilder.Day(3));

        Assert.Equal("The envoy from Lisbon", Assert.Single(ChangeFeed.Of(at), item => item.In == Section).Title);
        var found = Assert.Single(SearchView.Of(at, "lisbon").Groups);
        Assert.Equal((Section, "lisbon"), (found.In, Assert.Single(found.Hits).Row.Key));
        Assert.Equal(Section, Assert.Single(SourceUses.Of(at), use => use is { Kind: UseKind.Other, Key: "lisbon" }).In);
        Assert.Contains("Ann", board.Recorders);
        Assert.Equal(RecordBuilder.Day(2), at.ChangedBefore);
        Assert.DoesNotContain(ChangeFeed.Of(board.AsOf(RecordBuilder.Day(1))), item => item.In == Section);
        Assert.Empty(SearchView.Of(board.AsOf(RecordBuilder.Day(1)), "lisbon").Groups);
    }

    [Fact]
    public void FeedAndSources_WithSuchARow_LeadToWhereReadersSeeIt()
    {
        var at = new Board(Record, 1).AsOf(RecordBuilder.Day(3));
        var address = new BoardAddress(RecordBuilder.Slug);

        Assert.Equal(address.Parties, ChangeWords.Link(ChangeFeed.Of(at).Single(item => item.In == Section), address));
        Assert.Equal(address.Parties, UseWords.Link(SourceUses.Of(at).Single(use => use.In == Section), address, at));
    }

    // As every other kind, without a line of code that knows it.
    [Fact]
    public async Task Api_SuchARow_IsAddedCorrectedAndRetracted()
    {
        await using var store = await TestStore.StartAsync(Record);
        var account = await store.AddAccountAsync(AccountRole.Editor);
        var list = RecordSections.Of<Visit>();

        await RunAsync(store, account, Asked(ApiCommands.Add(
            list, RecordBuilder.Slug, Body("""{ "title": "Two envoys", "party": "a", "paidOn": "2026-01-02" }"""))));
        var record = (await store.Boards.FindAsync(RecordBuilder.Slug, Token))!.Record;
        await RunAsync(store, account, Asked(ApiCommands.Correct(
            list, RecordBuilder.Slug, "two-envoys", Body("""{ "row": { "title": "Three envoys" } }"""), record, record)));
        await RunAsync(store, account, Asked(ApiCommands.Retract(
            list, RecordBuilder.Slug, "two-envoys", Body("""{ "reason": "Nobody came." }"""), record)));

        var row = (await store.Boards.FindAsync(RecordBuilder.Slug, Token))!.Record.Rows<Visit>()[^1];
        Assert.Equal(("two-envoys", "Three envoys", "Nobody came."), (row.Key, row.Title, row.Retracted!.Reason));
    }

    private static ApiBody Body(string json) => ApiBody.Read(System.Text.Encoding.UTF8.GetBytes(json), out _)!;

    private static BoardCommand Asked(ApiAsked asked)
    {
        Assert.Empty(asked.Errors);
        return asked.Command!;
    }

    private static BoardEditor EditorOf(TestStore store) => store.Services.GetRequiredService<BoardEditor>();

    private static async Task RunAsync(TestStore store, string account, BoardCommand command) =>
        Assert.IsType<SaveResult.Saved>(await EditorOf(store).RunAsync(command, account, Token));

    private static IEnumerable<string> Text(NegotiationRecord record) => record.Rows<Visit>().Select(RowJson.Write);
}
