using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Agreement;
using PeaceTracker.Testing;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Tests.Agreement;

public class SummaryViewTests
{
    [Fact]
    public void Of_SeveralClaims_NewestWithFigure()
    {
        var record = new RecordBuilder().Issues(5, Level.AgreedInPrinciple)
            .Claim(60m, "a-b", on: 2).Claim(80m, "a-b", on: 4).Claim(null, "a-b", on: 6).Build();
        Assert.Equal(80m, On(record, 9).Claim!.Claim.Figure);
        Assert.Equal(60m, On(record, 3).Claim!.Claim.Figure);
        Assert.Null(On(record, 1).Claim);
    }

    [Fact]
    public void Computed_ClaimOfText_UsesItsScopeAndThreshold()
    {
        // Five issues apply to a-b: two have text agreed, three are agreed in principle. The sixth belongs to a-c alone.
        var record = new RecordBuilder().Dyad("a-b").Dyad("a-c")
            .Issue("one", dyads: ["a-b"]).Status("one", Level.TextAgreed)
            .Issue("two", dyads: ["a-b"]).Status("two", Level.TextAgreed)
            .Issue("three", dyads: ["a-b"]).Status("three", Level.AgreedInPrinciple)
            .Issue("four", dyads: ["a-b"]).Status("four", Level.AgreedInPrinciple)
            .Issue("five", dyads: ["a-b"]).Status("five", Level.AgreedInPrinciple)
            .Issue("six", dyads: ["a-c"])
            .Claim(90m, "a-b", ClaimThreshold.Text).Build();
        record = Chosen(record, "claim-1");
        var view = On(record, 2);
        Assert.Equal(new Share(2, 0, 5), view.Computed);
        Assert.Equal(new Share(5, 1, 6), view.At.Shares.Agreed);
        Assert.Equal(new Ratio(1, 2), view.Claim!.Gap); // 90% − 40%
        Assert.Equal("claim-1", view.Headline!.Choice!.ClaimKey);
    }

    [Fact]
    public void Computed_NoClaim_WholeBoardAgreed()
    {
        var view = On(new RecordBuilder().Issues(3, Level.Disputed).Issues(2, Level.Concluded).Build(), 2);
        Assert.Null(view.Claim);
        Assert.Equal(new Share(2, 0, 5), view.Computed);
    }

    [Fact]
    public void ClaimOnItsDay_BoardMovedSince_Kept()
    {
        var builder = new RecordBuilder().Issues(5, Level.Disputed).Claim(90m, "a-b", on: 2);
        Assert.Null(On(builder.Build(), 5).ClaimOnItsDay);
        var moved = On(builder.Status("issue-1", Level.Concluded, on: 4).Build(), 5);
        Assert.Equal(new Share(0, 0, 5), moved.ClaimOnItsDay!.Computed);
        Assert.Equal(new Share(1, 0, 5), moved.Computed);
    }

    [Fact]
    public void Rounds_NoneToCome_LatestOne()
    {
        var record = new RecordBuilder().Issue("land").Build() with
        {
            Rounds = [Round("first", 3, RoundState.Held), Round("second", 8, RoundState.Planned), Round("third", 12, RoundState.Planned)],
        };
        Assert.Equal(["second", "third"], On(record, 5).Rounds.Select(r => r.Key));
        Assert.Equal(["third"], On(record, 20).Rounds.Select(r => r.Key));
        Assert.Equal(RoundPhase.NotReported, On(record, 20).Rounds[0].PhaseOn(Day(20)));
    }

    [Fact]
    public void Of_BeforeAnyAgenda_NoIssuesInScope()
    {
        var view = On(new RecordBuilder().Issue("land").Agenda(5, ["land"]).Build(), 4);
        Assert.Equal(0, view.Computed.Total);
        Assert.Null(view.Computed.Value);
        Assert.Empty(view.Remaining);
        Assert.Empty(view.History.Periods);
    }

    private static NegotiationRecord Chosen(NegotiationRecord record, string key) => record with
    {
        Negotiation = record.Negotiation with { HeadlineChoices = [new HeadlineChoice { ClaimKey = key, RecordedAt = At(1), RecordedBy = "Eva" }] },
    };

    private static SummaryView On(NegotiationRecord record, int day) => SummaryView.Of(new Board(record, 1).AsOf(Day(day)));

    private static Round Round(string key, int day, RoundState state) => new()
    {
        Key = key, Title = key, AnnouncedOn = Day(1), StartsOn = Day(day), State = state, RecordedAt = At(1),
    };
}
