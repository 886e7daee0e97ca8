using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Parties;
using PeaceTracker.Testing;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Tests.Parties;

public class PartyViewTests
{
    [Fact]
    public void Of_UnknownKey_Null() => Assert.Null(PartyView.Of(new RecordBuilder().Issue("first").AsOf(5), "nobody"));

    [Fact]
    public void Of_NotYetAtTheTable_Null()
    {
        var record = new RecordBuilder().Issue("first").Build();
        record = record with { Parties = [.. record.Parties.Select(p => p.Key == "b" ? p with { Since = Day(4) } : p)] };
        Assert.Null(PartyView.Of(new Board(record, 1).AsOf(Day(3)), "b"));
        Assert.NotNull(PartyView.Of(new Board(record, 1).AsOf(Day(4)), "b"));
    }

    [Fact]
    public void Positions_RedLineOnTheLastIssue_ComesFirst()
    {
        var view = PartyView.Of(
            new RecordBuilder().Issue("first").Issue("second").Issue("third").Issue("off")
                .Agenda(1, ["first", "second", "third"])
                .Position("a", "off", Stance.Accepts)
                .Position("a", "second", Stance.Objects)
                .Position("a", "third", Stance.Rejects, flexibility: Flexibility.RedLine)
                .Position("a", "first", Stance.Accepts)
                .Position("b", "first", Stance.Rejects)
                .AsOf(8),
            "a")!;
        Assert.Equal(["third", "first", "second", "off"], view.Positions.Select(p => p.Position.IssueKey));
        Assert.False(view.Positions[3].Standing.OnAgenda);
        Assert.All(view.Positions, p => Assert.Equal(7, p.AgeDays)); // day 1 to day 8
    }

    [Fact]
    public void EarlierPositions_PositionChanged_OldOneStandsApart()
    {
        var board = new RecordBuilder().Issue("first").Position("a", "first", Stance.Rejects).Position("a", "first", Stance.Undecided, on: 4).Board();
        var view = PartyView.Of(board.AsOf(Day(5)), "a")!;
        Assert.Equal(Stance.Undecided, Assert.Single(view.Positions).Position.Stance);
        Assert.Equal(Stance.Rejects, Assert.Single(view.EarlierPositions).Stance);
        Assert.Empty(PartyView.Of(board.AsOf(Day(3)), "a")!.EarlierPositions);
    }

    [Fact]
    public void Pairs_LowestRequiredPair_IsTheWeakest()
    {
        var view = PartyView.Of(
            new RecordBuilder().Dyad("a-b").Dyad("a-c").Dyad("b-c").Issue("first")
                .Status("first", Level.Concluded, dyad: "a-b").Status("first", Level.Disputed, dyad: "a-c")
                .Status("first", Level.Concluded, dyad: "b-c")
                .AsOf(3),
            "a")!;
        Assert.Equal(["a-c", "a-b"], view.Pairs.Select(p => p.Dyad.Key));
        Assert.Equal([DyadPlace.Weakest, DyadPlace.Higher], view.Pairs.Select(p => p.Place));
        Assert.Equal(new Share(0, 0, 1), view.Pairs[0].Agreed);
    }

    [Fact]
    public void NotSeen_NewestVersionShown_LeavesTheList()
    {
        var record = new RecordBuilder().Issue("first").Build() with
        {
            Drafts =
            [
                new Draft
                {
                    Key = "text", Title = "Text", RecordedAt = At(1),
                    Versions =
                    [
                        new DraftVersion { Number = 1, Date = Day(2), HeldByKeys = ["a"], NotSeenByKeys = ["b"], RecordedAt = At(2) },
                        new DraftVersion { Number = 2, Date = Day(4), HeldByKeys = ["a", "b"], RecordedAt = At(4) },
                    ],
                },
            ],
        };
        var board = new Board(record, 1);
        Assert.Equal("text", Assert.Single(PartyView.Of(board.AsOf(Day(3)), "b")!.NotSeen).Key);
        Assert.Empty(PartyView.Of(board.AsOf(Day(3)), "b")!.Holds);
        Assert.Empty(PartyView.Of(board.AsOf(Day(4)), "b")!.NotSeen);
        Assert.Equal("text", Assert.Single(PartyView.Of(board.AsOf(Day(4)), "b")!.Holds).Key);
    }

    [Fact]
    public void Rows_MediatorFirstInRecord_PrincipalsComeFirst()
    {
        var record = new RecordBuilder().Issue("first").Position("b", "first", Stance.Rejects, flexibility: Flexibility.RedLine).Build();
        record = record with
        {
            Parties = [.. record.Parties.Select(p => p.Key == "a" ? p with { Roles = [new PartyRole { Role = Role.Mediator }] } : p)],
        };
        var rows = ListedParty.Of(new Board(record, 1).AsOf(Day(2)));
        Assert.Equal(["b", "a"], rows.Select(r => r.Party.Key));
        Assert.Equal([1, 0], rows.Select(r => r.RedLines));
    }
}
