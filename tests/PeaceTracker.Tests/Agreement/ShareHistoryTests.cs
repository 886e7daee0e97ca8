using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

public class ShareHistoryTests
{
    [Fact]
    public void Of_EventsAndAgendas_AStepWhereAShareDiffers()
    {
        var record = new RecordBuilder().Issue("x").Issue("y")
            .Agenda(2, ["x"]).Agenda(8, ["x", "y"])
            .Status("x", Level.Disputed, on: 1) // before any agenda
            .Status("x", Level.NotDiscussed, on: 3) // changes no share
            .Status("x", Level.Narrowing, on: 4)
            .Status("x", Level.AgreedInPrinciple, on: 6)
            .Status("y", Level.TextAgreed, on: 20, basis: Basis.Claimed) // moves the share with claimed, and the unknown ones
            .Status("y", Level.Concluded, on: 30);

        var periods = ShareHistory.Of(record.AsOf(25)).Periods;

        Assert.Equal([2, 4, 6, 8, 20], periods.Select(s => s.Date.DayNumber - RecordBuilder.Day(0).DayNumber));
        Assert.Equal(["0 of 1", "0 of 1", "1 of 1", "1 of 2", "1 of 2"], periods.Select(s => s.Agreed.ToString()));
        Assert.Equal(["0 of 1", "1 of 1", "1 of 1", "1 of 2", "1 of 2"], periods.Select(s => s.Moving.ToString()));
        Assert.Equal("2 of 2", periods[^1].AgreedWithClaimed.ToString());
        // x is agreed in principle alone
        Assert.Equal(("1 of 2", "2 of 2"), (periods[^1].TextAgreedWithClaimed.ToString(), periods[^1].MovingWithClaimed.ToString()));
    }

    [Fact]
    public void Of_KnownAtEarlier_HasNotTheLaterEntries()
    {
        var record = new RecordBuilder().Issues(1, Level.Disputed).Status("issue-1", Level.TextAgreed, on: 3, recorded: 10);

        Assert.Equal(2, ShareHistory.Of(record.AsOf(20)).Periods.Count);
        Assert.Single(ShareHistory.Of(record.AsOf(20, knownAt: 9)).Periods);
    }

    [Fact]
    public void Of_Claims_ThoseWithAFigureOldestFirst()
    {
        var history = ShareHistory.Of(
            new RecordBuilder().Issues(1, null).Claim(90, on: 5).Claim(80, on: 2).Claim(null, on: 3).Claim(95, on: 9).AsOf(8));

        Assert.Equal([80m, 90m], history.Claims.Select(c => c.Figure!.Value));
    }

    [Fact]
    public void Of_MoreDatesThanAsked_KeepsTheFirstAndTheLast()
    {
        var record = new RecordBuilder().Issue("x");
        for (var day = 1; day <= 100; day++)
        {
            record.Status("x", day % 2 == 0 ? Level.TextAgreed : Level.Disputed, on: day);
        }

        var periods = ShareHistory.Of(record.AsOf(100), most: 10).Periods;

        Assert.InRange(periods.Count, 2, 10);
        Assert.Equal(RecordBuilder.Day(1), periods[0].Date);
        Assert.Equal("1 of 1", periods[^1].Agreed.ToString());
    }
}
