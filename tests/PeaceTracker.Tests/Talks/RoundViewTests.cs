using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Changes;
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

    // The claim of the 3rd is said to have come out of the round, as is one of the 9th, long after it; that of the 5th is only of its days.
    [Fact]
    public void CameOut_SaidToHaveComeOutOfIt_IsApartFromWhatIsOfItsDays()
    {
        var record = Board().Record;
        record = record with
        {
            Claims =
            [
                .. record.Claims.Select(claim => claim.OccurredOn == Day(3) ? claim with { RoundKey = "held" } : claim),
                record.Claims[0] with { Key = "late", OccurredOn = Day(9), RoundKey = "held" },
            ],
            Offers =
            [
                new Offer
                {
                    Key = "o", Title = "O", ByPartyKey = "a", OfferedOn = Day(4), Validity = Validity.OpenEnded, Citations = [Cited],
                    RoundKey = "held", RecordedAt = At(4),
                },
            ],
            Drafts =
            [
                new Draft
                {
                    Key = "t", Title = "T", RecordedAt = At(4), Versions =
                        [new DraftVersion { Number = 1, Date = Day(4), Citations = [Cited], RoundKey = "held", RecordedAt = At(4) }],
                },
            ],
        };

        var view = RoundView.Of(new Board(record, 1).AsOf(Day(12)), "held")!;

        Assert.Equal(["claim-2", "t", "o", "late"], view.CameOut.Select(item => item.Key));
        Assert.Equal(["claim-3"], view.OfItsDays.Select(item => item.Key));
        Assert.Equal(["event-1"], view.Moved.Select(item => item.Key));
    }

    // What moved in a round was discussed in it, whatever the announcement named.
    [Fact]
    public void Issues_NoneNamedAndOneMoved_NameThatOne()
    {
        var record = Board().Record with { Rounds = [Held with { IssueKeys = [] }] };

        Assert.Equal(["first"], RoundView.Of(new Board(record, 1).AsOf(Day(9)), "held")!.Issues.Select(issue => issue.Issue.Key));
    }

    [Fact]
    public void OutcomeCitations_ByDate_AreThoseOfTheOutcomeFromTheLastDayOn()
    {
        var record = Board().Record with { Rounds = [Held with { Citations = [Cited], OutcomeCitations = [Cited with { Locator = "P9" }] }] };

        Assert.Empty(RoundView.Of(new Board(record, 1).AsOf(Day(4)), "held")!.OutcomeCitations);
        Assert.Equal("P9", Assert.Single(RoundView.Of(new Board(record, 1).AsOf(Day(5)), "held")!.OutcomeCitations).Locator);
        // The feed tells of the outcome by its own source, and never by what announced it.
        string Told(int day) => Assert.Single(ChangeFeed.Of(new Board(record, 1).AsOf(Day(day)), head => head.Subject == ChangeSubject.Round))
            .Citations.Single().Locator;
        Assert.Equal(("P1", "P9"), (Told(4), Told(5)));
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
        var view = RoundsView.Of(new Board(record, 1).AsOf(Day(9)), new RoundQuery());
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
