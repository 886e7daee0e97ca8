using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Negotiations;

namespace PeaceTracker.Tests.Editing;

/// <summary>What refers to a row keeps it on the board, and is named; what was retracted can be put back, by a new entry.</summary>
[OnEveryDatabase]
public class RetractAndRestoreTests
{
    private const string Slug = "talks";

    private static readonly NegotiationRecord Record = ValidRecord.Make();

    // The party c is one of a pair and hosted the first round.
    [Fact]
    public void Uses_OfAParty_AreTheRowsThatNameIt() =>
        Assert.Equal([("dyads", "a-c"), ("rounds", "first")], Uses(Record.Parties[2]));

    [Fact]
    public void Uses_OfWhatNothingNames_AreNone() => Assert.Empty(Uses(Record.Issues[3]));

    // The report is cited all over the record; each row is named once, however often it cites it.
    [Fact]
    public void Uses_OfASource_NameEachRowOnce()
    {
        var uses = Uses(Record.Sources[0]);

        Assert.Equal(uses.Distinct(), uses);
        Assert.Contains(("statusEvents", "water-1"), uses);
        Assert.Contains(("claims", "half"), uses);
        Assert.Contains(("drafts", "text"), uses);
    }

    [Fact]
    public async Task Retract_RowThatIsUsed_IsRefusedInOneSentence()
    {
        await using var store = await TestStore.StartAsync(Record);

        var error = Assert.Single(Assert.IsType<SaveResult.Refused>(
            await RunAsync(store, new RetractRow<Party>(Slug, "c", "Not a party."))).Errors);

        Assert.StartsWith("It is used in 2 places on the board", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("[", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_RetractedRow_IsOnTheBoardAsItWas()
    {
        await using var store = await TestStore.StartAsync(Record);
        await SaveAsync(store, new RetractRow<Issue>(Slug, "fish", "Entered twice."));

        await SaveAsync(store, new RestoreRow<Issue>(Slug, "fish", "It was another one."));

        var fish = (await RecordAsync(store)).Issues.Single(issue => issue.Key == "fish");
        Assert.Null(fish.Retracted);
        Assert.Equal(Record.Issues[3].Title, fish.Title);
    }

    // Append-only: the entry, its retraction and the new entry are all there, and the last says what the first said.
    [Fact]
    public async Task Restore_RetractedEntry_IsANewEntryThatSaysTheSame()
    {
        await using var store = await TestStore.StartAsync(Record);
        var retraction = await SaveAsync(store, new RetractEntry<StatusEvent>(Slug, "water-1", "Of another issue."));
        Assert.Empty(LiveEntries.Of((await RecordAsync(store)).StatusEvents, null));

        await SaveAsync(store, new RestoreEntry<StatusEvent>(Slug, retraction.KeyAt(), "It was right."));

        var record = await RecordAsync(store);
        Assert.Equal(
            [EntryKind.Change, EntryKind.Retraction, EntryKind.Correction], record.StatusEvents.Select(entry => entry.Kind));
        var live = Assert.Single(LiveEntries.Of(record.StatusEvents, null));
        Assert.Equal((Record.StatusEvents[0].Level, Record.StatusEvents[0].Rationale), (live.Level, live.Rationale));
    }

    [Fact]
    public async Task Restore_WhatIsNotRetracted_IsMissing()
    {
        await using var store = await TestStore.StartAsync(Record);

        Assert.IsType<SaveResult.Missing>(await RunAsync(store, new RestoreRow<Source>(Slug, "report", "Why not.")));
        Assert.IsType<SaveResult.Missing>(await RunAsync(store, new RestoreEntry<StatusEvent>(Slug, "water-1", "Why not.")));
    }

    // Retracting the correction brings back what it corrected; that is an entry like any other then.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Correct_EntryThatStandsAgain_IsTakenAndStands(bool retract)
    {
        await using var store = await TestStore.StartAsync(Record);
        var first = Record.StatusEvents[0];
        var corrected = await SaveAsync(
            store, new CorrectEntry<StatusEvent>(Slug, first with { Level = Level.Concluded }, first.Key, "Misread."));
        // While another stands in its place it is not the one to correct.
        Assert.IsType<SaveResult.Conflict>(await RunAsync(store, new RetractEntry<StatusEvent>(Slug, first.Key, "Of another issue.")));
        await SaveAsync(store, new RetractEntry<StatusEvent>(Slug, corrected.KeyAt(), "It was right."));

        await SaveAsync(store, retract
            ? new RetractEntry<StatusEvent>(Slug, first.Key, "Of another issue.")
            : new CorrectEntry<StatusEvent>(Slug, first with { Level = Level.TextAgreed }, first.Key, "Misread again."));

        Assert.Equal(
            retract ? [] : [Level.TextAgreed], LiveEntries.Of((await RecordAsync(store)).StatusEvents, null).Select(entry => entry.Level));
    }

    private static IEnumerable<(string, string)> Uses<T>(T row) where T : class, IRow<T> =>
        [.. RowUses.Of(Record, new RecordRow(RecordSections.Of<T>(), row)).Select(user => (user.Section, user.Key))];

    private static async Task<NegotiationRecord> RecordAsync(TestStore store) =>
        (await store.Boards.FindAsync(Slug, TestContext.Current.CancellationToken))!.Record;

    private static async Task<SaveResult.Saved> SaveAsync(TestStore store, BoardCommand command) =>
        Assert.IsType<SaveResult.Saved>(await RunAsync(store, command));

    private static async Task<SaveResult> RunAsync(TestStore store, BoardCommand command) => await store.Services.GetRequiredService<BoardEditor>()
        .RunAsync(command, await store.AddAccountAsync(AccountRole.Editor), TestContext.Current.CancellationToken);
}
