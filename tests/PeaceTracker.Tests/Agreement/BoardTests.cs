using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

public class BoardTests
{
    [Fact]
    public void AsOf_BeforeTheFirstAgenda_NoIssueInScope()
    {
        var record = new RecordBuilder().Issue("x").Status("x", Level.Disputed).Agenda(5, ["x"]);

        Assert.Null(record.AsOf(4).Agenda);
        Assert.Empty(record.AsOf(4).Issues);
        Assert.Single(record.AsOf(5).Issues);
    }

    [Fact]
    public void AsOf_TwoAgendas_TheLastInForceNumbersTheIssues()
    {
        var record = new RecordBuilder().Issue("x").Issue("y").Issue("z").Agenda(1, ["x", "y"]).Agenda(5, ["z", "x"]);

        Assert.Equal([("x", 1), ("y", 2)], record.AsOf(4).Issues.Select(i => (i.Issue.Key, i.Number)));
        Assert.Equal([("z", 1), ("x", 2)], record.AsOf(5).Issues.Select(i => (i.Issue.Key, i.Number)));
    }

    [Fact]
    public void AsOf_KnownBeforeTheSecondAgenda_TheFirstIsInForce()
    {
        var record = new RecordBuilder().Issue("x").Issue("y").Agenda(1, ["x"]).Agenda(5, ["x", "y"], recorded: 10);

        Assert.Equal(2, record.AsOf(7).Issues.Count);
        Assert.Single(record.AsOf(7, knownAt: 9).Issues);
    }

    [Fact]
    public void AsOf_LateCorrection_ChangesWhatStoodThenAndNotWhatWasKnownThen()
    {
        var record = new RecordBuilder().Issue("x")
            .Status("x", Level.AgreedInPrinciple, on: 3)
            .Status("x", Level.Disputed, on: 3, recorded: 20, corrects: "event-1");

        Assert.Equal(Level.Disputed, record.AsOf(5).Issue("x")!.Level);
        Assert.Equal(Level.AgreedInPrinciple, record.AsOf(5, knownAt: 19).Issue("x")!.Level);
        Assert.Equal(Level.Disputed, record.AsOf(5, knownAt: 20).Issue("x")!.Level);
    }

    [Fact]
    public void AsOf_SameDatesAgain_SameSnapshot()
    {
        var board = new RecordBuilder().Issues(1, null).Board();

        Assert.Same(board.AsOf(RecordBuilder.Day(3)), board.AsOf(RecordBuilder.Day(3)));
        Assert.NotSame(board.AsOf(RecordBuilder.Day(3)), board.AsOf(RecordBuilder.Day(3), RecordBuilder.Day(3)));
    }

    [Fact]
    public void IssueOnOrOffAgenda_DroppedIssue_StandsWithoutANumber()
    {
        var board = new RecordBuilder().Issue("x").Issue("y").Status("y", Level.Narrowing).Agenda(1, ["x", "y"]).Agenda(5, ["x"]).AsOf(9);

        Assert.Null(board.Issue("y"));
        Assert.Equal((0, Level.Narrowing), (board.IssueOnOrOffAgenda("y")!.Number, board.IssueOnOrOffAgenda("y")!.Level));
        Assert.Equal(1, board.IssueOnOrOffAgenda("x")!.Number);
        Assert.Equal((true, false), (board.IssueOnOrOffAgenda("x")!.OnAgenda, board.IssueOnOrOffAgenda("y")!.OnAgenda));
        Assert.Null(board.IssueOnOrOffAgenda("none"));
    }

    [Fact]
    public void PositionsInForce_ChangedAndOthers_NewestOfEachPartyOnEachIssueNewestFirst()
    {
        var record = new RecordBuilder().Issue("x").Issue("y")
            .Position("a", "x", Stance.Rejects, on: 1)
            .Position("b", "x", Stance.Objects, on: 2)
            .Position("a", "y", Stance.Undecided, on: 3)
            .Position("a", "x", Stance.Accepts, on: 4)
            .Position("b", "y", Stance.Accepts, on: 9);

        Assert.Equal(
            [("a", "x", Stance.Accepts), ("a", "y", Stance.Undecided), ("b", "x", Stance.Objects)],
            record.AsOf(5).PositionsInForce.Select(p => (p.PartyKey, p.IssueKey, p.Stance!.Value)));
    }
}
