using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Api;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Api;

/// <summary>
/// What programs ask to be recorded is recorded once, however often and by however many it is asked for; a dry run records nothing.
/// </summary>
[OnEveryDatabase]
public sealed class ApiWriterTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(RecordBuilder.At(20));
    private TestStore _store = null!;
    private string _slug = "";
    private string _ada = "";

    private ApiWriter Writer => _store.Services.GetRequiredService<ApiWriter>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => StartAsync(approval: false);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Run_SameKeyAgain_GivesTheFirstAnswerAndWritesNothing()
    {
        var first = await AddAsync("Third", "k1");
        var newest = await NewestAsync();

        var again = await AddAsync("Third", "k1");

        Assert.NotNull(first.Written!.Change);
        Assert.Equal((first.Written.Change, first.Key), (again.Written!.Change, again.Key));
        Assert.Equal(first.Written.Rows[0].After.ToString(), again.Written.Rows[0].After.ToString());
        Assert.Equal(newest, await NewestAsync());
    }

    [Fact]
    public async Task Run_SameKeyForSomethingElse_IsRefused()
    {
        await AddAsync("Third", "k1");

        Assert.IsType<SaveResult.AskedOtherwise>((await AddAsync("Fourth", "k1")).Refusal);
        Assert.Equal(3, (await RecordAsync()).Parties.Count);
    }

    // A name of an attempt is one person's own, and for a day.
    [Fact]
    public async Task Run_SameKeyOfSomebodyElseOrADayLater_IsAnotherAttempt()
    {
        await AddAsync("Third", "k1");
        var eve = await _store.AddAccountAsync(AccountRole.Editor, "Eve");
        Assert.NotNull((await AddAsync("Third", "k1", eve)).Written);

        _clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        Assert.NotNull((await AddAsync("Another", "k1")).Written);

        Assert.Equal(5, (await RecordAsync()).Parties.Count);
    }

    [Fact]
    public async Task Run_TwentyAtOnceUnderOneKey_OneWritesAndAllHaveItsAnswer()
    {
        var before = await NewestAsync();

        var writes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => AddAsync("Third", "k1"), Cancellation)));

        Assert.Equal(before + 1, await NewestAsync());
        Assert.All(writes, write => Assert.Equal(before + 1, write.Written!.Change));
    }

    [Fact]
    public async Task Run_Refused_TheKeyIsFreeForTheNextAttempt()
    {
        Assert.IsType<SaveResult.Refused>((await AddAsync("", "k1")).Refusal);

        Assert.NotNull((await AddAsync("Third", "k1")).Written);
    }

    [Fact]
    public async Task DryRun_SaysWhatWouldBeWritten_AndWritesNothing()
    {
        var newest = await NewestAsync();
        var entry = (await RecordAsync()).StatusEvents[0] with { Key = "", Level = Level.Concluded, OccurredOn = RecordBuilder.Day(9) };

        var write = await Writer.RunAsync(new AddEntry<StatusEvent>(_slug, entry), Attempt(null, "", dryRun: true), Cancellation);

        Assert.True(write.Written!.DryRun);
        Assert.Null(write.Written.Change);
        Assert.Equal("statusEvents", Assert.Single(write.Written.Rows).Section);
        // One of five issues, all of them disputed, would be concluded.
        Assert.Equal((0, 1), (write.Written.Foreseen!.Before.Agreed.Met, write.Written.Foreseen.After.Agreed.Met));
        Assert.Equal(newest, await NewestAsync());
    }

    // Whoever only asks what would be does not wait for whoever writes.
    [Fact]
    public async Task DryRun_WhileSomebodyWrites_IsAnswered()
    {
        await using var turn = await _store.Services.GetRequiredService<WriteGate>().EnterAsync(Cancellation);

        Assert.NotNull((await AddAsync("Third", null, dryRun: true)).Written);
    }

    [Theory]
    [InlineData(AccountRole.Viewer, NotAllowedReason.Role)]
    [InlineData(AccountRole.Editor, null)]
    public async Task DryRun_AsksForTheSameRights(AccountRole role, NotAllowedReason? refused)
    {
        var account = await _store.AddAccountAsync(role, "Eve");

        var write = await AddAsync("Third", null, account, dryRun: true);

        Assert.Equal(refused, (write.Refusal as SaveResult.NotAllowed)?.Reason);
    }

    [Fact]
    public async Task Take_WholeOutcome_IsPublishedOnceUnderOneKey()
    {
        var first = await TakeAsync(draft: false, "k1");
        var again = await TakeAsync(draft: false, "k1");

        Assert.Equal(OutcomeState.Published, first.Written!.State);
        Assert.Equal((first.Written.Change, first.Written.Outcome), (again.Written!.Change, again.Written.Outcome));
        var outcome = Assert.Single(await OutcomesAsync());
        Assert.Equal((OutcomeState.Published, first.Written.Change, first.Written.Outcome), (outcome.State, outcome.ChangeNumber, outcome.Id));
    }

    [Fact]
    public async Task Take_ForApproval_WaitsForSomebodyElseWhoPublishesIt()
    {
        await _store.DisposeAsync();
        await StartAsync(approval: true);
        var newest = await NewestAsync();

        var taken = await TakeAsync(draft: false, "k1");
        await TakeAsync(draft: false, "k1");

        Assert.Equal((OutcomeState.Submitted, null), (taken.Written!.State, taken.Written.Change));
        Assert.Equal(newest, await NewestAsync());
        var outcome = Assert.Single(await OutcomesAsync());
        var manager = await _store.AddAccountAsync(AccountRole.Manager, "Mia");
        var desk = _store.Services.GetRequiredService<OutcomeDesk>();
        Assert.IsType<SaveResult.NotAllowed>(await desk.ApproveAsync(outcome, _ada, Cancellation));
        var approved = Assert.IsType<SaveResult.Saved>(await desk.ApproveAsync(outcome, manager, Cancellation));
        // The first answer again, whatever has become of it since.
        Assert.Equal((OutcomeState.Submitted, outcome.Id), ((await TakeAsync(draft: false, "k1")).Written!.State, outcome.Id));
        Assert.Equal(newest + 1, approved.ChangeNumber);
        Assert.Equal("Ada", (await RecordAsync()).StatusEvents[^1].RecordedBy);
    }

    [Fact]
    public async Task Take_Draft_IsKeptForItsAuthorAlone()
    {
        var newest = await NewestAsync();

        var taken = await TakeAsync(draft: true, "k1", new OutcomeForm { StatusEvents = [new() { IssueKey = "issue-1" }] });

        Assert.Equal(OutcomeState.Draft, taken.Written!.State);
        Assert.Equal(newest, await NewestAsync());
        var desk = _store.Services.GetRequiredService<OutcomeDesk>();
        Assert.NotNull(await desk.FindAsync(_slug, taken.Written.Outcome!.Value, _ada, Cancellation));
        var eve = await _store.AddAccountAsync(AccountRole.Administrator, "Eve");
        Assert.Null(await desk.FindAsync(_slug, taken.Written.Outcome.Value, eve, Cancellation));
    }

    [Fact]
    public async Task Take_DryRunOfAnOutcome_ForeseesTheSharesAndKeepsNothing()
    {
        var taken = await TakeAsync(draft: false, key: null, dryRun: true);

        Assert.Equal((0, 1), (taken.Written!.Foreseen!.Before.Agreed.Met, taken.Written.Foreseen.After.Agreed.Met));
        Assert.Empty(await OutcomesAsync());
    }

    [Fact]
    public async Task Take_NotWhole_IsRefusedAtItsFieldsAndKeepsNothing()
    {
        var taken = await TakeAsync(draft: false, "k1", new OutcomeForm { StatusEvents = [new() { IssueKey = "issue-1" }] });

        Assert.Contains("statusEvents[0].level", Assert.IsType<SaveResult.Refused>(taken.Refusal).Errors.Select(error => error.Path));
        Assert.Empty(await OutcomesAsync());
    }

    private async ValueTask StartAsync(bool approval)
    {
        var record = new RecordBuilder().Issues(5, Level.Disputed).Build();
        record = record with { Negotiation = record.Negotiation with { RequiresApproval = approval } };
        _slug = record.Negotiation.Slug;
        _store = await TestStore.StartAsync(record, services => services.AddSingleton<TimeProvider>(_clock));
        _ada = await _store.AddAccountAsync(AccountRole.Editor, "Ada");
    }

    private async Task<ApiWrite> AddAsync(string name, string? key, string? account = null, bool dryRun = false)
    {
        var party = (await RecordAsync()).Parties[0] with { Key = "", Name = name };
        return await Writer.RunAsync(new AddRow<Party>(_slug, party), Attempt(key, name, account, dryRun), Cancellation);
    }

    private async Task<ApiWrite> TakeAsync(bool draft, string? key, OutcomeForm? form = null, bool dryRun = false)
    {
        var source = (await RecordAsync()).Sources[0].Key;
        form ??= new OutcomeForm
        {
            StatusEvents =
            [
                new()
                {
                    IssueKey = "issue-1", DyadKey = RecordBuilder.DefaultDyad, Level = Level.Concluded, Basis = Basis.OnRecord,
                    Rationale = "Both said so.", OccurredOn = RecordBuilder.Day(9), Citations = [new() { SourceKey = source, Locator = "P2" }],
                },
            ],
        };
        return await Writer.TakeAsync(_slug, form, draft, Attempt(key, form.Write(), dryRun: dryRun), Cancellation);
    }

    private ApiAttempt Attempt(string? key, string asked, string? account = null, bool dryRun = false) =>
        new(account ?? _ada, dryRun, key, asked);

    private Task<long> NewestAsync() => _store.Services.GetRequiredService<ChangeReader>().NewestAsync(Cancellation);

    private async Task<NegotiationRecord> RecordAsync() => (await _store.Boards.FindAsync(_slug, Cancellation))!.Record;

    private async Task<IReadOnlyList<Outcome>> OutcomesAsync()
    {
        await using var context = _store.NewContext();
        return await context.Outcomes.AsNoTracking().ToListAsync(Cancellation);
    }
}
