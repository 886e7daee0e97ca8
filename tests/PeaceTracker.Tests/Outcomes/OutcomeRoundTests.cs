using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Claims;
using PeaceTracker.Services.Drafts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Services.Sources;
using PeaceTracker.Services.Talks;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Outcomes;

/// <summary>What an outcome takes from its round, and what it writes of it and of the next one.</summary>
[OnEveryDatabase]
public sealed class OutcomeRoundTests : IAsyncLifetime
{
    private static readonly Round Known = new()
    {
        Key = "first", Title = "First round", State = RoundState.Held, StartsOn = new(2026, 3, 1), Precision = DatePrecision.Month,
        AnnouncedOn = new(2026, 3, 1), RecordedAt = RecordBuilder.At(70),
    };

    private readonly Guid _id = Guid.NewGuid();
    private TestStore _store = null!;
    private string _editor = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Publish_WhatCameOfARound_IsItsOutcome()
    {
        await StartAsync(Known);

        await SavedAsync(new() { RoundKey = "first", RoundOutcome = "They meet again.", RoundReport = Report(Known) });

        var round = (await RecordAsync()).Rounds[0];
        Assert.Equal(("They meet again.", "P2"), (round.Outcome, Assert.Single(round.OutcomeCitations).Locator));
    }

    // The source of the announcement can't have known: an outcome has one of its own.
    [Fact]
    public async Task Publish_OutcomeWithoutASource_IsRefusedAtItsField()
    {
        await StartAsync(Known with { Citations = [RecordBuilder.Cited] });
        var report = Report(Known);
        report.Citations.Clear();

        var error = Assert.Single(await RefusedAsync(new() { RoundKey = "first", RoundOutcome = "They meet again.", RoundReport = report }));

        Assert.Equal("round.outcomeCitations", error.Path);
    }

    // Miami: announced for the weekend, day and place uncertain, no issue named. The outcome says that it took place there, a day later.
    [Fact]
    public async Task Publish_OutcomeOfATentativeRound_ConfirmsDayPlaceAndIssuesWithoutASecondForm()
    {
        var miami = Known with
        {
            State = RoundState.Planned, StartsOn = new(2026, 3, 7), EndsOn = new(2026, 3, 8), Precision = DatePrecision.Day, DateTentative = true,
            Place = "Miami", PlaceTentative = true, Citations = [RecordBuilder.Cited],
        };
        await StartAsync(miami);
        var report = Report(miami);
        (report.EndsOn, report.IssueKeys) = (new(2026, 3, 9), ["issue-2"]);

        await SavedAsync(new() { RoundKey = "first", RoundOutcome = "They met.", RoundReport = report, Claims = [Claim()] });

        var record = await RecordAsync();
        var round = record.Rounds[0];
        Assert.Equal((RoundState.Held, "Miami", false, false), (round.State, round.Place, round.DateTentative, round.PlaceTentative));
        Assert.Equal((new DateOnly(2026, 3, 7), new DateOnly(2026, 3, 9), "issue-2"), (round.StartsOn, round.EndsOn, Assert.Single(round.IssueKeys)));
        Assert.Equal("P1", Assert.Single(round.Citations).Locator);
        // What came out of it is dated by the day that is certain now, and says where it came from.
        Assert.Equal((new DateOnly(2026, 3, 9), "first"), (Assert.Single(record.Claims).OccurredOn, record.Claims[0].RoundKey));
    }

    [Fact]
    public async Task Publish_WhatIsUncertainStill_StaysSo()
    {
        var planned = Known with { State = RoundState.Planned, DateTentative = true, Place = "Miami", PlaceTentative = true };
        await StartAsync(planned);
        var report = Report(planned);
        report.PlaceTentative = true;

        await SavedAsync(new() { RoundKey = "first", RoundOutcome = "They met.", RoundReport = report });

        var round = (await RecordAsync()).Rounds[0];
        Assert.Equal((RoundState.Held, false, true), (round.State, round.DateTentative, round.PlaceTentative));
    }

    // A next round alone says nothing of this one: it stays as it was announced.
    [Fact]
    public async Task Publish_NothingThatCameOutOfTheRound_LeavesItAsItWas()
    {
        var planned = Known with { State = RoundState.Planned, DateTentative = true };
        await StartAsync(planned);
        var second = new RoundForm { Title = "Second round", State = RoundState.Planned, StartsOn = Today.AddDays(20) };

        await SavedAsync(new() { RoundKey = "first", RoundReport = Report(planned), NextRound = second });

        var round = (await RecordAsync()).Rounds[0];
        Assert.Equal((RoundState.Planned, true), (round.State, round.DateTentative));
    }

    // Somebody has moved the round while the form was open: nothing is put over that unseen.
    [Fact]
    public async Task Publish_RoundThatWasEditedMeanwhile_IsRefused()
    {
        await StartAsync(Known);

        var errors = await RefusedAsync(new() { RoundKey = "first", RoundReport = Report(Known with { Place = "Elsewhere" }), Claims = [Claim()] });

        Assert.Equal("round", Assert.Single(errors).Path);
    }

    [Fact]
    public async Task Publish_PapersOfARound_AreSaidToHaveComeOutOfIt()
    {
        await StartAsync(Known);
        var offer = new OfferForm { Title = "An offer", ByPartyKey = "a", Validity = Domain.Drafts.Validity.OpenEnded, Citations = [Cited()] };
        var version = new DraftVersionForm { NewDraftTitle = "A text", Citations = [Cited()] };

        await SavedAsync(new() { RoundKey = "first", RoundReport = Report(Known), Offers = [offer], DraftVersions = [version], Claims = [Claim()] });

        var record = await RecordAsync();
        Assert.Equal(
            ["first", "first", "first"], [record.Offers[0].RoundKey, record.Drafts[0].Versions[0].RoundKey, record.Claims[0].RoundKey]);
    }

