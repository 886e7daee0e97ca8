using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

public class ClaimComparisonTests
{
    [Fact]
    public void Of_ListAndAgendaPublished_Comparable()
    {
        var comparison = Compare(Five(published: true).Claim(90, listPublished: true));

        Assert.Equal((Comparability.Comparable, NotComparableReason.None), (comparison.Comparability, comparison.Reason));
        Assert.Equal(new Ratio(9, 10) - new Ratio(2, 5), comparison.Gap);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Of_OneOfTheListsNotPublished_Indicative(bool agendaPublished, bool listPublished)
    {
        var comparison = Compare(Five(agendaPublished).Claim(90, listPublished: listPublished));

        Assert.Equal(Comparability.Indicative, comparison.Comparability);
        Assert.NotNull(comparison.Gap);
    }

    [Fact]
    public void Of_NoFigure_NotComparable() => AssertNotComparable(NotComparableReason.NoFigure, Five().Claim(null, listPublished: true));

    [Fact]
    public void Of_WordsWithoutThreshold_NotComparable()
    {
        var comparison = AssertNotComparable(NotComparableReason.NoThreshold, Five().Claim(90, threshold: ClaimThreshold.None));

        Assert.Null(comparison.Threshold);
        Assert.Null(comparison.Computed);
    }

    [Fact]
    public void Of_OtherParties_NotComparable()
    {
        var comparison = AssertNotComparable(NotComparableReason.OtherScope, Five().Claim(90, scope: ClaimScope.Other));

        Assert.Null(comparison.Scope);
        Assert.Null(comparison.ImpliedOpen);
    }

    [Fact]
    public void Of_DyadThatIsNotTracked_NotComparable() => AssertNotComparable(NotComparableReason.OtherScope, Five().Claim(90, dyad: "c-d"));

    [Fact]
    public void Of_NoIssueInScope_NotComparable() => AssertNotComparable(NotComparableReason.NoIssues, new RecordBuilder().Claim(90));

    [Fact]
    public void Of_FewerThanFiveIssues_CountsWithoutGap()
    {
        var comparison = AssertNotComparable(NotComparableReason.TooFewIssues, new RecordBuilder().Issues(4, Level.Disputed).Claim(90));

        Assert.Equal("0 of 4", comparison.Computed.ToString());
        Assert.Equal(0.4m, comparison.ImpliedOpen);
    }

    [Theory]
    [InlineData(ClaimThreshold.Narrowed, 3)]
    [InlineData(ClaimThreshold.Agreed, 2)]
    [InlineData(ClaimThreshold.Text, 1)]
    public void Of_ThresholdWord_ComparesItsOwnShare(ClaimThreshold threshold, int met) =>
        Assert.Equal(met, Compare(Five().Claim(90, threshold: threshold)).Computed!.Value.Met);

    [Fact]
    public void Of_AboutADyad_ComparesThatDyadOnRecord()
    {
        var record = new RecordBuilder().Dyad("a-b").Dyad("a-c");
        for (var i = 1; i <= 5; i++)
        {
            record.Issue($"x{i}")
                .Status($"x{i}", Level.Disputed)
                .Status($"x{i}", Level.AgreedInPrinciple, dyad: "a-c", basis: i == 1 ? Basis.Claimed : Basis.OnRecord);
        }

        Assert.Equal("4 of 5 (80%)", Compare(record.Claim(90, dyad: "a-c")).Computed.ToString());
    }

    [Fact]
    public void Gap_BoardAheadOfTheClaim_IsNegative() => Assert.Equal(new Ratio(-3, 20), Compare(Five().Claim(25)).Gap); // 25% − 40%

    [Theory]
    [InlineData(90, 0, null)]
    [InlineData(90, 2, "20")] // two left open of which 10% would be
    [InlineData(95, 1, "20")]
    [InlineData(100, 2, null)] // nothing is left
    [InlineData(0, 3, "3")]
    public void ImpliedTotal_NamedOpenIssues_AreWhatTheFigureLeaves(int figure, int named, string? expected)
    {
        var comparison = Compare(Five().Claim(figure, namedOpen: [.. Enumerable.Range(1, named).Select(i => $"issue-{i}")]));

        Assert.Equal(expected, comparison.ImpliedTotal?.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Five issues: one text agreed, one agreed in principle, one narrowing, one disputed, one unknown.</summary>
    private static RecordBuilder Five(bool published = false) => new RecordBuilder()
        .Issues(1, Level.TextAgreed).Issues(1, Level.AgreedInPrinciple).Issues(1, Level.Narrowing).Issues(1, Level.Disputed).Issues(1, null)
        .Agenda(1, [.. Enumerable.Range(1, 5).Select(i => $"issue-{i}")], published);

    private static ClaimComparison Compare(RecordBuilder record)
    {
        var board = record.AsOf(1);
        return ClaimComparison.Of(board.Claims.Single(), board);
    }

    private static ClaimComparison AssertNotComparable(NotComparableReason reason, RecordBuilder record)
    {
        var comparison = Compare(record);
        Assert.Equal((Comparability.NotComparable, reason), (comparison.Comparability, comparison.Reason));
        Assert.Null(comparison.Gap);
        return comparison;
    }
}
