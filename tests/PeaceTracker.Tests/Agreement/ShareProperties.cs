using FsCheck;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

/// <summary>What holds of the figures of every board.</summary>
public class ShareProperties
{
    private static readonly Level[] Text = [Level.TextAgreed, Level.Concluded];
    private static readonly Level[] Agreed = [Level.AgreedInPrinciple, .. Text];
    private static readonly Level[] Moving = [Level.Narrowing, .. Agreed];

    [BoardProperty]
    public void Snapshot_AnyBoard_AgreesWithTheNaiveReading(BoardPlan plan)
    {
        var board = plan.Snapshot();
        var naive = new NaiveBoard(plan.Record(), RecordBuilder.Day(plan.AsOf), plan.Known);

        Assert.Equal(naive.Agenda, board.Issues.Select(i => i.Issue.Key));
        Assert.Equal(
            naive.Live.Where(e => e.OccurredOn <= board.Date).Select(e => e.Key).Order(StringComparer.Ordinal),
            board.StatusEvents.Select(e => e.Key).Order(StringComparer.Ordinal));
        foreach (var issue in board.Issues)
        {
            Assert.Equal(naive.LevelOf(issue.Issue.Key), issue.Level);
            Assert.Equal(naive.Salience(issue.Issue.Key), issue.Issue.Salience);
            Assert.Equal(naive.Dyads(issue.Issue.Key), issue.Dyads.Select(d => d.Dyad.Key));
            Assert.All(issue.Dyads, d => Assert.Equal(naive.Between(issue.Issue.Key, d.Dyad.Key), (d.Level, d.Basis == Basis.Claimed)));
        }

        foreach (var (threshold, enough) in new[] { (Threshold.Moving, Moving), (Threshold.Agreed, Agreed), (Threshold.TextAgreed, Text) })
        {
            foreach (var basis in Enum.GetValues<ShareBasis>())
            {
                var verdicts = naive.Agenda.Where(naive.Counts).Select(key => naive.Verdict(key, enough, basis == ShareBasis.WithClaimed)).ToList();
                var share = board.Shares.Against(threshold, basis);
                Assert.Equal(
                    (verdicts.Count(v => v == "met"), verdicts.Count(v => v == "not met"), verdicts.Count(v => v == "unknown")),
                    (share.Met, share.NotMet, share.Unknown));
            }
        }
    }

    [BoardProperty]
    public void Shares_AnyScope_HigherThresholdNeverHigherShare(BoardPlan plan)
    {
        foreach (var shares in Scopes(plan.Snapshot()))
        {
            foreach (var basis in Enum.GetValues<ShareBasis>())
            {
                var (t, a, m) = (
                    shares.Against(Threshold.TextAgreed, basis), shares.Against(Threshold.Agreed, basis), shares.Against(Threshold.Moving, basis));
                Assert.True(t.Value <= a.Value && a.Value <= m.Value);
                Assert.True(t.High <= a.High && a.High <= m.High);
            }
        }
    }

    [BoardProperty]
    public void Shares_AnyScope_WithinZeroAndOneAndInTheirBand(BoardPlan plan)
    {
        foreach (var shares in Scopes(plan.Snapshot()))
        {
            foreach (var threshold in Enum.GetValues<Threshold>())
            {
                var (onRecord, withClaimed) = (shares.Against(threshold), shares.Against(threshold, ShareBasis.WithClaimed));
                Assert.True(Ratio.Zero <= onRecord.Value && onRecord.Value <= withClaimed.Value);
                Assert.True(withClaimed.Value <= onRecord.High && onRecord.High <= Ratio.One);

                // A word moves an issue between unknown and met, never out of or into what is known not to be met.
                Assert.Equal(onRecord.NotMet, withClaimed.NotMet);
                Assert.Equal(onRecord.High, withClaimed.High);
            }

            Assert.True(Ratio.Zero <= shares.Weighted && shares.Weighted <= Ratio.One);
            Assert.True(Ratio.Zero <= shares.Coverage.Value && shares.Coverage.Value <= Ratio.One);
            Assert.Equal(shares.Total, shares.Levels.Sum(l => l.Count));
        }
    }

    [BoardProperty]
    public void Level_AnyIssue_TellsTheSameAsItsVerdicts(BoardPlan plan)
    {
        foreach (var issue in plan.Snapshot().Issues)
        {
            Assert.Equal(Agreed.Contains(issue.Level), issue.Judge(Threshold.Agreed, ShareBasis.WithClaimed) == Verdict.Met);
            Assert.Equal(Text.Contains(issue.Level), issue.Judge(Threshold.TextAgreed, ShareBasis.WithClaimed) == Verdict.Met);
            Assert.Equal(Agreed.Contains(issue.Level) && issue.Basis == Basis.OnRecord, issue.Judge(Threshold.Agreed) == Verdict.Met);
            Assert.Equal(issue.Level != Level.Unknown && !Agreed.Contains(issue.Level), issue.Judge(Threshold.Agreed) == Verdict.NotMet);
        }
    }

    // What the eye counts before the rule is what the figure says; then comes what one side alone says; and every issue is drawn once.
    [BoardProperty]
    public void Runs_AnyScope_CountedFirstAndAsManyAsTheFigureSays(BoardPlan plan)
    {
        foreach (var shares in Scopes(plan.Snapshot()))
        {
            var runs = LevelRun.Of(shares.Levels);
            Assert.Equal(shares.Agreed.Met, runs.TakeWhile(r => r.Counted).Sum(r => r.Count));
            Assert.Equal(
                shares.Against(Threshold.Agreed, ShareBasis.WithClaimed).Met - shares.Agreed.Met,
                runs.SkipWhile(r => r.Counted).TakeWhile(r => Agreed.Contains(r.Level)).Sum(r => r.Count));
            Assert.Equal(shares.Total, runs.Sum(r => r.Count));
            Assert.All(runs, r => Assert.True(r.Count > 0));
            Assert.DoesNotContain(runs.SkipWhile(r => Agreed.Contains(r.Level)), r => Agreed.Contains(r.Level));
        }
    }

