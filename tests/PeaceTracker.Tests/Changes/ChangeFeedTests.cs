using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Changes;
using PeaceTracker.Testing;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Tests.Changes;

public class ChangeFeedTests
{
    private static readonly RecordBuilder Land = new RecordBuilder().Issue("land")
        .Status("land", Level.Disputed, on: 2).Status("land", Level.Narrowing, on: 5);

    [Fact]
    public void Of_TwoSteps_NewestFirstWithTheLevelBefore()
    {
        var statuses = Feed(Land, 9).Where(i => i.Subject == ChangeSubject.Status).ToList();
        Assert.Equal([(Level.Disputed, Level.Narrowing), (Level.Unknown, Level.Disputed)], statuses.Select(i => (i.From!.Value, i.To!.Value)));
    }

    [Fact]
    public void Of_TwoPositions_EachWithTheOneBeforeIt()
    {
        var record = new RecordBuilder().Issue("land").Issue("sea")
            .Position("a", "land", Stance.Rejects, on: 2).Position("b", "land", Stance.Accepts, on: 3).Position("a", "sea", Stance.Accepts, on: 3)
            .Position("a", "land", Stance.Objects, on: 5);
        var positions = Feed(record, 9).Where(i => i.Subject == ChangeSubject.Position).ToDictionary(i => i.Key);
        Assert.Equal("position-1", positions["position-4"].PositionBefore!.Key);
        Assert.All(["position-1", "position-2", "position-3"], key => Assert.Null(positions[key].PositionBefore));
    }

    // Raised twice: on day 3, and on day 6, which was entered on day 8.
    [Theory]
    [InlineData(9, null, new[] { "salience 2 → 4 on 6", "salience 1 → 2 on 3" })]
    [InlineData(5, null, new[] { "salience 1 → 2 on 3" })]
    [InlineData(9, 7, new[] { "salience 1 → 2 on 3" })]
    [InlineData(2, null, new string[0])]
    public void Of_JudgementsFromADayOn_EachOnItsDayFromWhatToWhat(int day, int? knownAt, string[] expected)
    {
        var record = new RecordBuilder().Issue("land", salience: 4).WasJudged("land", until: 3, salience: 1, ["a-b"])
            .WasJudged("land", until: 6, salience: 2, ["a-b"], recorded: 8);
        var at = record.Board().AsOf(Day(day), knownAt is { } known ? Day(known) : null);

        var judged = ChangeFeed.Of(at, head => head.Subject == ChangeSubject.Judgement).ToList();

        Assert.Equal(expected, judged.Select(i => Assert.Single(i.Judged) is var f ? $"{f.Field} {f.Before} → {f.After} on {i.Date.Day}" : ""));
        Assert.All(judged, i => Assert.Equal(("land", "land"), (i.IssueKey, i.Title)));
        Assert.Equal(
            judged.Select(i => i.Date), ChangeFeed.OfDescriptions(at, head => head.Subject == ChangeSubject.Judgement).Select(i => i.Date));
    }

    // Evidence got stale after 30 days, from day 4 on after 14; that was entered on day 6.
    [Theory]
    [InlineData(9, null, true)]
    [InlineData(3, null, false)]
    [InlineData(9, 5, false)]
    public void Of_StalenessLimitFromADayOn_IsAJudgementOfTheNegotiation(int day, int? knownAt, bool told)
    {
        var record = new RecordBuilder().StaleAfter(14).Issue("land").Build();
        record = record with
        {
            Negotiation = record.Negotiation with
            {
                Earlier = [new EarlierStaleness { Until = Day(4), StalenessDays = 30, RecordedAt = At(6), RecordedBy = "Ada" }],
            },
        };
        var board = new Board(record, 1);

        var judged = ChangeFeed.Of(board.AsOf(Day(day), knownAt is { } known ? Day(known) : null), head => head.Subject == ChangeSubject.Judgement);

        string[] expected = told ? [$"{record.Negotiation.Slug}: stalenessDays 30 → 14 on 4 by Ada"] : [];
        Assert.Equal(expected, judged.Select(i => Assert.Single(i.Judged) is var f
            ? $"{i.Key}: {f.Field} {f.Before} → {f.After} on {i.Date.Day} by {i.RecordedBy}" : ""));
        Assert.Equal(["Ada"], board.Recorders);
    }

