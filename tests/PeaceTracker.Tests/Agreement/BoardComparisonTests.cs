using System.Globalization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

public class BoardComparisonTests
{
    [Fact]
    public void Between_StatusAndScopeMove_EffectsAddUp()
    {
        // Ten issues, 4 agreed: 40%. Later one more is agreed (status: of the 8 common ones 3 → 4 are agreed, 37.5 → 50),
        // two are dropped (one of them agreed), and four agreed ones come: 8 of 12, 66.7%.
        // Status effect +12.5; change +26.7 (26.666…); scope effect the rest, +14.2 (14.1666…).
        string[] common = [.. Enumerable.Range(1, 8).Select(i => $"issue-{i}")];
        var comparison = Compare(new RecordBuilder()
            .Issues(3, Level.AgreedInPrinciple).Issues(5, Level.Disputed).Status("issue-4", Level.AgreedInPrinciple, on: 5)
            .Issue("gone-1").Status("gone-1", Level.TextAgreed).Issue("gone-2")
            .Issue("new-1").Issue("new-2").Issue("new-3").Issue("new-4")
            .Status("new-1", Level.Concluded).Status("new-2", Level.Concluded).Status("new-3", Level.Concluded).Status("new-4", Level.Concluded)
            .Agenda(1, [.. common, "gone-1", "gone-2"])
            .Agenda(9, [.. common, "new-1", "new-2", "new-3", "new-4"]));

        Assert.Equal("4 of 10 (40%)", comparison.From.ToString());
        Assert.Equal("8 of 12 (66.7%)", comparison.To.ToString());
        Assert.Equal(new Ratio(1, 8), comparison.StatusEffect);
        Assert.Equal("+14.2", PercentText.SignedPoints(comparison.ScopeEffect!.Value, CultureInfo.InvariantCulture));
        Assert.Equal(comparison.Change, comparison.StatusEffect + comparison.ScopeEffect);
        Assert.Equal(("3 of 8 (37.5%)", "4 of 8 (50%)"), (comparison.CommonFrom.ToString(), comparison.CommonTo.ToString()));
        Assert.Equal(["issue-4"], comparison.Moved.Select(m => m.Issue.Key));
        Assert.Equal(["issue-4"], comparison.Gained.Select(m => m.Issue.Key));
        Assert.Empty(comparison.Lost);
        Assert.Equal(["gone-1"], comparison.RemovedMet.Select(s => s.Issue.Key));
        Assert.Equal(["new-1", "new-2", "new-3", "new-4"], comparison.AddedMet.Select(s => s.Issue.Key));
        Assert.Equal(["new-1", "new-2", "new-3", "new-4"], comparison.Added.Select(s => s.Issue.Key));
        Assert.Equal(["gone-1", "gone-2"], comparison.Removed.Select(s => s.Issue.Key));
    }

    [Fact]
    public void Between_AgreedIssueReopened_IsLostAndAnOpenOneDroppedIsNotCounted()
    {
        var comparison = Compare(new RecordBuilder().Issue("x").Status("x", Level.TextAgreed).Status("x", Level.Narrowing, on: 5)
            .Issue("y").Agenda(1, ["x", "y"]).Agenda(9, ["x"]));

        Assert.Equal("x", Assert.Single(comparison.Lost).Issue.Key);
        Assert.Empty(comparison.Gained);
        Assert.Equal("y", Assert.Single(comparison.Removed).Issue.Key);
        Assert.Empty(comparison.RemovedMet);
    }

    [Fact]
    public void Between_OtherIssuesAltogether_AllScopeEffect()
    {
        var comparison = Compare(new RecordBuilder().Issue("x").Issue("y").Status("y", Level.TextAgreed).Agenda(1, ["x"]).Agenda(9, ["y"]));

        Assert.Equal((Ratio.One, Ratio.Zero, Ratio.One), (comparison.Change!.Value, comparison.StatusEffect!.Value, comparison.ScopeEffect!.Value));
    }

    [Fact]
    public void Between_NoIssuesOnTheFirstDate_NoChangeIsGiven()
    {
        var comparison = Compare(new RecordBuilder().Issue("x").Status("x", Level.TextAgreed).Agenda(9, ["x"]));

        Assert.Null(comparison.Change);
        Assert.Null(comparison.StatusEffect);
        Assert.Null(comparison.ScopeEffect);
        Assert.Single(comparison.Added);
    }

    [Fact]
    public void Between_ClaimConfirmed_MovesOnRecordAndNotWithClaimed()
    {
        var record = new RecordBuilder().Issue("x").Status("x", Level.TextAgreed, basis: Basis.Claimed).Status("x", Level.TextAgreed, on: 5);

        Assert.Equal(Ratio.One, Compare(record).StatusEffect);
        Assert.Equal("x", Assert.Single(Compare(record).Gained).Issue.Key);
        Assert.Single(Compare(record).Moved);
        Assert.Equal(Ratio.Zero, Compare(record, ShareBasis.WithClaimed).StatusEffect);
        Assert.Empty(Compare(record, ShareBasis.WithClaimed).Gained);
    }

    [Fact]
    public void Between_DyadToWhichAnIssueNoLongerApplies_IsScope()
    {
        var board = new RecordBuilder().Issue("x").Issue("y").Status("x", Level.TextAgreed).Status("y", Level.NotApplicable, on: 5).Board();

        var comparison = BoardComparison.Between(
            board.AsOf(RecordBuilder.Day(1)).Dyad(RecordBuilder.DefaultDyad)!.Shares,
            board.AsOf(RecordBuilder.Day(9)).Dyad(RecordBuilder.DefaultDyad)!.Shares);

        Assert.Equal((new Ratio(1, 2), Ratio.Zero), (comparison.ScopeEffect!.Value, comparison.StatusEffect!.Value));
        Assert.Equal(["y"], comparison.Removed.Select(s => s.Issue.Key));
    }

    [Theory]
    [InlineData(Level.Disputed, Level.TextAgreed, 1)]
    [InlineData(Level.TextAgreed, Level.Disputed, -1)]
    [InlineData(Level.Unknown, Level.Disputed, 0)]
    [InlineData(Level.TextAgreed, Level.Deferred, 0)]
    public void Direction_MovedIssue_ByTheOrderOfLevels(Level from, Level to, int expected) =>
        Assert.Equal(expected, Compare(new RecordBuilder().Issue("x").Status("x", from).Status("x", to, on: 5)).Moved.Single().Direction);

    /// <summary>Day 1 and day 9.</summary>
    private static BoardComparison Compare(RecordBuilder record, ShareBasis basis = ShareBasis.OnRecord)
    {
        var board = record.Board();
        return BoardComparison.Between(board.AsOf(RecordBuilder.Day(1)).Shares, board.AsOf(RecordBuilder.Day(9)).Shares, basis: basis);
    }
}
