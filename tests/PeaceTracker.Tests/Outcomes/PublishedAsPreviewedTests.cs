using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Issues;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Services.Positions;
using PeaceTracker.Services.Sources;
using PeaceTracker.Services.Talks;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Outcomes;

/// <summary>What the preview says of a form is what the board shows once the same form is published: shares, levels and warnings.</summary>
[OnEveryDatabase]
public sealed class PublishedAsPreviewedTests : IAsyncLifetime
{
    private static readonly Round Known = new()
    {
        Key = "first", Title = "First round", State = RoundState.Held, StartsOn = new(2026, 3, 1), Precision = DatePrecision.Month,
        AnnouncedOn = new(2026, 3, 1), RecordedAt = RecordBuilder.At(70),
    };

    private TestStore _store = null!;
    private string _editor = "";

    public static TheoryData<string, OutcomeForm> Forms => new()
    {
        { "days of a new round", Form([Event("issue-1", Level.AgreedInPrinciple), Event("issue-2", Level.Narrowing)], made: NewRound(5, 6)) },
        { "a round known to the month", Form([Event("issue-1", Level.Deferred)], [Position("a", Stance.Accepts)], round: "first") },
        { "days of their own, one before the newest", Form([Event("issue-1", Level.Concluded, 9), Event("issue-2", Level.TextAgreed, -3)]) },
        { "two levels for one day", Form([Event("issue-1", Level.AgreedInPrinciple, 9), Event("issue-1", Level.Narrowing, 9)]) },
        { "only one side", Form([Event("issue-1", Level.AgreedInPrinciple, 9)], [Position("a", Stance.Accepts, 8)]) },
        { "a position put after the status event", Form([Event("issue-1", Level.AgreedInPrinciple, 9)], [Position("a", Stance.Accepts, 12)]) },
        {
            "a party that changed its mind",
            Form([Event("issue-1", Level.TextAgreed, 9)], [Position("a", Stance.Accepts, 9), Position("a", Stance.Rejects, 8)])
        },
        { "a position without a stance", Form([Event("issue-3", Level.TextAgreed, 9)], [Position("a", null, 9, "issue-3")]) },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private OutcomeDesk Desk => _store.Services.GetRequiredService<OutcomeDesk>();

    public async ValueTask InitializeAsync()
    {
        var record = new RecordBuilder().Issues(6, Level.Disputed)
            .Position("a", "issue-3", Stance.Accepts).Position("b", "issue-3", Stance.Accepts).Build();
        _store = await TestStore.StartAsync(record with { Rounds = [Known] });
        _editor = await _store.AddAccountAsync(AccountRole.Editor, "Ada");
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [MemberData(nameof(Forms))]
    public Task Publish_EachForm_IsAsPreviewed(string what, OutcomeForm form) => AssertAsPreviewedAsync(what, form);

    // Any issues, levels, days and positions, one outcome after another on the same board.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Publish_OutcomesAtRandom_AreAsPreviewed(int seed)
    {
        var random = new Random(seed);
        for (var n = 0; n < 8; n++)
        {
            await AssertAsPreviewedAsync($"outcome {n} of seed {seed}", AnyForm(random));
        }
    }

    // The same status event is left out by the one and refused by the other.
    [Fact]
    public async Task Publish_StatusEventThatIsNotComplete_IsRefusedWhileThePreviewLeavesItOut()
    {
        var complete = new OutcomeForm { StatusEvents = [Event("issue-1", Level.AgreedInPrinciple, 9)] };
        var more = new OutcomeForm { StatusEvents = [.. complete.StatusEvents, Event("issue-2", Level.Concluded, 9)] };
        more.StatusEvents[1].Basis = null;
        var board = await BoardAsync();

        var (with, without) = (Desk.Preview(board, more), Desk.Preview(board, complete));

        Assert.Equal(Shown(After(board, complete, without)), Shown(After(board, more, with)));
        Assert.Equal([true, false], with.StatusEvents.Select(entry => entry.IsComplete));
        var refused = Assert.IsType<SaveResult.Refused>(await PublishAsync(more));
        Assert.Equal("statusEvents[1].basis", Assert.Single(refused.Errors).Path);
    }

    private static OutcomeForm Form(
        List<StatusEventForm> entries, List<PositionForm>? positions = null, RoundForm? made = null, string? round = null) =>
        new() { StatusEvents = entries, Positions = positions ?? [], NewRound = made, RoundKey = round };

    private static RoundForm NewRound(int starts, int ends) => new()
    {
        Title = "Vienna talks", StartsOn = RecordBuilder.Day(starts), EndsOn = RecordBuilder.Day(ends), State = RoundState.Held,
    };

    private static StatusEventForm Event(string issue, Level level, int? on = null, Basis basis = Basis.OnRecord) => new()
    {
        IssueKey = issue, DyadKey = RecordBuilder.DefaultDyad, Level = level, Basis = basis, Rationale = "Both said so.",
        OccurredOn = on is { } day ? RecordBuilder.Day(day) : null, Citations = [Cited()],
    };

    private static PositionForm Position(string party, Stance? stance, int? on = null, string issue = "issue-1") => new()
    {
        PartyKey = party, IssueKey = issue, Stance = stance, Text = "What it wants.", Attribution = Attribution.SelfStated,
        OccurredOn = on is { } day ? RecordBuilder.Day(day) : null, Citations = [Cited()],
    };

    private static CitationForm Cited() => new() { SourceKey = "report", Locator = "P2" };

    private static OutcomeForm AnyForm(Random random)
    {
        var held = random.Next(3) > 0;
        var begins = random.Next(2, 30);
        return new()
        {
            NewRound = held ? NewRound(begins, begins + random.Next(3)) : null,
            StatusEvents = Some(random.Next(1, 5), () => Event(Issue(), OneOf<Level>(), Day(), OneOf<Basis>())),
            Positions = Some(random.Next(4), () => Position(Party(), random.Next(5) == 0 ? null : OneOf<Stance>(), Day(), Issue())),
        };

        List<T> Some<T>(int count, Func<T> one) => [.. Enumerable.Range(0, count).Select(_ => one())];
        string Party() => random.Next(2) == 0 ? "a" : "b";
        string Issue() => $"issue-{random.Next(1, 7)}";
        int? Day() => held && random.Next(2) == 0 ? null : random.Next(-5, 40);
        T OneOf<T>() where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];
    }

    // What readers see of a board: the three shares and the level of each issue between each pair, with all that is said beside it.
    private static IEnumerable<string> Shown(BoardSnapshot at) =>
        new[] { Threshold.Agreed, Threshold.TextAgreed, Threshold.Moving }.Select(t => at.Shares.Against(t).ToString()!)
            .Concat(at.Issues.SelectMany(issue => issue.Dyads)
                .Select(s => $"{s.Issue.Key} {s.Level} {s.Basis} {s.Step?.Date} {s.Contested} {s.Reopened}"));

    // What is to be said of a status event that was published, had it been asked of its row.
    private static IEnumerable<StatusEventWarning> Warnings(Board before, Board after, StatusEvent entry, DateOnly today) => StatusEventWarning.Of(
        before.AsOf(today).IssueOnOrOffAgenda(entry.IssueKey)!.Between(entry.DyadKey)!,
        entry.Level,
        entry.Basis,
        entry.OccurredOn,
        after.AsOf(entry.OccurredOn).IssueOnOrOffAgenda(entry.IssueKey)!.Positions);

    // The board that a preview was made from, which it does not hold.
    private static BoardSnapshot After(Board board, OutcomeForm form, OutcomePreview preview)
    {
        OutcomePreview.Of(board, form, preview.Before.Date.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc), out var after);
        return after;
    }

    private async Task AssertAsPreviewedAsync(string what, OutcomeForm form)
    {
        var before = await BoardAsync();
        var preview = Desk.Preview(before, form);

        Assert.IsType<SaveResult.Saved>(await PublishAsync(form));

        var after = await BoardAsync();
        var today = preview.Before.Date;
        Assert.Equal([what, .. Shown(after.AsOf(today))], [what, .. Shown(After(before, form, preview))]);
        Assert.Equal(
            after.Record.StatusEvents.TakeLast(form.StatusEvents.Count).Select(entry => string.Join(", ", Warnings(before, after, entry, today))),
            preview.StatusEvents.Select(entry => string.Join(", ", entry.Warnings)));
    }

    private async Task<Board> BoardAsync() => (await _store.Boards.FindAsync(RecordBuilder.Slug, Cancellation))!;

    private async Task<SaveResult> PublishAsync(OutcomeForm form)
    {
        var id = Guid.NewGuid();
        Assert.IsType<OutcomeSave.Kept>(await Desk.KeepAsync(RecordBuilder.Slug, id, 0, form, _editor, Cancellation));
        return await Desk.PublishAsync(RecordBuilder.Slug, id, 1, form, _editor, Cancellation);
    }
}