    [Fact]
    public void Of_DyadNoLongerRequired_IsOfTheDyad()
    {
        var record = new RecordBuilder().Dyad("a-b").Dyad("c-d", required: false).WasRequired("c-d", until: 5, required: true).Issue("land");

        var item = Assert.Single(Feed(record, 9), i => i.Subject == ChangeSubject.Judgement);

        Assert.Equal(("c-d", Day(5), "required"), (item.DyadKey, item.Date, Assert.Single(item.Judged).Field));
    }

    [Fact]
    public void Of_DateBetween_OnlyWhatHadHappened() =>
        Assert.Equal(["event-1"], Feed(Land, 4).Where(i => i.Subject == ChangeSubject.Status).Select(i => i.Key));

    [Fact]
    public void Of_RetractedEvent_ShownAndMarked()
    {
        var record = new RecordBuilder().Issue("land").Status("land", Level.Disputed, on: 2).Status("land", Level.Concluded, on: 3)
            .Retract("event-2", recorded: 6);
        var items = Feed(record, 9).Where(i => i.Subject == ChangeSubject.Status).ToDictionary(i => i.Key);
        Assert.True(items["event-2"].Superseded);
        Assert.Null(items["event-2"].From); // it no longer counts, so it moved nothing
        Assert.Equal(EntryKind.Retraction, items["event-3"].Entry);
        Assert.False(items["event-1"].Superseded);
    }

    [Fact]
    public void Of_KnownBeforeRetraction_NotMarked()
    {
        var record = new RecordBuilder().Issue("land").Status("land", Level.Concluded, on: 3).Retract("event-1", recorded: 6);
        var item = Assert.Single(ChangeFeed.Of(record.Board().AsOf(Day(9), Day(5))), i => i.Subject == ChangeSubject.Status);
        Assert.False(item.Superseded);
    }

    [Fact]
    public void Of_PlannedRound_DatedByItsAnnouncement()
    {
        var record = Land.Build() with
        {
            Rounds =
            [
                new Round { Key = "first", Title = "First", AnnouncedOn = Day(3), StartsOn = Day(7), State = RoundState.Planned, RecordedAt = At(3) },
            ],
        };
        Assert.Equal(Day(3), ChangeFeed.Of(new Board(record, 1).AsOf(Day(9))).Single(i => i.Subject == ChangeSubject.Round).Date);
    }

    [Fact]
    public void Of_FirstTaken_LooksAtNoOther()
    {
        var looked = 0;
        var at = new RecordBuilder().Issues(50, Level.Disputed).AsOf(9);

        _ = ChangeFeed.Of(at, _ => ++looked > 0).First();

        Assert.Equal(1, looked);
    }

    [Fact]
    public void Of_EntriesAndPapers_ByDayThenByTheMomentOfRecording()
    {
        // Day 5: an event recorded on day 6, an agenda on day 5. Day 2: an agenda and an event of one moment; entries come first.
        var at = new RecordBuilder().Issue("land").Issue("sea")
            .Agenda(2, ["land"]).Agenda(5, ["land", "sea"])
            .Status("land", Level.Disputed, on: 2).Status("land", Level.Narrowing, on: 5, recorded: 6).AsOf(9);

        Assert.Equal(
            ["Status event-2", "Agenda 2", "Status event-1", "Agenda 1"], ChangeFeed.Of(at).Select(i => $"{i.Subject} {i.Key}"));
    }

    private static IEnumerable<ChangeItem> Feed(RecordBuilder record, int day) => ChangeFeed.Of(record.Board().AsOf(Day(day)));
}
