using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
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
    public void Of_DateBetween_OnlyWhatHadHappened() =>
        Assert.Equal(["event-1"], Feed(Land, 4).Where(i => i.Subject == ChangeSubject.Status).Select(i => i.Key));

    [Fact]
    public void Of_RetractedEvent_ShownAndMarked()
    {
        var record = new RecordBuilder().Issue("land").Status("land", Level.Disputed, on: 2).Status("land", Level.Concluded, on: 3).Retract("event-2", recorded: 6);
        var items = Feed(record, 9).Where(i => i.Subject == ChangeSubject.Status).ToDictionary(i => i.Key);
        Assert.True(items["event-2"].Superseded);
        Assert.Null(items["event-2"].From); // it counts no more, so it moved nothing
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
            Rounds = [new Round { Key = "first", Title = "First", AnnouncedOn = Day(3), StartsOn = Day(7), State = RoundState.Planned, RecordedAt = At(3) }],
        };
        Assert.Equal(Day(3), ChangeFeed.Of(new Board(record, 1).AsOf(Day(9))).Single(i => i.Subject == ChangeSubject.Round).Date);
    }

    private static IEnumerable<ChangeItem> Feed(RecordBuilder record, int day) => ChangeFeed.Of(record.Board().AsOf(Day(day)));
}