    // Chosen after another round, or recorded by somebody else while the form was open: nothing is put over it unseen.
    [Fact]
    public async Task Publish_RoundThatHasAnOutcome_IsRefusedAndKeepsIt()
    {
        await StartAsync(Known with { Outcome = "A paper was handed over." });

        var errors = await RefusedAsync(new() { RoundKey = "first", RoundOutcome = "They meet again.", Claims = [Claim()] });

        Assert.Equal("round.outcome", Assert.Single(errors).Path);

        Assert.Equal("A paper was handed over.", (await RecordAsync()).Rounds[0].Outcome);
    }

    [Fact]
    public async Task Publish_OutcomeOfARoundToCome_IsRefused()
    {
        await StartAsync(Known with { State = RoundState.Planned, StartsOn = Today.AddDays(5), Precision = DatePrecision.Day });

        var refused = await RefusedAsync(new() { RoundKey = "first", RoundOutcome = "They meet again." });

        Assert.Contains(
            refused,
            error => error.Path == "round.outcome" && error.Message.Contains("can’t have an outcome yet", StringComparison.Ordinal));
    }

    // Known to the month, the round gives its entries a month, not its first day.
    [Fact]
    public async Task Publish_ClaimWithoutADay_TakesTheRoundsAndHowExactlyItIsKnown()
    {
        await StartAsync(Known);

        await SavedAsync(new() { RoundKey = "first", Claims = [Claim()] });

        var claim = Assert.Single((await RecordAsync()).Claims);
        Assert.Equal((new DateOnly(2026, 3, 1), DatePrecision.Month), (claim.OccurredOn, claim.Precision));
    }

    // Nobody typed when it was announced: it was known by the end of this round, and readers see it from then on.
    [Fact]
    public async Task Publish_NextRound_IsOnTheBoardFromThisRoundOn()
    {
        await StartAsync(Known);

        var second = new RoundForm { Title = "Second round", State = RoundState.Planned, StartsOn = Today.AddDays(20), DateTentative = true };
        await SavedAsync(new() { RoundKey = "first", NextRound = second });

        var next = (await RecordAsync()).Rounds[^1];
        Assert.Equal((new DateOnly(2026, 3, 1), RoundState.Planned, true), (next.AnnouncedOn, next.State, next.DateTentative));
        Assert.Contains((await _store.Boards.FindAsync(RecordBuilder.Slug, Cancellation))!.AsOf(Today).Rounds, round => round.Key == next.Key);
    }

    // Two versions of one draft, the first with a fault: it is said at the first.
    [Fact]
    public async Task Publish_TwoVersionsOfADraft_FaultOfTheFirstIsAtTheFirst()
    {
        var entered = RecordBuilder.At(10);
        var first = new DraftVersion { Number = 1, Date = RecordBuilder.Day(10), Citations = [RecordBuilder.Cited], RecordedAt = entered };
        var draft = new Draft { Key = "text", Title = "Text", RecordedAt = entered, Versions = [first] };
        await StartAsync(Known, draft);

        var errors = await RefusedAsync(new() { DraftVersions = [Version(9), Version(12)] });

        // Day 9 lies before the version of day 10; day 12 follows on it.
        Assert.Equal(["draftVersions[0].date"], errors.Select(error => error.Path));
    }

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private static DraftVersionForm Version(int day) => new() { DraftKey = "text", Date = RecordBuilder.Day(day), Citations = [Cited()] };

    private static CitationForm Cited() => new() { SourceKey = "report", Locator = "P2" };

    private static RoundReportForm Report(Round round)
    {
        var report = RoundReportForm.Of(round);
        report.Citations = [Cited()];
        return report;
    }

    private static ClaimForm Claim()
    {
        var record = new RecordBuilder().Claim(90).Build();
        var form = ClaimForm.Of(record.Claims[0]);
        form.OccurredOn = null;
        return form;
    }

    private async Task StartAsync(Round round, params Draft[] drafts)
    {
        _store = await TestStore.StartAsync(new RecordBuilder().Issues(2, Level.Disputed).Build() with { Rounds = [round], Drafts = drafts });
        _editor = await _store.AddAccountAsync(AccountRole.Editor, "Ada");
    }

    private async Task<NegotiationRecord> RecordAsync() => (await _store.Boards.FindAsync(RecordBuilder.Slug, Cancellation))!.Record;

    private async Task SavedAsync(OutcomeForm form) => Assert.IsType<SaveResult.Saved>(await PublishAsync(form));

    private async Task<IReadOnlyList<FieldError>> RefusedAsync(OutcomeForm form) =>
        Assert.IsType<SaveResult.Refused>(await PublishAsync(form)).Errors;

    private async Task<SaveResult> PublishAsync(OutcomeForm form)
    {
        var desk = _store.Services.GetRequiredService<OutcomeDesk>();
        Assert.IsType<OutcomeSave.Kept>(await desk.KeepAsync(RecordBuilder.Slug, _id, 0, form, _editor, Cancellation));
        return await desk.PublishAsync(RecordBuilder.Slug, _id, 1, form, _editor, Cancellation);
    }
}
