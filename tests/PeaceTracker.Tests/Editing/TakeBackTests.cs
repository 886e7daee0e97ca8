using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Negotiations;

namespace PeaceTracker.Tests.Editing;

/// <summary>What somebody did last can be taken back, as a new change, unless somebody has built on it.</summary>
[OnEveryDatabase]
public sealed class TakeBackTests : IAsyncLifetime
{
    private const string Slug = "talks";

    private static readonly NegotiationRecord Record = ValidRecord.Make();

    private TestStore store = null!;
    private string ada = "";
    private string ben = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = await TestStore.StartAsync(Record);
        (ada, ben) = (await store.AddAccountAsync(AccountRole.Editor, "Ada"), await store.AddAccountAsync(AccountRole.Editor, "Ben"));
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task TakeBack_ARowThatWasAdded_IsRetractedWithItsReason()
    {
        await SaveAsync(ada, new AddRow<Source>(Slug, Record.Sources[0] with { Key = "", Headline = "Another" }));

        await SaveAsync(ada, await LastAsync(ada));

        Assert.Equal("Change 2 was taken back.", (await RecordAsync()).Sources[^1].Retracted!.Reason);
    }

    [Fact]
    public async Task TakeBack_AnEdit_IsAsBefore()
    {
        await SaveAsync(ada, new EditRow<Issue>(Slug, Record.Issues[0], Record.Issues[0] with { Title = "Said better" }));

        await SaveAsync(ada, await LastAsync(ada));

        Assert.Equal(Record.Issues[0].Title, (await RecordAsync()).Issues[0].Title);
    }

    [Fact]
    public async Task TakeBack_ARetraction_IsThereAgain()
    {
        await SaveAsync(ada, new RetractRow<Issue>(Slug, "fish", "Entered twice."));

        await SaveAsync(ada, await LastAsync(ada));

        Assert.Null((await RecordAsync()).Issues[3].Retracted);
    }

    [Fact]
    public async Task TakeBack_Entries_SayAgainWhatStoodBefore()
    {
        var first = Record.StatusEvents[0];
        await SaveAsync(ada, new CorrectEntry<StatusEvent>(Slug, first with { Level = Level.Narrowing }, first.Key, "Misread."));
        await SaveAsync(ada, await LastAsync(ada));
        Assert.Equal(first.Level, Assert.Single(LiveEntries.Of((await RecordAsync()).StatusEvents, null)).Level);

        var last = (await RecordAsync()).StatusEvents[^1];
        await SaveAsync(ada, new RetractEntry<StatusEvent>(Slug, last.Key, "Of another issue."));
        await SaveAsync(ada, await LastAsync(ada));
        Assert.Equal(first.Level, Assert.Single(LiveEntries.Of((await RecordAsync()).StatusEvents, null)).Level);

        await SaveAsync(ada, new AddEntry<StatusEvent>(Slug, first with { Key = "", OccurredOn = first.OccurredOn.AddDays(3) }));
        await SaveAsync(ada, await LastAsync(ada));
        var record = await RecordAsync();
        Assert.Single(LiveEntries.Of(record.StatusEvents, null));
        Assert.Equal(record.StatusEvents.Count, record.StatusEvents.Select(entry => entry.Key).Distinct().Count());
        Assert.Equal(7, record.StatusEvents.Count); // one at first, and one for each of the six changes
    }

    // The mistake of a moment: what was taken back can be taken back.
    [Fact]
    public async Task TakeBack_WhatWasTakenBack_IsThereAgain()
    {
        await SaveAsync(ada, new EditRow<Issue>(Slug, Record.Issues[0], Record.Issues[0] with { Title = "Said better" }));
        await SaveAsync(ada, await LastAsync(ada));

        await SaveAsync(ada, await LastAsync(ada));

        Assert.Equal("Said better", (await RecordAsync()).Issues[0].Title);
    }

    [Fact]
    public async Task TakeBack_WhatSomebodyBuiltOn_IsRefusedInWords()
    {
        await SaveAsync(ada, new EditRow<Issue>(Slug, Record.Issues[0], Record.Issues[0] with { Title = "Said better" }));
        var edited = (await RecordAsync()).Issues[0];
        await SaveAsync(ben, new EditRow<Issue>(Slug, edited, edited with { Title = "Said best" }));

        Assert.Contains("changed again since", Refusal(await RunAsync(ada, await LastAsync(ada))), StringComparison.Ordinal);
        Assert.Equal("Said best", (await RecordAsync()).Issues[0].Title);
    }

    [Fact]
    public async Task TakeBack_WhatIsUsedBySomebody_IsRefusedInWords()
    {
        await SaveAsync(ada, new AddRow<Party>(Slug, Record.Parties[0] with { Key = "", Name = "Delta" }));
        await SaveAsync(ben, new AddRow<Dyad>(Slug, ValidRecord.Pair("", "a", "delta")));

        Assert.Contains("used in one place", Refusal(await RunAsync(ada, await LastAsync(ada))), StringComparison.Ordinal);
    }

