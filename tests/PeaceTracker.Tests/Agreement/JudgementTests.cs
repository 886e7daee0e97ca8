using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

/// <summary>Judgements that hold from a day on: weights, pairs, requirements. Figures are worked out beside each test.</summary>
public class JudgementTests
{
    [Fact]
    public void AsOf_SalienceRaisedFromDayTen_DatesBeforeKeepTheOld()
    {
        var board = new RecordBuilder().Issue("x", salience: 5).WasJudged("x", until: 10, salience: 2, ["a-b"]).Board();

        Assert.Equal(2, board.AsOf(RecordBuilder.Day(9)).Issue("x")!.Issue.Salience);
        Assert.Equal(5, board.AsOf(RecordBuilder.Day(10)).Issue("x")!.Issue.Salience);
    }

    [Fact]
    public void AsOf_KnownBeforeTheChangeWasRecorded_TheOldHoldsOnEveryDate()
    {
        // From day 10 on, but entered on day 12 only: on day 11 nobody here knew of it.
        var board = new RecordBuilder().Issue("x", salience: 5).WasJudged("x", until: 10, salience: 2, ["a-b"], recorded: 12).Board();

        Assert.Equal(2, board.AsOf(RecordBuilder.Day(11), RecordBuilder.Day(11)).Issue("x")!.Issue.Salience);
        Assert.Equal(5, board.AsOf(RecordBuilder.Day(11), RecordBuilder.Day(12)).Issue("x")!.Issue.Salience);
    }

    [Fact]
    public void AsOf_TwoChanges_EachHoldsInItsTime()
    {
        var board = new RecordBuilder().Issue("x", salience: 5)
            .WasJudged("x", until: 10, salience: 1, ["a-b"]).WasJudged("x", until: 20, salience: 3, ["a-b"]).Board();

        Assert.Equal([1, 3, 5], new[] { 9, 19, 20 }.Select(day => board.AsOf(RecordBuilder.Day(day)).Issue("x")!.Issue.Salience));
    }

    [Fact]
    public void Between_PairTakenOutFromADay_IsWeightEffectAlone()
    {
        // Five issues over a-b. Three agreed, one unknown, and "odd": disputed over a-b, agreed over c-d, which is not required.
        // Judged over a-b on day 1: 3 of 5. From day 10 on "odd" no longer applies to a-b and is judged over c-d: 4 of 5.
        // No level moved and no issue came or went: 4/5 − 3/5 = +20 points, all of it weight effect.
        var builder = new RecordBuilder().Dyad("a-b").Dyad("c-d", required: false);
        foreach (var key in new[] { "one", "two", "three" })
        {
            builder.Issue(key, dyads: ["a-b"]).Status(key, Level.AgreedInPrinciple);
        }

        builder.Issue("open", dyads: ["a-b"]).Issue("odd", dyads: ["c-d"]).WasJudged("odd", until: 10, salience: 3, ["a-b", "c-d"])
            .Status("odd", Level.Disputed).Status("odd", Level.AgreedInPrinciple, dyad: "c-d");
        var (from, to) = (builder.AsOf(9), builder.AsOf(10));

        var comparison = BoardComparison.Between(from.Shares, to.Shares, rejudged: to.JudgedAs(from.Date).Shares);

        Assert.Equal((new Ratio(3, 5), new Ratio(4, 5)), (comparison.From.Value, comparison.To.Value));
        Assert.Equal((Ratio.Zero, Ratio.Zero, new Ratio(1, 5)), (comparison.StatusEffect, comparison.ScopeEffect, comparison.WeightEffect));
        Assert.Equal(["odd"], comparison.Rejudged.Select(c => c.Issue.Key));
        Assert.Empty(comparison.Gained);

        // Judged as on day 9 throughout, nothing moved: it is 3 of 5 on both days.
        var asBefore = to.JudgedAs(from.Date).AgreedBetween(from.Date, to.Date);
        Assert.Equal((new Ratio(3, 5), new Ratio(3, 5), Ratio.Zero), (asBefore.From.Value, asBefore.To.Value, asBefore.WeightEffect));
    }

