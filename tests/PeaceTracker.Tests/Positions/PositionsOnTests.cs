using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Positions;

/// <summary>Which positions on an issue are in force.</summary>
public class PositionsOnTests
{
    [Fact]
    public void Positions_SeveralOfOneParty_TheNewestUpToTheDateOfEachParty()
    {
        var record = new RecordBuilder().Issue("x").Issue("y")
            .Position("b", "x", Stance.Objects, on: 3)
            .Position("a", "x", Stance.Accepts, on: 9)
            .Position("a", "x", Stance.Rejects, on: 2)
            .Position("a", "y", Stance.Undecided, on: 5);

        Assert.Equal(["position-1", "position-3"], InForce(record, 8));
        Assert.Equal(["position-1", "position-2"], InForce(record, 9));
    }

    [Fact]
    public void Positions_RetractedOne_TheOneBeforeIsInForceAgain()
    {
        var record = new RecordBuilder().Issue("x").Position("a", "x", Stance.Rejects, on: 2).Position("a", "x", Stance.Accepts, on: 4).Build();
        var retraction = record.Positions[1] with
        {
            Key = "position-3", Kind = EntryKind.Retraction, SupersedesKey = "position-2", RecordedAt = RecordBuilder.At(6),
        };
        var board = new PeaceTracker.Domain.Agreement.Board(record with { Positions = [.. record.Positions, retraction] }, 1);

        Assert.Equal("position-2", board.AsOf(RecordBuilder.Day(9), RecordBuilder.Day(5)).Issue("x")!.Positions.Single().Key);
        Assert.Equal("position-1", board.AsOf(RecordBuilder.Day(9)).Issue("x")!.Positions.Single().Key);
        Assert.Equal(RecordBuilder.Day(2), board.AsOf(RecordBuilder.Day(9)).Issue("x")!.LastEvidenceOn);
    }

    private static IEnumerable<string> InForce(RecordBuilder record, int day) =>
        record.AsOf(day).Issue("x")!.Positions.Select(p => p.Key).Order(StringComparer.Ordinal);
}
