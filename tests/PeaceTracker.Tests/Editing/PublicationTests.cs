using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Editing;

/// <summary>A board is prepared, published and taken off; what it was stays in the record.</summary>
[OnEveryDatabase]
public class PublicationTests
{
    private static readonly NegotiationRecord Record = new RecordBuilder().Issues(1, Level.Disputed).Build();

    private static string Slug => RecordBuilder.Slug;

    [Fact]
    public async Task Run_NewNegotiation_BeginsInPreparation()
    {
        await using var store = await TestStore.StartAsync(Record);

        await SaveAsync(store, new AddNegotiation(Record.Negotiation with { Slug = "another" }));

        var begun = (await store.Boards.FindAsync("another", TestContext.Current.CancellationToken))!.Negotiation;
        Assert.Equal((Publication.InPreparation, null), (begun.Publication, begun.TakenOffReason));
    }

    // Negotiation files and stores from before say nothing of it.
    [Fact]
    public async Task Find_NegotiationThatSaysNothingOfIt_IsPublished()
    {
        await using var store = await TestStore.StartAsync(Record);

        Assert.True((await store.Boards.FindAsync(Slug, TestContext.Current.CancellationToken))!.Negotiation.IsPublished);
    }

    [Fact]
    public async Task Run_TakenOffAndPublishedAgain_IsAChangeEachAndThePastStays()
    {
        await using var store = await TestStore.StartAsync(Record);

        var off = await SaveAsync(store, new TakeBoardOff(Slug, "Named the wrong parties."));
        var again = await SaveAsync(store, new PublishBoard(Slug));

        Assert.Equal((Publication.TakenOff, "Named the wrong parties."), await AtAsync(off));
        Assert.Equal((Publication.Published, null), await AtAsync(off - 1));
        Assert.Equal((Publication.Published, null), await AtAsync(again));

        async Task<(Publication, string?)> AtAsync(long number)
        {
            var then = (await store.Boards.FindAsync(Slug, number, TestContext.Current.CancellationToken))!.Negotiation;
            return (then.Publication, then.TakenOffReason);
        }
    }

    [Fact]
    public async Task Run_WhatMakesNoSense_IsRefusedInWords()
    {
        await using var store = await TestStore.StartAsync(Record);

        Assert.Contains("already published", Refusal(await RunAsync(store, new PublishBoard(Slug))), StringComparison.Ordinal);
        Assert.Contains("reason", Refusal(await RunAsync(store, new TakeBoardOff(Slug, " "))), StringComparison.Ordinal);
        await SaveAsync(store, new TakeBoardOff(Slug, "Named the wrong parties."));
        Assert.Contains("can’t be taken off", Refusal(await RunAsync(store, new TakeBoardOff(Slug, "Again."))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_EditThatPublishesByTheWay_IsRefused()
    {
        await using var store = await TestStore.StartAsync(Record);
        var negotiation = (await store.Boards.FindAsync(Slug, TestContext.Current.CancellationToken))!.Negotiation;

        var result = await RunAsync(store, new EditNegotiation(negotiation, negotiation with { Publication = Publication.InPreparation }));

        Assert.Contains("on its own page", Refusal(result), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Publication.TakenOff, null)]
    [InlineData(Publication.Published, "Because.")]
    public void Check_ReasonWithoutTakingOffOrTheOtherWayRound_IsABreach(Publication publication, string? reason) => Assert.Contains(
        NegotiationRules.Check(Record with { Negotiation = Record.Negotiation with { Publication = publication, TakenOffReason = reason } }),
        breach => breach.Path == "negotiation.takenOffReason");

    private static string Refusal(SaveResult result) => Assert.Single(Assert.IsType<SaveResult.Refused>(result).Errors).Message;

    private static async Task<long> SaveAsync(TestStore store, BoardCommand command) =>
        Assert.IsType<SaveResult.Saved>(await RunAsync(store, command)).ChangeNumber;

    private static async Task<SaveResult> RunAsync(TestStore store, BoardCommand command) => await store.Services.GetRequiredService<BoardEditor>()
        .RunAsync(command, await store.AddAccountAsync(AccountRole.Manager), TestContext.Current.CancellationToken);
}
