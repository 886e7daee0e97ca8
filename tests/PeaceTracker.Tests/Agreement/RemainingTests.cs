using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

public class RemainingTests
{
    [Fact]
    public void Of_SeveralIssues_RankedByEachRuleInTurn()
    {
        // The agenda is in the reverse of the rank expected, save for the last two, which nothing but the agenda tells apart.
        var record = new RecordBuilder()
            .Issue("unknown-2", salience: 3)
            .Issue("unknown-1", salience: 3)
            .Issue("narrowing", salience: 3).Status("narrowing", Level.Narrowing)
            .Issue("disputed", salience: 3).Status("disputed", Level.Disputed)
            .Issue("weighty", salience: 4)
            .Issue("one-objects", salience: 1).Position("a", "one-objects", Stance.Objects).Position("b", "one-objects", Stance.Accepts)
            .Issue("two-object", salience: 1).Position("a", "two-object", Stance.Objects).Position("b", "two-object", Stance.Rejects)
            .Issue("core", salience: 5)
            .Issue("agreed", salience: 5).Status("agreed", Level.AgreedInPrinciple);

        Assert.Equal(
            ["core", "two-object", "one-objects", "weighty", "disputed", "narrowing", "unknown-2", "unknown-1"],
            Remaining.Of(record.AsOf(1)).Select(r => r.Standing.Issue.Key));
    }

    [Fact]
    public void Of_ClaimedAgreement_Remains() =>
        Assert.Single(Remaining.Of(new RecordBuilder().Issues(1, Level.Concluded, basis: Basis.Claimed).AsOf(1)));

    [Fact]
    public void Objections_PartyThatChangedItsMind_CountsAsItStandsNow()
    {
        var record = new RecordBuilder().Issue("x")
            .Position("a", "x", Stance.Rejects, on: 1, flexibility: Flexibility.RedLine)
            .Position("a", "x", Stance.AcceptsWithConditions, on: 5, flexibility: Flexibility.Firm);

        Assert.Single(Remaining.Of(record.AsOf(4)).Single().Objections);
        Assert.Single(Remaining.Of(record.AsOf(4)).Single().RedLines);
        Assert.Empty(Remaining.Of(record.AsOf(5)).Single().Objections);
        Assert.Empty(Remaining.Of(record.AsOf(5)).Single().RedLines);
    }

    [Fact]
    public void HeldUpBy_SomeDyadsAgreed_NamesTheOthersThatAreJudged()
    {
        var remaining = Remaining.Of(new RecordBuilder().Dyad("a-b").Dyad("a-c").Dyad("b-c").Dyad("a-d", required: false).Issue("x")
            .Status("x", Level.TextAgreed).Status("x", Level.Narrowing, dyad: "b-c").Status("x", Level.Disputed, dyad: "a-d").AsOf(1)).Single();

        Assert.Equal(["a-c", "b-c"], remaining.HeldUpBy.Select(d => d.Dyad.Key));
    }

    [Fact]
    public void WaitsFor_LinkedIssues_ThoseInScopeThatAreNotAgreed()
    {
        var record = new RecordBuilder()
            .Issue("x", dependsOn: ["open", "agreed", "off"]).Issue("open").Issue("agreed").Issue("off")
            .Status("agreed", Level.AgreedInPrinciple).Agenda(1, ["x", "open", "agreed"]);

        var remaining = Remaining.Of(record.AsOf(1));

        Assert.Equal(["open"], remaining.Single(r => r.Standing.Issue.Key == "x").WaitsFor.Select(i => i.Issue.Key));
    }
}
