using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Webhooks;

/// <summary>What the feed says of one change alone.</summary>
[OnEveryDatabase]
public sealed class PublishedChangesTests : IAsyncLifetime
{
    private TestStore _store = null!;
    private string _manager = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PublishedChanges Changes => _store.Services.GetRequiredService<PublishedChanges>();

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.StartAsync(new RecordBuilder().Issues(2, Level.Disputed).Build());
        _manager = await _store.AddAccountAsync(AccountRole.Manager, "Ada");
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Find_AStatusEvent_HasItsLineAloneAlsoWhenMoreFollowed()
    {
        var first = await SaveAsync(new AddEntry<StatusEvent>(RecordBuilder.Slug, Event("issue-1", Level.Narrowing)));
        await SaveAsync(new AddEntry<StatusEvent>(RecordBuilder.Slug, Event("issue-2", Level.AgreedInPrinciple)));

        var found = (await Changes.FindAsync(RecordBuilder.Slug, first, Cancellation))!;

        Assert.Equal((first, first), (found.Change.Number, found.At.Board.ChangeNumber));
        var item = Assert.Single(found.Items);
        Assert.Equal(("issue-1", Level.Disputed, Level.Narrowing), (item.IssueKey, item.From, item.To));
    }

    // The salience is judged otherwise: the one line is of that, not of what the issue says else.
    [Fact]
    public async Task Find_AnEdit_HasWhatIsNewInIt()
    {
        var issue = (await _store.Boards.FindAsync(RecordBuilder.Slug, Cancellation))!.Record.Issues[0];
        var titled = await SaveAsync(new EditRow<Issue>(RecordBuilder.Slug, issue, issue with { Title = "Land" }));

        Assert.Empty((await Changes.FindAsync(RecordBuilder.Slug, titled, Cancellation))!.Items);
    }

    [Fact]
    public async Task Find_OfABoardThatWasTakenOff_IsNothing()
    {
        var number = await SaveAsync(new AddEntry<StatusEvent>(RecordBuilder.Slug, Event("issue-1", Level.Narrowing)));
        await SaveAsync(new TakeBoardOff(RecordBuilder.Slug, "It named the wrong parties."));

        Assert.Null(await Changes.FindAsync(RecordBuilder.Slug, number, Cancellation));
    }

    [Theory]
    [InlineData(RecordBuilder.Slug, 99)]
    [InlineData("none", 1)]
    public async Task Find_WhatIsNotThere_IsNothing(string slug, long number) => Assert.Null(await Changes.FindAsync(slug, number, Cancellation));

    [Fact]
    public async Task Find_TheFirstChange_BringsNoLines() =>
        Assert.Equal(("negotiation-added", 0), ((await Changes.FindAsync(RecordBuilder.Slug, 1, Cancellation)) is { } found
            ? (found.Change.What, found.Items.Count) : ("", -1)));

    private static StatusEvent Event(string issue, Level level) => new()
    {
        Key = "", IssueKey = issue, DyadKey = RecordBuilder.DefaultDyad, Level = level, Basis = Basis.OnRecord, Rationale = "Both sides said so.",
        Citations = [RecordBuilder.Cited], OccurredOn = RecordBuilder.Day(5), RecordedAt = default,
    };

    private async Task<long> SaveAsync(BoardCommand command) => Assert.IsType<SaveResult.Saved>(
        await _store.Services.GetRequiredService<BoardEditor>().RunAsync(command, _manager, Cancellation)).ChangeNumber;
}