    // A version of a draft is a line of the feed, known by the moment of its recording.
    [Fact]
    public async Task TakeBack_AVersionOfADraft_IsRefusedInWords()
    {
        var draft = Record.Drafts[0];
        var second = ValidRecord.Version(2) with { Date = ValidRecord.Day.AddDays(2), RecordedAt = default };
        await SaveAsync(ada, new EditRow<Draft>(Slug, draft, draft with { Versions = [.. draft.Versions, second] }));

        Assert.Contains("can’t be removed", Refusal(await RunAsync(ada, await LastAsync(ada))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakeBack_SomebodyElsesChangeByAManager_IsAsBefore()
    {
        await SaveAsync(ada, new EditRow<Issue>(Slug, Record.Issues[0], Record.Issues[0] with { Title = "Said better" }));
        await SaveAsync(ben, new EditRow<Issue>(Slug, Record.Issues[1], Record.Issues[1] with { Title = "Said later" }));
        var mara = await store.AddAccountAsync(AccountRole.Manager, "Mara");
        var found = (await store.Services.GetRequiredService<OwnChanges>().FindAsync(Slug, 2, Token))!;

        await SaveAsync(mara, new TakeBack(Slug, 2, found.Change.Summary, found.Rows));

        Assert.Equal([Record.Issues[0].Title, "Said later"], (await RecordAsync()).Issues.Take(2).Select(issue => issue.Title));
        Assert.Null(await store.Services.GetRequiredService<OwnChanges>().FindAsync("other", 2, Token));
    }

    [Fact]
    public async Task TakeBack_SomebodyElsesChange_IsNotAllowed()
    {
        await SaveAsync(ada, new EditRow<Issue>(Slug, Record.Issues[0], Record.Issues[0] with { Title = "Said better" }));
        var theirs = await LastAsync(ada);

        Assert.IsType<SaveResult.NotAllowed>(await RunAsync(ben, theirs));
        Assert.Null(await store.Services.GetRequiredService<OwnChanges>().LastAsync(Slug, ben, Token));
    }

    // Undoing goes the way of everything that is written: under approval an editor takes back no figure.
    [Fact]
    public async Task TakeBack_UnderApprovalWhatMovesAFigure_IsForManagers()
    {
        await SaveAsync(ada, new EditRow<Issue>(Slug, Record.Issues[0], Record.Issues[0] with { Salience = 5 }));
        var manager = await store.AddAccountAsync(AccountRole.Manager, "Mia");
        var negotiation = (await RecordAsync()).Negotiation;
        await SaveAsync(manager, new EditNegotiation(negotiation, negotiation with { RequiresApproval = true }));

        Assert.IsType<SaveResult.NotAllowed>(await RunAsync(ada, await LastAsync(ada)));
    }

    // An editor who was a manager when she made the change.
    [Fact]
    public async Task TakeBack_WhatTheNegotiationSaysOfItself_IsForManagers()
    {
        await store.ChangeAccountAsync(ada, account => account.Role = AccountRole.Manager);
        await SaveAsync(ada, new EditNegotiation(Record.Negotiation, Record.Negotiation with { RequiresApproval = true }));
        var back = await LastAsync(ada);
        await store.ChangeAccountAsync(ada, account => account.Role = AccountRole.Editor);

        Assert.IsType<SaveResult.NotAllowed>(await RunAsync(ada, back));
        Assert.True((await RecordAsync()).Negotiation.RequiresApproval);
        await store.ChangeAccountAsync(ada, account => account.Role = AccountRole.Manager);
        await SaveAsync(ada, back);
        Assert.False((await RecordAsync()).Negotiation.RequiresApproval);
    }

    // It is offered on every page, whatever the save led to; what somebody else has done since is looked at first.
    [Fact]
    public async Task Newest_OwnChange_IsThereUntilSomebodyElseChangesTheBoard()
    {
        var own = store.Services.GetRequiredService<OwnChanges>();
        Assert.Null(await own.NewestAsync(ada, Token));
        await SaveAsync(ada, new EditRow<Issue>(Slug, Record.Issues[0], Record.Issues[0] with { Title = "Said better" }));

        var newest = await own.NewestAsync(ada, Token);
        Assert.Equal((Slug, "Issue “Said better” edited."), (newest?.Slug, newest?.Summary));
        Assert.Null(await own.NewestAsync(ben, Token));
        await SaveAsync(ben, new AddRow<Source>(Slug, Record.Sources[0] with { Key = "", Headline = "Another" }));

        Assert.Null(await own.NewestAsync(ada, Token));
        Assert.Equal("Source “Another” added.", (await own.NewestAsync(ben, Token))?.Summary);
    }

    private static string Refusal(SaveResult result) => Assert.Single(Assert.IsType<SaveResult.Refused>(result).Errors).Message;

    private async Task<TakeBack> LastAsync(string account)
    {
        var own = (await store.Services.GetRequiredService<OwnChanges>().LastAsync(Slug, account, Token))!;
        return new TakeBack(Slug, own.Change.Number, own.Change.Summary, own.Rows);
    }

    private async Task<NegotiationRecord> RecordAsync() => (await store.Boards.FindAsync(Slug, Token))!.Record;

    private async Task SaveAsync(string account, BoardCommand command) => Assert.IsType<SaveResult.Saved>(await RunAsync(account, command));

    private Task<SaveResult> RunAsync(string account, BoardCommand command) =>
        store.Services.GetRequiredService<BoardEditor>().RunAsync(command, account, Token);
}
