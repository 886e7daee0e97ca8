using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

/// <summary>A board that is carried on from the one before shows what one shows that is computed anew.</summary>
public class ContinuedBoardTests
{
    private static IEnumerable<DateOnly> Days => Enumerable.Range(0, BoardPlan.LastDay + 2).Select(RecordBuilder.Day);

    // Whatever comes at once: nothing, one entry, half of them or all; corrections of what was there and of what came along with them included.
    [BoardProperty]
    public void Continue_AnyEntriesAdded_EqualsTheBoardComputedAnew(BoardPlan plan)
    {
        var record = plan.Record();
        var (events, positions) = (record.StatusEvents, record.Positions);
        foreach (var kept in new[] { 0, events.Count / 2, events.Count - 1, events.Count }.Where(n => n >= 0).Distinct())
        {
            var few = positions.Count * kept / Math.Max(1, events.Count);
            var before = new Board(record with { StatusEvents = [.. events.Take(kept)], Positions = [.. positions.Take(few)] }, 1);
            foreach (var day in Days)
            {
                _ = Everything(before.AsOf(day));
            }

            var (continued, anew) = (before.Continue(record, 2), new Board(record, 2));

            Assert.Equal(anew.ChangeDates(), continued.ChangeDates());
            Assert.All(Days, day => Assert.Equal(Everything(anew.AsOf(day)), Everything(continued.AsOf(day))));
            Assert.All(Days, day => Assert.Equal(2, continued.AsOf(day).Board.ChangeNumber));
        }
    }

    // From one entry to the next an issue's standing is made once and shared by all dates between, in whatever order they are asked for.
    [BoardProperty]
    public void AsOf_AllDaysOfOneBoardBackwards_EqualsABoardOfItsOwnForEachDay(BoardPlan plan)
    {
        var record = plan.Record();
        var shared = new Board(record, 1);

        Assert.All(Days.Reverse(), day => Assert.Equal(
            Everything(new Board(record, 1).AsOf(day, plan.Known)), Everything(shared.AsOf(day, plan.Known))));
    }

    [Fact]
    public void AsOf_DaysBetweenTwoEntries_ShareTheStanding()
    {
        var board = new Board(
            new RecordBuilder().Issue("x").Status("x", Level.Disputed, on: 3).Status("x", Level.Narrowing, on: 9).Build(), 1);
        var fourth = board.AsOf(RecordBuilder.Day(4));

        Assert.Same(fourth.Issue("x"), board.AsOf(RecordBuilder.Day(8)).Issue("x"));
        Assert.Equal(Level.Narrowing, board.AsOf(RecordBuilder.Day(9)).Issue("x")!.Level);
        Assert.Equal(1, fourth.Issue("x")!.EvidenceAgeOn(fourth.Date)); // the 4th, after the 3rd
        Assert.Equal(5, fourth.Issue("x")!.EvidenceAgeOn(RecordBuilder.Day(8)));
    }

    // 500 issues with an event on each of 310 days stand in 155,000 ways, of which 100,000 are kept; a board keeps 64 dates besides.
    [Fact]
    public void AsOf_MoreStandingsThanAreKept_LetsThemGoAndMakesThemAnew()
    {
        const int Issues = 500, Days = 310, Dates = 64;
        var record = new RecordBuilder().Issues(Issues, Level.Disputed).Build();
        var board = new Board(record.With<StatusEvent>(
            [.. from day in Enumerable.Range(1, Days)
                from first in record.StatusEvents
                select first with { Key = $"{first.IssueKey}-{day}", OccurredOn = RecordBuilder.Day(day) }]), 1);
        var key = record.Issues[0].Key;
        var second = StandingOn(2);

        foreach (var day in Enumerable.Range(3, Dates + 1))
        {
            StandingOn(day);
        }

        Assert.Same(second, StandingOn(2)); // no board of that day is kept any more, but the standing is
        foreach (var day in Enumerable.Range(Dates + 4, Days - Dates - 3))
        {
            StandingOn(day);
        }

        Assert.NotSame(second, StandingOn(2));

        IssueStanding StandingOn(int day) => board.AsOf(RecordBuilder.Day(day)).Issue(key)!;
    }

    [Fact]
    public void Continue_EventOfOneIssue_LetsTheOthersStandAsTheyStood()
    {
        var builder = new RecordBuilder().Issues(3, Level.Disputed);
        var record = builder.Build();
        var (day, first) = (RecordBuilder.Day(5), record.StatusEvents[0]);
        var before = new Board(record, 1);
        var then = before.AsOf(day);

        var continued = before.Continue(record.With<StatusEvent>(
            [.. record.StatusEvents, first with { Key = "later", Level = Level.Concluded, OccurredOn = RecordBuilder.Day(4) }]), 2);
        var now = continued.AsOf(day);

        Assert.Equal(Level.Concluded, now.Issue(first.IssueKey)!.Level);
        Assert.All(
            then.Issues.Where(i => i.Issue.Key != first.IssueKey), issue => Assert.Same(issue, now.Issue(issue.Issue.Key)));

        continued.Settle();
        Assert.Equal(Everything(new Board(continued.Record, 2).AsOf(RecordBuilder.Day(6))), Everything(continued.AsOf(RecordBuilder.Day(6))));
    }

    [Fact]
    public void Continue_OtherDescription_IsComputedAnew()
    {
        var record = new RecordBuilder().Issues(2, Level.Disputed).Build();
        var before = new Board(record, 1);
        _ = Everything(before.AsOf(RecordBuilder.Day(5)));
        NegotiationRecord other = record with { Issues = [.. record.Issues.Select(issue => issue with { Salience = 5 })] };

        var continued = before.Continue(other, 2).AsOf(RecordBuilder.Day(5));

        Assert.All(continued.Issues, issue => Assert.Equal(5, issue.Issue.Salience));
    }

    // Each save would hold on to the board before it, and that to the one before, for as long as the process lives.
    [Fact]
    public void Settle_BoardThatWasRead_LetsTheOneBeforeGo()
    {
        var (continued, before) = Continued();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(before.IsAlive);
        Assert.NotEmpty(continued.Issues);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static (Board Continued, WeakReference Before) Continued()
    {
        var record = new RecordBuilder().Issues(3, Level.Disputed).Build();
        var before = new Board(record, 1);
        _ = Everything(before.AsOf(RecordBuilder.Day(5)));
        var continued = before.Continue(record.With<StatusEvent>(
            [.. record.StatusEvents, record.StatusEvents[0] with { Key = "later", OccurredOn = RecordBuilder.Day(4) }]), 2);
        _ = Everything(continued.AsOf(RecordBuilder.Day(5)));
        continued.Settle();
        return (continued, new WeakReference(before));
    }

    private static string Everything(BoardSnapshot at) => string.Join(
        '\n',
        [
            Fingerprint.Of(at),
            .. at.Issues.Select(i => $"{i.Issue.Key} {i.LastEvidence} {i.EvidenceAgeOn(at.Date)} {string.Join(' ', i.Positions.Select(p => p.Key))}"),
            .. at.Entries.Select(e => $"{e.Entry.Key} {e.IsLive}"),
            .. at.History.Periods.Select(p => p.ToString()),
            .. at.DyadHistory.Paths.SelectMany(p => p.Periods).Select(p => p.ToString()),
            .. at.DyadHistory.Spans.Select(s => $"{s.From} {s.Until} {string.Join(' ', s.Lowest.Keys)}"),
            $"{at.ChangedBefore} {at.ChangedAfter}",
        ]);
}