    [BoardProperty]
    public void Weighted_AllOfOneSalience_IsTheAgreedShare(BoardPlan plan)
    {
        var shares = (plan with { Issues = [.. plan.Issues.Select(i => i with { Salience = 4, Earlier = [] })] }).Snapshot().Shares;

        Assert.Equal(shares.Agreed.Value, shares.Weighted);
    }

    [BoardProperty]
    public void Between_AnyTwoDates_StatusScopeAndWeightEffectsAreTheChange(BoardPlan plan, int other)
    {
        var board = plan.Board();
        var from = board.AsOf(RecordBuilder.Day(Math.Abs(other % 25)));
        var to = plan.Snapshot();
        foreach (var threshold in Enum.GetValues<Threshold>())
        {
            var comparison = BoardComparison.Between(from.Shares, to.Shares, threshold, rejudged: to.JudgedAs(from.Date).Shares);
            Assert.Equal(comparison.Change, comparison.StatusEffect + comparison.ScopeEffect + comparison.WeightEffect);
            Assert.True(comparison.Change is null == (from.Shares.Total == 0 || to.Shares.Total == 0));
            if (comparison.Added.Count + comparison.Removed.Count == 0)
            {
                Assert.Equal(comparison.Change is null ? null : Ratio.Zero, comparison.ScopeEffect);
            }

            if (comparison.Moved.Count == 0 && comparison.Rejudged.Count == 0)
            {
                Assert.Equal(comparison.Change is null ? null : Ratio.Zero, comparison.StatusEffect);
            }
        }
    }

    [BoardProperty]
    public void Between_NoPairAndNoRequirementChanged_NoWeightEffect(BoardPlan plan, int other)
    {
        var same = plan with
        {
            Dyads = [.. plan.Dyads.Select(d => d with { Earlier = [] })],
            Issues = [.. plan.Issues.Select(i => i with { Earlier = [.. i.Earlier.Select(e => e with { Dyads = i.Dyads })] })],
        };
        var from = same.Board().AsOf(RecordBuilder.Day(Math.Abs(other % 25)));
        var to = same.Snapshot();
        foreach (var threshold in Enum.GetValues<Threshold>())
        {
            var comparison = BoardComparison.Between(from.Shares, to.Shares, threshold, rejudged: to.JudgedAs(from.Date).Shares);
            Assert.Equal(comparison.Change is null ? null : Ratio.Zero, comparison.WeightEffect);
        }
    }

    [BoardProperty]
    public void Between_AnyTwoDates_WeightedEffectsAreTheChange(BoardPlan plan, int other)
    {
        var from = plan.Board().AsOf(RecordBuilder.Day(Math.Abs(other % 25)));
        var to = plan.Snapshot();
        var comparison = WeightedComparison.Between(from.Shares, to.Shares, to.JudgedAs(from.Date).Shares);

        Assert.Equal(to.Shares.Weighted - from.Shares.Weighted, comparison.Change);
        Assert.Equal(comparison.Change, comparison.StatusEffect + comparison.ScopeEffect + comparison.WeightEffect);
    }

    [BoardProperty]
    public void Remaining_AnyBoard_IsEachIssueNotMetOnce(BoardPlan plan)
    {
        var board = plan.Snapshot();

        Assert.Equal(
            board.Issues.Where(i => i.Applies && i.Judge(Threshold.Agreed) != Verdict.Met).Select(i => i.Number),
            Remaining.Of(board).Select(r => r.Standing.Number).Order());
    }

    [BoardProperty]
    public void History_AnyBoard_GivesTheSharesOfEachDay(BoardPlan plan)
    {
        var board = plan.Board();
        var history = ShareHistory.Of(plan.Snapshot());
        for (var day = 0; day <= plan.AsOf; day++)
        {
            var step = history.Periods.LastOrDefault(s => s.Date <= RecordBuilder.Day(day));
            var shares = board.AsOf(RecordBuilder.Day(day), plan.Known).Shares;
            Assert.Equal(
                (shares.Agreed, shares.TextAgreed, shares.Moving, shares.Against(Threshold.Agreed, ShareBasis.WithClaimed)),
                (step?.Agreed ?? default, step?.TextAgreed ?? default, step?.Moving ?? default, step?.AgreedWithClaimed ?? default));
        }
    }

    [BoardProperty]
    public void Percentages_AnyCounts_SumToAHundredAndEachWithinAPoint(DoNotSize<short>[] drawn)
    {
        var counts = drawn.Select(d => Math.Abs((int)d.Item)).ToList();
        var percentages = Distribution.Percentages(counts);

        Assert.Equal(counts.Sum() == 0 ? 0 : 100, percentages.Sum());
        Assert.All(percentages.Zip(counts), pair =>
            Assert.True(counts.Sum() == 0 || Math.Abs(pair.First - (100m * pair.Second / counts.Sum())) < 1));
    }

    private static IEnumerable<ScopeShares> Scopes(BoardSnapshot board) =>
        board.Dyads.Select(d => d.Shares).Append(board.Shares).Where(s => s.Total > 0);
}
