using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Issues;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Issues;

public class IssueViewTests
{
    [Fact]
    public void Of_UnknownKey_Null() => Assert.Null(IssueView.Of(new RecordBuilder().Issue("land").AsOf(2), "sea"));

    [Fact]
    public void Of_IssueThatLeft_SaysSinceWhen()
    {
        var at = new RecordBuilder().Issue("land").Issue("sea")
            .Agenda(1, ["land", "sea"]).Agenda(5, ["land"]).Agenda(9, ["land"]).AsOf(20);

        var place = IssueView.Of(at, "sea")!.Place;

        Assert.Null(place.Number);
        Assert.Equal(RecordBuilder.Day(5), place.LeftWith!.InForceFrom);
    }

    [Fact]
    public void Of_IssueNotYetOnTheAgenda_LeftWithNone()
    {
        var record = new RecordBuilder().Issue("land").Issue("sea").Agenda(1, ["land"]).Agenda(5, ["land", "sea"]);

        Assert.Null(IssueView.Of(record.AsOf(2), "sea")!.Place.LeftWith);
        Assert.Equal(2, IssueView.Of(record.AsOf(6), "sea")!.Place.Number);
    }

    [Fact]
    public void Of_ReturnedIssue_OnTheAgenda()
    {
        var record = new RecordBuilder().Issue("sea").Issue("land").Agenda(1, ["sea"]).Agenda(3, ["land"]).Agenda(5, ["sea"]).Agenda(7, ["land"]);

        Assert.Equal(RecordBuilder.Day(7), IssueView.Of(record.AsOf(8), "sea")!.Place.LeftWith!.InForceFrom);
        Assert.Equal(1, IssueView.Of(record.AsOf(6), "sea")!.Place.Number);
    }

    [Fact]
    public void SetBy_SeveralPairs_TheWeakest()
    {
        var at = new RecordBuilder().Dyad("a-b").Dyad("a-c").Dyad("b-c", required: false).Issue("land")
            .Status("land", Level.TextAgreed, dyad: "a-b").Status("land", Level.Narrowing, dyad: "a-c")
            .Status("land", Level.Disputed, dyad: "b-c").AsOf(2);

        var view = IssueView.Of(at, "land")!;

        Assert.Equal("a-c", Assert.Single(view.SetBy).Dyad.Key);
        Assert.Equal("b-c", view.Dyads[^1].Dyad.Key); // not judged, so last
    }

    [Fact]
    public void Positions_Changed_EarlierOnesBehind()
    {
        var at = new RecordBuilder().Issue("land")
            .Position("a", "land", Stance.Rejects, on: 1).Position("a", "land", Stance.Objects, on: 3)
            .Position("a", "land", Stance.Accepts, on: 8).AsOf(5);

        var position = Assert.Single(IssueView.Of(at, "land")!.Positions);

        Assert.Equal((Stance.Objects, 2), (position.Position.Stance, position.AgeInDays));
        Assert.Equal(Stance.Rejects, Assert.Single(position.Earlier).Stance);
        Assert.Equal("b", Assert.Single(IssueView.Of(at, "land")!.Silent).Key);
    }

    [Fact]
    public void Links_BothWays()
    {
        var at = new RecordBuilder().Issue("land", dependsOn: ["sea"]).Issue("sea").Agenda(1, ["land"]).AsOf(2);

        var depends = Assert.Single(IssueView.Of(at, "land")!.DependsOn);
        Assert.Equal(("sea", false), (depends.Standing.Issue.Key, depends.Standing.OnAgenda));
        Assert.Equal("land", Assert.Single(IssueView.Of(at, "sea")!.NeededBy).Standing.Issue.Key);
    }

    [Fact]
    public void History_Corrected_KeepsWhatWasTakenOut()
    {
        var at = new RecordBuilder().Issue("land")
            .Status("land", Level.TextAgreed, on: 2).Status("land", Level.Narrowing, on: 2, recorded: 4, corrects: "event-1").AsOf(5);

        var history = IssueView.Of(at, "land")!.History;

        Assert.Equal("event-2 event-1", string.Join(' ', history.Select(h => h.Key)));
        Assert.Equal("False True", string.Join(' ', history.Select(h => h.Superseded)));
    }
}
