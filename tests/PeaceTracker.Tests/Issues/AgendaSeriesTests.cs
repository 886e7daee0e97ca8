using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Issues;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Issues;

/// <summary>Agendas of n points of which k are named, entered in another order than that of time.</summary>
[OnEveryDatabase]
public class AgendaSeriesTests
{
    private static readonly DateOnly Twenty = new(2025, 12, 24);

    // The plan had 28 points in November, 19 a few days later and 20 at Christmas; ten issues of it are named on the board. The editor enters the
    // newest first. Figures by hand, over the ten: nothing is agreed, four are known to be below it or below text, and one is narrowing on record
    // (the package). Unknown at a threshold are the five of which nothing is known, at narrowing also the two that are only claimed.
    [Fact]
    public async Task Enter_TwentyThenTwentyEightThenNineteen_StandInTimeAndCountTheTenNamed()
    {
        var record = await SeedBoards.RecordAsync(SeedFile.RussiaUkraine);
        await using var store = await TestStore.StartAsync(record);
        var named = record.AgendaVersions[0].IssueKeys;

        await AddAsync(store, record, 2, "20 points", 20, Twenty, named);
        await AddAsync(store, record, 3, "28 points", 28, new(2025, 11, 20), named);
        await AddAsync(store, record, 4, "19 points", 19, new(2025, 11, 24), named);

        var board = await BoardAsync(store, record);
        var at = board.AsOf(new DateOnly(2025, 12, 31));
        Assert.Equal([2, 1, 4, 3], at.Agendas.Select(agenda => agenda.Number));
        Assert.All(at.Agendas, agenda => Assert.Empty(agenda.ScopeChanges));
        Assert.Equal((20, 10), (at.Agenda!.PointCount, at.Agenda.Named));
        Assert.Equal(
            [("20 points", Twenty, (DateOnly?)null), ("Issues the article names", new(2025, 12, 15), Twenty.AddDays(-1)),
                ("19 points", new(2025, 11, 24), new(2025, 12, 14)), ("28 points", new(2025, 11, 20), new(2025, 11, 23))],
            AgendaPeriod.Of(at).Select(period => (period.Version.Title, period.Version.InForceFrom, period.Until)));

        var shares = at.Shares;
        Assert.Equal("0 of 10 (0%)", shares.Agreed.ToString());
        Assert.Equal((0, 5, 10), (shares.Agreed.Met, shares.Agreed.Unknown, shares.Agreed.Total));
        Assert.Equal((0, 5, 10), (shares.TextAgreed.Met, shares.TextAgreed.Unknown, shares.TextAgreed.Total));
        Assert.Equal("1 of 10 (10%)", shares.Moving.ToString());
        Assert.Equal("5 of 10 (50%)", shares.Coverage.ToString());
        Assert.Equal((0, 4), (shares.Core.Met, shares.Core.Total));
        var pair = at.Dyad("russia-ukraine") ?? at.Dyad("ukraine-russia")!;
        Assert.Equal((0, 4, 7), (pair.Shares.Agreed.Met, pair.Shares.Agreed.Unknown, pair.Shares.Agreed.Total));

        // In November the list of 28 was in force, and nothing of it was known yet.
        var november = board.AsOf(new DateOnly(2025, 11, 22));
        Assert.Equal((28, 10, 10), (november.Agenda!.PointCount, november.Shares.Agreed.Total, november.Shares.Agreed.Unknown));
    }

    // a and b; later a and c. Between them a list of four is put: what changed with the last one is now said against that.
    [Fact]
    public async Task Enter_VersionBetweenTwo_TheNextOneDiffersFromItAndKeepsWhatStillHolds()
    {
        var record = Between();
        await using var store = await TestStore.StartAsync(record);

        await SavedAsync(store, new AddRow<AgendaVersion>(record.Negotiation.Slug, Version(3, 10, ["issue-1", "issue-2", "issue-3", "issue-4"]) with
        {
            ScopeChanges = [Added("issue-3", "issue-4")],
        }));

        var next = (await BoardAsync(store, record)).Record.AgendaVersions[1];
        Assert.Equal(
            [(ScopeChangeKind.Dropped, "issue-2", "Left to others."), (ScopeChangeKind.Dropped, "issue-4", null)],
            next.ScopeChanges.Select(change => (change.Kind, string.Join(',', change.FromIssueKeys), change.Note)));

        // Taken off the board again, it leaves the others as they follow on each other.
        await SavedAsync(store, new RetractRow<AgendaVersion>(record.Negotiation.Slug, "3", "It was a draft."));

        next = (await BoardAsync(store, record)).Record.AgendaVersions[1];
        Assert.Equal([ScopeChangeKind.Dropped, ScopeChangeKind.Added], next.ScopeChanges.Select(change => change.Kind));
        Assert.Equal(["issue-2", "issue-3"], next.ScopeChanges.SelectMany(change => change.FromIssueKeys.Concat(change.ToIssueKeys)));
    }

