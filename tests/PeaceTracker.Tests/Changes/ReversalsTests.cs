using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Negotiations;

namespace PeaceTracker.Tests.Changes;

/// <summary>Only what can be taken back is offered: neither what was, nor what something was built on.</summary>
[OnEveryDatabase]
public sealed class ReversalsTests : IAsyncLifetime
{
    private const string Slug = "talks", Added = "source-added", Key = "another";

    private static readonly NegotiationRecord Record = ValidRecord.Make();

    private TestStore store = null!;
    private string ada = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private OwnChanges Own => store.Services.GetRequiredService<OwnChanges>();

    public async ValueTask InitializeAsync()
    {
        store = await TestStore.StartAsync(Record);
        ada = await store.AddAccountAsync(AccountRole.Editor, "Ada");
        await SaveAsync(new AddRow<Source>(Slug, Record.Sources[0] with { Key = Key, Headline = "Another" }));
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    // Change 2 added the row; change 3 takes it back, and change 4 takes that back: the row stands again, and so may change 2 be taken back.
    [Fact]
    public async Task Of_TakenBackAndPutBack_IsDoneAndThenPossibleAgain()
    {
        Assert.Equal(Reversal.Possible, await OfAsync());

        await SaveAsync(await BackAsync(2));
        Assert.Equal(Reversal.Done, await OfAsync());

        await SaveAsync(await BackAsync(3));
        Assert.Equal(Reversal.Possible, await OfAsync());
    }

    [Fact]
    public async Task Of_ARowThatWasEditedSince_IsBuiltOn()
    {
        var row = (await store.Boards.FindAsync(Slug, Token))!.Record.Sources.Single(source => source.Key == Key);

        await SaveAsync(new EditRow<Source>(Slug, row, row with { Headline = "Said better" }));

        Assert.Equal(Reversal.BuiltOn, await OfAsync());
    }

    [Theory]
    [InlineData("Change 12 taken back: Change 3 taken back: it.", 12L)]
    [InlineData("Change of plan taken back: it.", null)]
    [InlineData("Source “Change 3 taken back: it” added.", null)]
    [InlineData("", null)]
    public void NumberIn_ASummary_IsThatOfTheChangeThatWasTakenBack(string summary, long? number) =>
        Assert.Equal(number, TakeBack.NumberIn(summary));

    private async Task<Reversal> OfAsync()
    {
        IReadOnlyList<Change> added = await Own.OfKindAsync(Slug, Added, 10, Token);
        return (await store.Services.GetRequiredService<Reversals>().OfAsync(Slug, added, Token))[Assert.Single(added).Number];
    }

    private async Task<TakeBack> BackAsync(long number)
    {
        var change = (await Own.FindAsync(Slug, number, Token))!;
        return new TakeBack(Slug, number, change.Change.Summary, change.Rows);
    }

    private async Task SaveAsync(BoardCommand command) => Assert.IsType<SaveResult.Saved>(
        await store.Services.GetRequiredService<BoardEditor>().RunAsync(command, ada, Token));
}
