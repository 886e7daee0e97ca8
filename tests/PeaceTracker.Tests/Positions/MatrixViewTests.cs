using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Positions;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Positions;

public class MatrixViewTests
{
    [Fact]
    public void Of_Board_ColumnsAndCountsByPairAndParty()
    {
        // a-b: two issues apply, one agreed; c-a: one applies, agreed only by one side's word, so none counts.
        var at = new RecordBuilder().Dyad("c-a", required: false).Dyad("a-b")
            .Issue("land", dyads: ["a-b", "c-a"]).Issue("sea", dyads: ["a-b"])
            .Status("land", Level.TextAgreed).Status("land", Level.TextAgreed, dyad: "c-a", basis: Basis.Claimed)
            .Position("b", "land", Stance.Objects, flexibility: Flexibility.RedLine).Position("b", "sea", Stance.Accepts).AsOf(4);

        var view = MatrixView.Of(at);

        Assert.Equal(
            "a-b 1/2 Only, c-a 0/1 Higher", string.Join(", ", view.Dyads.Select(d => $"{d.Dyad.Key} {d.Agreed.Met}/{d.Agreed.Total} {d.Place}")));
        Assert.Equal(("b", 2, 1), (view.Parties[0].Party.Key, view.Parties[0].Positions, view.Parties[0].Objecting));
        Assert.Equal("a c", string.Join(' ', view.Silent.Select(p => p.Key).Order()));
        Assert.Equal("land sea", string.Join(' ', view.Matching.Select(i => i.Issue.Key)));
        var (land, sea) = (view.Line(view.Matching[0]), view.Line(view.Matching[1]));
        Assert.Null(sea.Dyads[1]); // c-a does not concern the sea
        Assert.Equal(Level.Unknown, sea.Dyads[0]!.Level);
        Assert.Equal(3, view.AgeInDays(land.Positions[0]!.OccurredOn));
    }

    [Fact]
    public void Of_BeforeTheFirstAgenda_Empty()
    {
        var view = MatrixView.Of(new RecordBuilder().Issue("land").Agenda(5, ["land"]).AsOf(2));

        Assert.Empty(view.Matching);
        Assert.Empty(view.Pairs);
        Assert.Empty(view.Parties);
    }
}