    [Fact]
    public async Task Enter_VersionBeforeTheFirst_MakesTheFirstDifferFromIt()
    {
        var record = Between();
        await using var store = await TestStore.StartAsync(record);

        await SavedAsync(store, new AddRow<AgendaVersion>(record.Negotiation.Slug, Version(3, -5, ["issue-1"])));

        var board = await BoardAsync(store, record);
        Assert.Equal(["issue-2"], Assert.Single(board.Record.AgendaVersions[0].ScopeChanges).ToIssueKeys);
        Assert.Single(board.AsOf(RecordBuilder.Day(-3)).Issues);
    }

    // The day before which the words of the second version were others still shows those.
    [Fact]
    public async Task Enter_VersionBetweenTwo_ThePastRecordStaysAsItWas()
    {
        var record = Between();
        await using var store = await TestStore.StartAsync(record);
        var number = (await BoardAsync(store, record)).ChangeNumber;
        await SavedAsync(store, new AddRow<AgendaVersion>(record.Negotiation.Slug, Version(3, 10, ["issue-1", "issue-2"])));

        var past = (await store.Boards.FindAsync(record.Negotiation.Slug, number, TestContext.Current.CancellationToken))!;

        Assert.Equal(2, past.Record.AgendaVersions.Count);
        Assert.Equal(2, past.Record.AgendaVersions[1].ScopeChanges.Count);
    }

    [Fact]
    public void Follow_AVersionOnTheBoardThatMoves_KeepsItsListAndSaysHowItDiffers()
    {
        var form = AgendaVersionForm.Of(Version(2, 20, ["a", "c"]) with { ScopeChanges = [Dropped("b"), Added("c")] });

        form.Follow(Version(1, 1, ["a", "d"]), keepsList: true);

        Assert.Equal(["a", "c"], form.IssueKeys);
        Assert.Equal(
            [(ScopeChangeKind.Added, "c"), (ScopeChangeKind.Dropped, "d")],
            form.ScopeChanges.Select(change => (change.Kind!.Value, string.Concat(change.FromIssueKeys.Concat(change.ToIssueKeys)))));

        form.Follow(null, keepsList: true);
        Assert.Empty(form.ToRow(2, new FormCheck()).ScopeChanges);
    }

    private static NegotiationRecord Between() => new RecordBuilder().Issues(4, Level.Disputed).Build() with
    {
        AgendaVersions =
        [
            Version(1, 1, ["issue-1", "issue-2"]),
            Version(2, 20, ["issue-1", "issue-3"]) with { ScopeChanges = [Dropped("issue-2") with { Note = "Left to others." }, Added("issue-3")] },
        ],
    };

    private static AgendaVersion Version(int number, int day, string[] issues) => new()
    {
        Number = number, Title = $"Agenda {number}", InForceFrom = RecordBuilder.Day(day), IssueKeys = issues, Citations = [RecordBuilder.Cited],
        RecordedAt = RecordBuilder.At(30),
    };

    private static ScopeChange Dropped(params string[] keys) => new() { Kind = ScopeChangeKind.Dropped, FromIssueKeys = keys };

    private static ScopeChange Added(params string[] keys) => new() { Kind = ScopeChangeKind.Added, ToIssueKeys = keys };

    private static Task AddAsync(
        TestStore store, NegotiationRecord record, int number, string title, int points, DateOnly from, IReadOnlyList<string> named) =>
        SavedAsync(store, new AddRow<AgendaVersion>(record.Negotiation.Slug, new AgendaVersion
        {
            Number = number, Title = title, Points = points, InForceFrom = from, IssueKeys = named, RecordedAt = default,
            Citations = [record.AgendaVersions[0].Citations[0]],
        }));

    private static async Task SavedAsync(TestStore store, BoardCommand command) => Assert.IsType<SaveResult.Saved>(
        await store.Services.GetRequiredService<BoardEditor>().RunAsync(
            command, await store.AddAccountAsync(AccountRole.Manager, $"M{Guid.NewGuid():N}"), TestContext.Current.CancellationToken));

    private static async Task<Board> BoardAsync(TestStore store, NegotiationRecord record) =>
        (await store.Boards.FindAsync(record.Negotiation.Slug, TestContext.Current.CancellationToken))!;
}
