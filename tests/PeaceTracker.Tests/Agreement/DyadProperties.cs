using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

/// <summary>What holds of the dyads of every board, against the naive reading of the method.</summary>
public class DyadProperties
{
    private static readonly Level[] Agreed = [Level.AgreedInPrinciple, Level.TextAgreed, Level.Concluded];

    // From nearest to farthest, as the method page has it.
    private static readonly Level[] NearestFirst = [Level.Narrowing, Level.Disputed, Level.NotDiscussed, Level.Deferred, Level.Unknown];

    [BoardProperty]
    public void History_AnyDay_SharesAndLowestAsTheNaiveReadingOfThatDay(BoardPlan plan, int other)
    {
        var (record, history) = (plan.Record(), plan.Snapshot().DyadHistory);
        foreach (var number in new[] { plan.AsOf, Math.Abs(other % (plan.AsOf + 1)) })
        {
            var day = RecordBuilder.Day(number);
            var naive = new NaiveBoard(record, day, plan.Known);
            foreach (var path in history.Paths)
            {
                var (met, unknown, total) = naive.SharedBy(path.Dyad.Key);
                Assert.Equal(new Share(met, unknown, total), path.On(day)?.Agreed ?? default);
            }

            Assert.Equal(naive.Lowest, history.Spans.LastOrDefault(s => s.From.On <= day)?.Lowest.Keys ?? []);
        }
    }

    [BoardProperty]
    public void History_AnyBoard_EndsInWhatTheBoardShowsAndHasNoGaps(BoardPlan plan)
    {
        var board = plan.Snapshot();
        var spans = board.DyadHistory.Spans;

        Assert.Equal(board.LowestDyads, spans.Count == 0 ? new LowestDyads([], 0) : spans[^1].Lowest);
        Assert.Equal(spans.Skip(1).Select(s => (DateOnly?)s.From.On), spans.SkipLast(1).Select(s => s.Until));
        Assert.Null(spans is [.., var last] ? last.Until : null); // whatever came after the board's date
        Assert.Equal(board.Dyads.Select(d => d.Dyad), board.DyadHistory.Paths.Select(p => p.Dyad));
        Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.NotEqual(pair.First.Lowest, pair.Second.Lowest));
        Assert.All(spans, s => Assert.True(s.Days(board.Date) >= (s.Until is null ? 0 : 1)));
        Assert.All(
            board.Dyads.Where(d => d.Shares.Total > 0),
            d => Assert.Equal(d.Shares.Agreed, board.DyadHistory.PathOf(d.Dyad.Key)!.Periods[^1].Agreed));
    }

    [BoardProperty]
    public void BlockedBy_AnyDyad_WhatIsJudgedOverItAndNotAgreedOnRecord(BoardPlan plan)
    {
        var board = plan.Snapshot();
        var naive = new NaiveBoard(plan.Record(), board.Date, plan.Known);
        var remaining = Remaining.Of(board);
        foreach (var dyad in board.Dyads.Select(d => d.Dyad.Key))
        {
            var blocked = BlockedIssue.By(dyad, remaining);
            var expected = naive.Agenda.Where(naive.Counts).Where(issue => naive.Blocking(issue).Contains(dyad)).ToList();

            Assert.Equal(expected.Order(StringComparer.Ordinal), blocked.Select(b => b.Between.Issue.Key).Order(StringComparer.Ordinal));
            Assert.All(blocked, b => Assert.Equal(naive.Blocking(b.Between.Issue.Key).Count == 1, b.Alone));
            Assert.All(blocked, b => Assert.Equal(naive.Blocking(b.Between.Issue.Key).Count - 1, b.WithOthers.Count()));
            Assert.Equal(blocked.OrderByDescending(b => b.Alone), blocked);
        }
    }

    [BoardProperty]
    public void WhatItTakes_AnyDyadAndShare_FewestIssuesNearestFirst(BoardPlan plan, int chosen)
    {
        var board = plan.Snapshot();
        var naive = new NaiveBoard(plan.Record(), board.Date, plan.Known);
        var percent = 1 + Math.Abs(chosen % 100);
        foreach (var dyad in board.Dyads.Select(d => d.Dyad.Key))
        {
            var (met, _, total) = naive.SharedBy(dyad);
            var takes = WhatItTakes.Of(board, dyad, new Ratio(percent, 100));
            Assert.Equal(total == 0, takes is null);
            if (takes is null)
            {
                continue;
            }

            Assert.Equal(Enumerable.Range(0, total + 1).First(n => n * 100 >= percent * total), takes.Needed);
            Assert.Equal(Math.Max(0, takes.Needed - met), takes.Missing);
            Assert.Equal(total - met, takes.Steps.Count);
            Assert.Equal(Enumerable.Range(met + 1, total - met), takes.Steps.Select(s => s.After.Met));
            Assert.All(takes.Steps, s => Assert.Equal(total, s.After.Total));
            if (takes.Missing > 0)
            {
                Assert.True(takes.Steps[takes.Missing - 1].After.Value >= takes.Target);
            }

            // One-sided at agreed or better first: no level of the list, -1.
            var distances = takes.Steps.Select(s => Array.IndexOf(NearestFirst, naive.Between(s.Issue.Issue.Key, dyad).Level)).ToList();
            Assert.Equal(distances.Order(), distances);
            Assert.All(takes.Steps, s => Assert.Equal(Agreed.Contains(naive.Between(s.Issue.Issue.Key, dyad).Level), s.Levels == 0));
        }
    }
}
