using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Claims;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Testing;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Tests.Claims;

[OnEveryDatabase]
public class ChooseHeadlineTests
{
    // The pair's 90% stands there by itself; the whole's 60% is older.
    private static readonly NegotiationRecord Record =
        new RecordBuilder().Issues(5, Level.Disputed).Claim(60, on: 2).Claim(90, "a-b", on: 3).Claim(100, issues: ["issue-1"], on: 4).Build();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_Chosen_StandsThereWithNameAndReasonAndThePastStays()
    {
        await using var store = await TestStore.StartAsync(Record);

        var saved = Assert.IsType<SaveResult.Saved>(await RunAsync(store, "claim-1", "It speaks of all.", 0));

        var board = (await store.Boards.FindAsync(Slug, Cancellation))!;
        var headline = HeadlineClaim.Of(board.AsOf(Day(9)))!;
        Assert.Equal(
            ("claim-1", "Eva", "It speaks of all."), (headline.Claim.Key, headline.Choice!.RecordedBy, headline.Choice.Reason));
        var before = (await store.Boards.FindAsync(Slug, saved.ChangeNumber - 1, Cancellation))!;
        Assert.Equal(("claim-2", null), (HeadlineClaim.Of(before.AsOf(Day(9)))!.Claim.Key, HeadlineClaim.Of(before.AsOf(Day(9)))!.Choice));
    }

    [Fact]
    public async Task Run_ChosenThenBackToTheUsual_BothAreKept()
    {
        await using var store = await TestStore.StartAsync(Record);
        await RunAsync(store, "claim-1", null, 0);

        Assert.IsType<SaveResult.Saved>(await RunAsync(store, null, null, 1));

        var board = (await store.Boards.FindAsync(Slug, Cancellation))!;
        Assert.Equal("claim-2", HeadlineClaim.Of(board.AsOf(Day(9)))!.Claim.Key);
        Assert.Equal(["claim-1", null], board.Negotiation.HeadlineChoices.Select(choice => choice.ClaimKey));
    }

    [Theory]
    [InlineData("claim-3", 0, "is about issues or a document")]
    [InlineData("no-such", 0, "was corrected or retracted")]
    [InlineData(null, 0, "is already shown")]
    [InlineData("claim-1", 3, "Somebody else has chosen")]
    public async Task Run_WhatCannotBeChosen_IsRefusedWithWhy(string? key, int seen, string why)
    {
        await using var store = await TestStore.StartAsync(Record);

        var refused = Assert.IsType<SaveResult.Refused>(await RunAsync(store, key, null, seen));

        Assert.Contains(why, Assert.Single(refused.Errors).Message, StringComparison.Ordinal);
    }

    // It moves the figure at the head of the board: where a second person approves, it is for managers.
    [Theory]
    [InlineData(AccountRole.Editor, false)]
    [InlineData(AccountRole.Manager, true)]
    public async Task Run_UnderApproval_IsForManagers(AccountRole role, bool may)
    {
        await using var store = await TestStore.StartAsync(Record with { Negotiation = Record.Negotiation with { RequiresApproval = true } });

        Assert.Equal(may, await RunAsync(store, "claim-1", null, 0, role) is SaveResult.Saved);
    }

    // The way of an editor under approval: the choice is part of an outcome, recorded for its author, and refused at its field.
    [Theory]
    [InlineData("claim-1", "claim-1", null)]
    [InlineData("claim-3", null, "headline.claim")]
    public async Task Publish_OutcomeWithAChoice_IsItsAuthors(string key, string? chosen, string? field)
    {
        await using var store = await TestStore.StartAsync(Record with { Negotiation = Record.Negotiation with { RequiresApproval = true } });
        var form = new OutcomeForm { Headline = new HeadlineForm { ClaimKey = key, Reason = "It speaks of all." } };

        var (board, refusal) = await store.Services.GetRequiredService<BoardEditor>()
            .PreviewAsync(new PublishOutcome(Slug, form, Author: "Eva"), Cancellation);

        var choice = board is null ? null : HeadlineClaim.Of(board.AsOf(Day(9)))!.Choice;
        Assert.Equal((chosen, chosen is null ? null : "Eva"), (choice?.ClaimKey, choice?.RecordedBy));
        Assert.Equal(field, (refusal as SaveResult.Refused)?.Errors.Single(e => e.Path.Length > 0).Path);
    }

