using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Changes;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Changes;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Web.Tests.Changes;

public class WaterfallTests
{
    // Rail was the one of five agreed and fell; four came and four left, and one of those that came is agreed. Of the one issue on both agendas
    // statuses took all (−1), the agenda brought as much: from 1/5 down to −4/5 and back to 1/5.
    [Fact]
    public void All_EffectsThatCancelOut_LeadBelowNothingAndBack()
    {
        var board = new RecordBuilder().Issue("rail").Issue("a").Issue("b").Issue("c").Issue("d").Issue("e").Issue("f").Issue("g").Issue("h")
            .Status("rail", Level.TextAgreed).Status("rail", Level.Disputed, 5).Status("e", Level.TextAgreed, 5)
            .Agenda(1, ["rail", "a", "b", "c", "d"]).Agenda(5, ["rail", "e", "f", "g", "h"]).Board();

        var bars = WaterfallBar.All(DateComparison.Between(board, Day(4), Day(6), null).Agreed);

        Assert.Equal([WaterfallKind.From, WaterfallKind.Status, WaterfallKind.Scope, WaterfallKind.To], bars.Select(b => b.Kind));
        Assert.Equal((new Ratio(-4, 5), new Ratio(1, 5), new Ratio(-1, 1)), (bars[1].Low, bars[1].High, bars[1].Effect));
        Assert.Equal((new Ratio(-4, 5), new Ratio(1, 5), new Ratio(1, 1)), (bars[2].Low, bars[2].High, bars[2].Effect));
        Assert.Equal(new Ratio(1, 5), bars[3].High);
    }

    // Before the first agenda nothing is counted: there is no change to split.
    [Fact]
    public void All_NothingToCount_HasNoBars()
    {
        var board = new RecordBuilder().Issue("a").Agenda(4, ["a"]).Board();

        Assert.Empty(WaterfallBar.All(DateComparison.Between(board, Day(2), Day(6), null).Agreed));
    }

    // Nothing is agreed on either date: four bars of no height would be an empty frame.
    [Fact]
    public void All_NothingAgreedOnEitherDate_HasNoBars()
    {
        var board = new RecordBuilder().Issues(5, Level.Disputed).Board();

        Assert.Empty(WaterfallBar.All(DateComparison.Between(board, Day(2), Day(6), null).Agreed));
    }

    // The change of the agenda of 27 January 2025: 31.82% to 29.17% is −2.65 points, printed as 31.8, 29.2 and −2.7. 25% to 75% is +50.
    [Theory]
    [InlineData(7, 22, 7, 24, false)]
    [InlineData(1, 4, 3, 4, true)]
    public void Subtracts_PrintedShares_SaysWhetherTheirDifferenceIsThePrintedOne(int met, int of, int metThen, int ofThen, bool subtracts) =>
        Assert.Equal(subtracts, PercentText.Subtracts(new Ratio(met, of), new Ratio(metThen, ofThen)));
}