    [Fact]
    public void Between_DyadNoLongerRequired_IsWeightEffect()
    {
        // Two required dyads until day 10: x is agreed over a-b and disputed over c-d, so it is not agreed. From day 10 on c-d is
        // not required, and x is judged over a-b alone: 0 of 1, then 1 of 1.
        var builder = new RecordBuilder().Dyad("a-b").Dyad("c-d", required: false).WasRequired("c-d", until: 10, required: true)
            .Issue("x").Status("x", Level.AgreedInPrinciple).Status("x", Level.Disputed, dyad: "c-d");
        var (from, to) = (builder.AsOf(9), builder.AsOf(10));

        var comparison = BoardComparison.Between(from.Shares, to.Shares, rejudged: to.JudgedAs(from.Date).Shares);

        Assert.Equal((Ratio.Zero, Ratio.One), (comparison.StatusEffect, comparison.WeightEffect));
    }

    [Fact]
    public void Between_WeightRaisedFromADay_MovesTheWeightedShareAlone()
    {
        // Four issues of weight 1, one agreed: 1/4. From day 10 on the agreed one weighs 4: 4/7. The agreed share stays 1 of 4.
        // 4/7 − 1/4 = 9/28, all of it weight effect.
        var builder = new RecordBuilder().Issues(3, Level.Disputed, salience: 1).Issue("x", salience: 4).Status("x", Level.TextAgreed)
            .WasJudged("x", until: 10, salience: 1, ["a-b"]);
        builder.Dyad("a-b");
        var (from, to) = (builder.AsOf(9), builder.AsOf(10));

        var weighted = WeightedComparison.Between(from.Shares, to.Shares, to.JudgedAs(from.Date).Shares);

        Assert.Equal((new Ratio(1, 4), new Ratio(4, 7)), (weighted.From, weighted.To));
        Assert.Equal((Ratio.Zero, Ratio.Zero, new Ratio(9, 28)), (weighted.StatusEffect, weighted.ScopeEffect, weighted.WeightEffect));
        Assert.Equal(Ratio.Zero, BoardComparison.Between(from.Shares, to.Shares, rejudged: to.JudgedAs(from.Date).Shares).Change);
    }

    [Fact]
    public void Resolve_LaterTheSameDay_TheLaterStandsAndNothingIsContested()
    {
        var board = new RecordBuilder().Issue("x").Status("x", Level.AgreedInPrinciple).Status("x", Level.TextAgreed, orderInDay: 1).AsOf(1);

        Assert.Equal((Level.TextAgreed, false), (board.Issue("x")!.Level, board.Issue("x")!.Contested));
    }

    [Fact]
    public void Resolve_LaterTheSameDayButLower_TheLaterStands()
    {
        var board = new RecordBuilder().Issue("x").Status("x", Level.TextAgreed).Status("x", Level.Narrowing, orderInDay: 1).AsOf(1);

        Assert.Equal((Level.Narrowing, false), (board.Issue("x")!.Level, board.Issue("x")!.Contested));
    }

    [Fact]
    public void Resolve_TwoOfTheSameDayUnsaid_TheLowerIsShownAndContested()
    {
        var board = new RecordBuilder().Issue("x").Status("x", Level.TextAgreed).Status("x", Level.Narrowing).AsOf(1);

        Assert.Equal((Level.Narrowing, true), (board.Issue("x")!.Level, board.Issue("x")!.Contested));
    }

    [Fact]
    public void Resolve_TheLaterRetracted_TheEarlierStandsAgain()
    {
        var board = new RecordBuilder().Issue("x").Status("x", Level.TextAgreed).Status("x", Level.Narrowing, orderInDay: 1)
            .Retract("event-2", recorded: 2).AsOf(2);

        Assert.Equal(Level.TextAgreed, board.Issue("x")!.Level);
    }

    [Fact]
    public void Shares_IssueThatAppliesToNoPair_IsNotCounted()
    {
        // Of two issues one is agreed and the other applies to none of its pairs: 1 of 1, and its band is no wider.
        var board = new RecordBuilder().Issue("x").Issue("y").Status("x", Level.AgreedInPrinciple).Status("y", Level.NotApplicable).AsOf(1);

        Assert.Equal(new Share(1, 0, 1), board.Shares.Agreed);
        Assert.Equal(["x", "y"], board.Issues.Select(i => i.Issue.Key));
    }

    [Fact]
    public void Of_ClaimAboutAPairToWhichNothingApplies_SaysSo()
    {
        var builder = new RecordBuilder().Issue("x").Status("x", Level.NotApplicable).Claim(90, "a-b");

        Assert.Equal(NotComparableReason.NothingApplies, ClaimComparison.Of(builder.Build().Claims[0], builder.AsOf(1)).Reason);
    }
}
