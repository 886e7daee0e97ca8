using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Editing;

[OnEveryDatabase]
public class BoardEditorTests : IAsyncLifetime
{
    private TestStore _store = null!;
    private string _editor = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private BoardEditor Editor => _store.Services.GetRequiredService<BoardEditor>();

    private string Slug { get; set; } = "";

    public async ValueTask InitializeAsync()
    {
        // Five issues, none agreed, between a and b.
        var record = new RecordBuilder().Issues(5, Level.Disputed).Build();
        Slug = record.Negotiation.Slug;
        _store = await TestStore.StartAsync(record);
        _editor = await _store.AddAccountAsync(AccountRole.Editor, "Ada");
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Run_NewStatusEvent_IsOnTheBoardWithWhoAndWhen()
    {
        var moved = new List<long>();
        _store.Services.GetRequiredService<ChangeBus>().Moved += moved.Add;

        var saved = Assert.IsType<SaveResult.Saved>(await Editor.RunAsync(new AddEntry<StatusEvent>(Slug, Event("issue-1")), _editor, Cancellation));

        var board = (await _store.Boards.FindAsync(Slug, Cancellation))!;
        var entry = board.Record.StatusEvents[^1];
        Assert.Equal((saved.KeyAt(), "Ada", Level.AgreedInPrinciple), (entry.Key, entry.RecordedBy, entry.Level));
        Assert.Equal((saved.ChangeNumber, saved.ChangeNumber), (board.ChangeNumber, Assert.Single(moved)));
        await using var context = _store.NewContext();
        var change = await context.Changes.SingleAsync(c => c.Number == saved.ChangeNumber, Cancellation);
        Assert.Equal(("status-event-recorded", "Ada", _editor), (change.What, change.RecordedBy, change.AccountId));
        var row = Assert.Single(await context.RowChanges.Where(r => r.ChangeNumber == saved.ChangeNumber).ToListAsync(Cancellation));
        Assert.Equal((RecordSections.Of<StatusEvent>().Name, entry.Key, (string?)null), (row.Section, row.Key, row.Before));
        Assert.Contains("\"level\": \"agreed-in-principle\"", row.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_BrokenRules_NamesTheFieldsAndWritesNothing()
    {
        var before = await Rows();

        var refused = Assert.IsType<SaveResult.Refused>(await Editor.RunAsync(
            new AddEntry<StatusEvent>(Slug, Event("no-such-issue") with { Rationale = new string('x', TextLimits.Rationale + 1), Citations = [] }),
            _editor, Cancellation));

        Assert.Equal(["citations", "issue", "rationale"], refused.Errors.Select(e => e.Path).Order());
        Assert.Equal(before, await Rows());
    }

    [Fact]
    public async Task Run_SameAttemptTwice_SavesOnce()
    {
        var command = new AddEntry<StatusEvent>(Slug, Event("issue-1"));

        var both = await Task.WhenAll(Editor.RunAsync(command, _editor, Cancellation), Editor.RunAsync(command, _editor, Cancellation));

        Assert.Equivalent(both[0], both[1], strict: true);
        Assert.Equal(6, (await _store.Boards.FindAsync(Slug, Cancellation))!.Record.StatusEvents.Count);
    }

    [Fact]
    public async Task Run_RowChangedByAnother_IsAConflictThatNamesThem()
    {
        var other = await _store.AddAccountAsync(AccountRole.Editor, "Grace");
        var original = await Issue("issue-1");
        var theirs = original with { Title = "Theirs" };
        Assert.IsType<SaveResult.Saved>(await Editor.RunAsync(new EditRow<Issue>(Slug, original, theirs), other, Cancellation));

        var result = await Editor.RunAsync(new EditRow<Issue>(Slug, original, original with { Title = "Mine" }), _editor, Cancellation);

        var conflict = Assert.IsType<SaveResult.Conflict>(result);
        Assert.Equal(("Theirs", "Grace"), (((Issue)conflict.Theirs).Title, conflict.By));
        Assert.Equal("Theirs", (await Issue("issue-1")).Title);
        // Whoever looked at their version may overwrite it.
        Assert.IsType<SaveResult.Saved>(
            await Editor.RunAsync(new EditRow<Issue>(Slug, theirs, theirs with { Title = "Mine" }), _editor, Cancellation));
        Assert.Equal("Mine", (await Issue("issue-1")).Title);
    }

    [Fact]
    public async Task Run_Edited_KeepsTheRowBefore()
    {
        var original = await Issue("issue-2");

        await Editor.RunAsync(new EditRow<Issue>(Slug, original, original with { Title = "Corridors", Salience = 5 }), _editor, Cancellation);

        await using var context = _store.NewContext();
        var row = await context.RowChanges.SingleAsync(Cancellation);
        Assert.Contains("\"title\": \"issue-2\"", row.Before!, StringComparison.Ordinal);
        Assert.Contains("\"title\": \"Corridors\"", row.After, StringComparison.Ordinal);
        Assert.Equal(["issue-1", "issue-2", "issue-3", "issue-4", "issue-5"], (await Board()).Record.Issues.Select(i => i.Key));
    }

    [Fact]
    public async Task Run_RetractedEntry_CountsNoMoreAndKeepsItsReason()
    {
        var key = ((SaveResult.Saved)await Editor.RunAsync(new AddEntry<StatusEvent>(Slug, Event("issue-1")), _editor, Cancellation)).KeyAt();
        Assert.Equal(1, (await Board()).AsOf(RecordBuilder.Day(10)).Shares.Agreed.Met);

        await Editor.RunAsync(new RetractEntry<StatusEvent>(Slug, key, "The source spoke of another issue."), _editor, Cancellation);

        var board = await Board();
        Assert.Equal(0, board.AsOf(RecordBuilder.Day(10)).Shares.Agreed.Met);
        Assert.Equal((EntryKind.Retraction, key, "The source spoke of another issue."),
            (board.Record.StatusEvents[^1].Kind, board.Record.StatusEvents[^1].SupersedesKey, board.Record.StatusEvents[^1].Reason));
        Assert.IsType<SaveResult.Conflict>(await Editor.RunAsync(new RetractEntry<StatusEvent>(Slug, key, "Again."), _editor, Cancellation));
    }

    [Fact]
    public async Task Run_RetractedRowThatIsReferredTo_IsRefused()
    {
        var refused = Assert.IsType<SaveResult.Refused>(
            await Editor.RunAsync(new RetractRow<Party>(Slug, "a", "Entered twice."), _editor, Cancellation));

        Assert.Contains(refused.Errors, e => e.Message.Contains("It is used in", StringComparison.Ordinal));
        Assert.Null((await Board()).Record.Parties[0].Retracted);
    }

    [Fact]
    public async Task Run_RetractedRow_IsOffTheBoardAndStillInTheRecord()
    {
        await Editor.RunAsync(new AddRow<Party>(Slug,
            new Party { Key = "", Name = "Côte d’Ivoire", Since = RecordBuilder.Day(1), RecordedAt = default }), _editor, Cancellation);
        Assert.Contains((await Board()).AsOf(RecordBuilder.Day(10)).Parties, p => p.Key == "cote-d-ivoire");

        Assert.IsType<SaveResult.Saved>(
            await Editor.RunAsync(new RetractRow<Party>(Slug, "cote-d-ivoire", "Not at this table."), _editor, Cancellation));

        var board = await Board();
        Assert.DoesNotContain(board.AsOf(RecordBuilder.Day(10)).Parties, p => p.Key == "cote-d-ivoire");
        Assert.Equal("Not at this table.", board.Parties["cote-d-ivoire"].Retracted!.Reason);
    }

    [Fact]
    public async Task Run_DayToCome_IsRefusedAtItsField()
    {
        var refused = Assert.IsType<SaveResult.Refused>(await Editor.RunAsync(
            new AddEntry<StatusEvent>(Slug, Event("issue-1") with { OccurredOn = new DateOnly(2199, 1, 1) }), _editor, Cancellation));

        Assert.Equal("occurredOn", Assert.Single(refused.Errors).Path);
    }

    // A line of the feed with its own moment: it is corrected, or goes with its draft, and never moves.
    [Fact]
    public async Task Run_DraftWithoutAVersionThatWasThere_IsRefused()
    {
        DraftVersion Version(int number) =>
            new() { Number = number, Date = RecordBuilder.Day(number), Citations = [RecordBuilder.Cited], RecordedAt = default };
        var saved = Assert.IsType<SaveResult.Saved>(await Editor.RunAsync(new AddRow<Draft>(Slug,
            new() { Key = "", Title = "Text", RecordedAt = default, Versions = [Version(1), Version(2)] }), _editor, Cancellation));
        var draft = (await _store.Boards.FindAsync(Slug, Cancellation))!.Record.Drafts.Single(d => d.Key == saved.KeyAt());

        var refused = Assert.IsType<SaveResult.Refused>(
            await Editor.RunAsync(new EditRow<Draft>(Slug, draft, draft with { Versions = [draft.Versions[0]] }), _editor, Cancellation));

        Assert.Equal("versions", Assert.Single(refused.Errors).Path);
        Assert.IsType<SaveResult.Saved>(await Editor.RunAsync(new EditRow<Draft>(Slug, draft,
            draft with { Versions = [draft.Versions[0] with { Pages = 7 }, draft.Versions[1], Version(3)] }), _editor, Cancellation));
        Assert.Equal([7, null, null],
            (await _store.Boards.FindAsync(Slug, Cancellation))!.Record.Drafts.Single(d => d.Key == draft.Key).Versions.Select(v => v.Pages));
    }

    [Fact]
    public async Task Run_NewNegotiation_HasAnEmptyBoard()
    {
        var manager = await _store.AddAccountAsync(AccountRole.Manager);
        var negotiation =
            new Negotiation { Slug = "new-talks", Title = "New talks", Description = "On everything.", StartedOn = RecordBuilder.Day(1) };

        Assert.IsType<SaveResult.Saved>(await Editor.RunAsync(new AddNegotiation(negotiation), manager, Cancellation));

        Assert.Empty((await _store.Boards.FindAsync("new-talks", Cancellation))!.Record.Issues);
        var again = Assert.IsType<SaveResult.Refused>(await Editor.RunAsync(new AddNegotiation(negotiation), manager, Cancellation));
        Assert.Equal("slug", Assert.Single(again.Errors).Path);
    }

    [Fact]
    public async Task Preview_Command_ShowsTheBoardToComeAndWritesNothing()
    {
        var before = await Rows();

        var (board, _) = await Editor.PreviewAsync(new AddEntry<StatusEvent>(Slug, Event("issue-1")), Cancellation);

        // One of five issues is agreed then.
        Assert.Equal((1, 5), (board!.AsOf(RecordBuilder.Day(10)).Shares.Agreed.Met, board.AsOf(RecordBuilder.Day(10)).Shares.Agreed.Total));
        Assert.Equal(before, await Rows());
    }

    private static StatusEvent Event(string issue) => new()
    {
        Key = "",
        IssueKey = issue,
        DyadKey = RecordBuilder.DefaultDyad,
        Level = Level.AgreedInPrinciple,
        Basis = Basis.OnRecord,
        Rationale = "Both sides said so.",
        Citations = [RecordBuilder.Cited],
        OccurredOn = RecordBuilder.Day(5),
        RecordedAt = default,
    };

    private async Task<Domain.Agreement.Board> Board() => (await _store.Boards.FindAsync(Slug, Cancellation))!;

    private async Task<Issue> Issue(string key) => (await Board()).Issues[key];

    private async Task<(int Changes, int Rows, int Events)> Rows()
    {
        await using var context = _store.NewContext();
        return (await context.Changes.CountAsync(Cancellation), await context.RowChanges.CountAsync(Cancellation),
            await context.Set<StatusEvent>().CountAsync(Cancellation));
    }
}
