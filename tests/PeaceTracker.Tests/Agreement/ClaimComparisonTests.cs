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
        var comparison = Compare(Five(published: true).Claim(90, listPublished: true, points: 5));

        Assert.Equal((Comparability.Comparable, NotComparableReason.None), (comparison.Comparability, comparison.Reason));
        Assert.Equal(new Ratio(9, 10) - new Ratio(2, 5), comparison.Gap);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Of_OneOfTheListsNotPublished_Indicative(bool agendaPublished, bool listPublished)
    {
        var comparison = Compare(Five(agendaPublished).Claim(90, listPublished: listPublished, points: 5));

        Assert.Equal((Comparability.Indicative, IndicativeReason.OtherList), (comparison.Comparability, comparison.Indicative));
        Assert.NotNull(comparison.Gap);
    }

    // A list of 20, of which the board has another number.
    [Theory]
    [InlineData(20, IndicativeReason.OtherNumber)]
    [InlineData(null, IndicativeReason.NumberNotSaid)]
    public void Of_NumberOfPointsNotTheBoards_Indicative(int? points, IndicativeReason reason)
    {
        var comparison = Compare(Five(published: true).Claim(90, listPublished: true, points: points));

        Assert.Equal((Comparability.Indicative, reason, 5), (comparison.Comparability, comparison.Indicative, comparison.Points));
        Assert.Equal(new Ratio(1, 2), comparison.Gap); // 90% − 2 of 5
    }

    // A list of 20 of which the board names five: 20 is its number, but the share is over the five, so the strongest grade would promise too much.
    [Theory]
    [InlineData(20, IndicativeReason.NotAllNamed)]
    [InlineData(5, IndicativeReason.OtherNumber)]
    public void Of_AgendaOfMorePointsThanItNames_CountsThemAll(int points, IndicativeReason reason)
    {
        var record = Five(published: true).Claim(90, listPublished: true, points: points).Build();
        record = record with { AgendaVersions = [.. record.AgendaVersions.Select(agenda => agenda with { Points = 20 })] };
        var board = new Board(record, 1).AsOf(RecordBuilder.Day(1));

        var comparison = ClaimComparison.Of(board.Claims.Single(), board);

        Assert.Equal((20, reason), (comparison.Points, comparison.Indicative));
    }

    [Fact]
    public void Of_PointsOfPoints_IsTheirRatio()
    {
        var comparison = Compare(Five().Claim(null, agreed: 25, points: 28));

        Assert.Equal(new Ratio(25, 28), comparison.Claimed!.Value.Low);
        Assert.Equal(new Ratio(25, 28) - new Ratio(2, 5), comparison.Gap);
        Assert.Equal((3m, 3m), comparison.ImpliedOpen); // 28 − 25
    }

    [Fact]
    public void Of_Range_HasAGapAndAnOpenNumberAtEachEnd()
    {
        var comparison = Compare(Five().Claim(90, to: 95, points: 20));

        Assert.Equal((new Ratio(50, 100), new Ratio(55, 100)), (comparison.Gap, comparison.GapTo)); // 90 − 40, 95 − 40
        Assert.Equal((1m, 2m), comparison.ImpliedOpen); // 5% and 10% of 20
    }

    // One issue and one document are no share of a board, however the words sound; they never get a gap.
    [Fact]
    public void Of_OneIssueOrOneDocument_NotComparable()
    {
        Assert.Null(AssertNotComparable(NotComparableReason.OneIssue, Five().Claim(95, issues: ["issue-1"], points: 5)).Computed);
        Assert.Null(AssertNotComparable(NotComparableReason.OneDocument, Five().Claim(100, draft: "text")).Computed);
    }

    // Issues 1 and 2 are agreed or better, 3 and 4 are not, 5 is unknown: of 1, 2 and 4 two are met. Three are too few for a percentage.
    [Fact]
    public void Of_SomeIssues_IsComparedWithTheseAlone()
    {
        Assert.Equal("2 of 3", AssertNotComparable(NotComparableReason.TooFewIssues, Five().Claim(90, issues: ["issue-1", "issue-2", "issue-4"]))
            .Computed.ToString());

        var all = Compare(Five().Issue("issue-6").Claim(90, issues: ["issue-1", "issue-2", "issue-3", "issue-4", "issue-5"]));

        Assert.Equal("2 of 5 (40%)", all.Computed.ToString());
        Assert.Equal(Comparability.Indicative, all.Comparability);
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
        Assert.Null(comparison.ImpliedOpen); // it does not say of how many
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