    // A claim that came out of the talks heads the board from the same outcome on, and so in one change.
    [Fact]
    public async Task Publish_OutcomeWithANewClaimChosen_HeadsTheBoardByIt()
    {
        await using var store = await TestStore.StartAsync(Record);
        var claim = ClaimForm.Of(Record.Claims[0]);
        (claim.Key, claim.Figure) = ("new-1", "75");
        var form = new OutcomeForm { Claims = [claim], Headline = new HeadlineForm { ClaimKey = "new-1" } };

        var (board, _) = await store.Services.GetRequiredService<BoardEditor>().PreviewAsync(new PublishOutcome(Slug, form), Cancellation);

        var headline = HeadlineClaim.Of(board!.AsOf(Day(9)))!;
        Assert.Equal((75m, headline.Claim.Key), (headline.Claim.Figure, headline.Choice?.ClaimKey));
        Assert.DoesNotContain(Record.Claims, there => there.Key == headline.Claim.Key);
    }

    // Both choices of a day are told, each with its claim; that the usual one heads the board again names none.
    [Fact]
    public async Task Run_Chosen_IsToldInTheFeedOfChanges()
    {
        await using var store = await TestStore.StartAsync(Record);
        await RunAsync(store, "claim-1", "It speaks of all.", 0);
        await RunAsync(store, null, null, 1);

        var at = (await store.Boards.FindAsync(Slug, Cancellation))!.AsOf(DateOnly.MaxValue);
        var told = ChangeFeed.Of(at).Where(item => item.IsHeadline).ToList();

        Assert.Equal([null, "claim-1"], told.Select(item => item.Claim?.Key));
        Assert.Equal([(null, "Eva"), ("It speaks of all.", "Eva")], told.Select(item => (item.Text, item.RecordedBy)));
        Assert.DoesNotContain(ChangeFeed.Of((await store.Boards.FindAsync(Slug, Cancellation))!.AsOf(Day(9))), item => item.IsHeadline);
    }

    // An appearance moves none: an editor adds it alone, and the claim is no corrected entry by it.
    [Fact]
    public async Task Run_AppearanceUnderApproval_IsForEditorsAndCorrectsNothing()
    {
        await using var store = await TestStore.StartAsync(Record with { Negotiation = Record.Negotiation with { RequiresApproval = true } });
        var added = new ClaimAppearance
        {
            Key = "", ClaimKey = "claim-1", Citation = Cited, Wording = "of the terms", OccurredOn = Day(3), RecordedAt = default,
        };

        Assert.IsType<SaveResult.Saved>(await store.Services.GetRequiredService<BoardEditor>()
            .RunAsync(new AddEntry<ClaimAppearance>(Slug, added), await store.AddAccountAsync(AccountRole.Editor, "Eva"), Cancellation));

        var claim = (await store.Boards.FindAsync(Slug, Cancellation))!.AsOf(Day(9)).ClaimInPlaceOf("claim-1")!;
        Assert.Equal(("claim-1", Domain.Changes.EntryKind.Change, null), (claim.Key, claim.Kind, claim.Reason));
        Assert.Equal([null, "of the terms"], claim.Appearances.Select(a => a.Wording));
    }

    private static async Task<SaveResult> RunAsync(
        TestStore store, string? key, string? reason, int seen, AccountRole role = AccountRole.Editor) =>
        await store.Services.GetRequiredService<BoardEditor>().RunAsync(
            new ChooseHeadline(Slug, key, reason, seen), await store.AddAccountAsync(role, "Eva"), Cancellation);
}
