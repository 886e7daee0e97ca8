using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Talks;
using PeaceTracker.Testing;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Tests.Talks;

public class RoundViewTests
{
    private static Round Held { get; } = new()
    {
        Key = "held", Title = "Held", AnnouncedOn = Day(1), StartsOn = Day(3), EndsOn = Day(5), State = RoundState.Held,
        Outcome = "Much was said.", IssueKeys = ["second", "first"], RecordedAt = At(1),
    };

    [Fact]
    public void Of_UnknownKey_Null() => Assert.Null(RoundView.Of(Board().AsOf(Day(6)), "none"));

    [Theory]
    [InlineData(2, RoundPhase.Upcoming, null)]
    [InlineData(4, RoundPhase.Held, null)]
    [InlineData(5, RoundPhase.Held, "Much was said.")]
    public void Outcome_ByDate_ShownFromTheLastDayOn(int day, RoundPhase phase, string? outcome)
    {
        var view = RoundView.Of(Board().AsOf(Day(day)), "held")!;
        Assert.Equal(phase, view.Phase);
        Assert.Equal(outcome, view.Outcome);
    }

    [Fact]
    public void Moved_EventOfTheRoundAndAnother_HoldsTheFirstAlone()
    {
        var view = RoundView.Of(Board().AsOf(Day(9)), "held")!;
        Assert.Equal("event-1", Assert.Single(view.Moved).Key);
        Assert.Equal(Level.Unknown, view.Moved[0].From);
    }

    [Fact]
    public void Moved_EventRetracted_NoMore()
    {
        var record = Record(new RecordBuilder().Issue("first").Issue("second").Status("first", Level.Narrowing, on: 4).Retract("event-1", 7));
        Assert.Empty(RoundView.Of(new Board(record, 1).AsOf(Day(9)), "held")!.Moved);
    }

    [Fact]
    public void OfItsDays_ClaimsAround_HoldsThoseFromFirstToLastDay() =>
        Assert.Equal(["claim-2", "claim-3"], RoundView.Of(Board().AsOf(Day(9)), "held")!.OfItsDays.Select(c => c.Key));

    [Fact]
    public void OfItsDays_OnlyTheMonthIsKnown_HoldsTheWholeMonth()
    {
        var record = Board().Record;
        var month = Held with { StartsOn = Day(1), EndsOn = null, Precision = DatePrecision.Month };
        var view = RoundView.Of(new Board(record with { Rounds = [month] }, 1).AsOf(Day(40)), "held")!;
        Assert.Equal(["claim-1", "claim-2", "claim-3", "claim-4"], view.OfItsDays.Select(c => c.Key));
    }

    [Fact]
    public void Issues_NamedInAnyOrder_StandInOrderOfTheAgenda() =>
        Assert.Equal(["first", "second"], RoundView.Of(Board().AsOf(Day(9)), "held")!.Issues.Select(i => i.Issue.Key));

    [Fact]
    public void Rounds_OfEachPhase_StandApart()
    {
        var record = Board().Record with
        {
            Rounds =
            [
                Held,
                Held with { Key = "silent", State = RoundState.Planned, StartsOn = Day(6), EndsOn = null },
                Held with { Key = "off", State = RoundState.CalledOff, StartsOn = Day(7), EndsOn = null },
                Held with { Key = "later", State = RoundState.Planned, StartsOn = Day(20), EndsOn = null },
                Held with { Key = "next", State = RoundState.Planned, StartsOn = Day(10), EndsOn = null },
                Held with { Key = "unannounced", State = RoundState.Planned, AnnouncedOn = Day(15), StartsOn = Day(30), EndsOn = null },
            ],
        };
        var view = RoundsView.Of(new Board(record, 1).AsOf(Day(9)));
        Assert.Equal(["next", "later"], view.Upcoming.Select(r => r.Key));
        Assert.Equal("silent", Assert.Single(view.NotReported).Key);
        Assert.Equal("off", Assert.Single(view.CalledOff).Key);
        Assert.Equal("held", Assert.Single(view.Held).Key);
        Assert.Equal(5, view.Total);
    }

    [Fact]
    public void WorkingGroups_EndedAndAtWork_EndedComeLast()
    {
        var group = new WorkingGroup
        {
            Key = "done", Name = "Done", Mandate = "A matter.", Since = Day(1), Until = Day(4), IssueKeys = ["first"], RecordedAt = At(1),
            Outputs = [new GroupOutput { Date = Day(3), Text = "Early" }, new GroupOutput { Date = Day(8), Text = "Late" }],
        };
        var record = Board().Record with
        {
            WorkingGroups = [group, group with { Key = "busy", Until = null }],
            Rounds = [Held with { WorkingGroupKeys = ["busy"] }],
        };
        var views = WorkingGroupView.Of(new Board(record, 1).AsOf(Day(6)));
        Assert.Equal(["busy", "done"], views.Select(v => v.Group.Key));
        Assert.Equal("Early", Assert.Single(views[0].Outputs).Output.Text);
        Assert.Equal("held", Assert.Single(views[0].Rounds).Key);
        Assert.Empty(views[1].Rounds);
    }

    private static Board Board() => new(
        Record(new RecordBuilder().Issue("first").Issue("second")
            .Status("first", Level.Narrowing, on: 4).Status("second", Level.Disputed, on: 4)
            .Claim(90m, on: 2).Claim(80m, on: 3).Claim(70m, on: 5).Claim(60m, on: 6)),
        1);

    // The first status event came about in the round.
    private static Domain.Negotiations.NegotiationRecord Record(RecordBuilder builder)
    {
        var record = builder.Build();
        return record with
        {
            Rounds = [Held],
            StatusEvents = [.. record.StatusEvents.Select(e => e.IssueKey == "first" ? e with { RoundKey = "held" } : e)],
        };
    }
}
