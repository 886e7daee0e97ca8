using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Testing;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Tests.Agreement;

public class TrendTests
{
    // Where only statuses came between the days, no more than these are looked at; that finds what comparing all issues finds.
    [BoardProperty]
    public void Since_AnyTwoDays_IsTheComparisonOfAllIssuesOfBoth(BoardPlan plan)
    {
        var board = plan.Board();
        foreach (var to in Enumerable.Range(0, BoardPlan.LastDay + 2))
        {
            var at = board.AsOf(Day(to), plan.Known);
            foreach (var from in Enumerable.Range(0, to + 1).Select(Day))
            {
                Assert.Equal(
                    Told(BoardComparison.Between(board.AsOf(from, plan.Known).Shares, at.Shares, rejudged: at.JudgedAs(from).Shares)),
                    Told(Trend.Since(at, from)));
            }
        }
    }

    // The same between one dyad: what rounds are compared by, also those of an earlier day than the board's.
    [BoardProperty]
    public void AgreedBetween_AnyTwoDaysOfADyad_IsTheComparisonOfAllItsIssues(BoardPlan plan)
    {
        var board = plan.Board();
        var last = board.AsOf(Day(BoardPlan.LastDay + 1), plan.Known);
        foreach (var dyad in last.Dyads.Select(d => d.Dyad.Key))
        {
            foreach (var to in Enumerable.Range(0, BoardPlan.LastDay + 2))
            {
                var at = board.AsOf(Day(to), plan.Known);
                foreach (var from in Enumerable.Range(0, to + 1).Select(Day))
                {
                    Assert.Equal(
                        Told(BoardComparison.Between(
                            board.AsOf(from, plan.Known).Dyad(dyad)!.Shares, at.Dyad(dyad)!.Shares,
                            rejudged: at.JudgedAs(from).Dyad(dyad)!.Shares)),
                        Told(last.AgreedBetween(from, Day(to), dyad)));
                }
            }
        }
    }

    private static string Told(BoardComparison c) => string.Join(
        '\n',
        $"{c.From} {c.To} {c.CommonFrom} {c.CommonTo} {c.Change} {c.StatusEffect} {c.WeightEffect} {c.ScopeEffect}",
        $"{Changed(c.Gained)} / {Changed(c.Lost)} / {Changed(c.Moved)} / {Changed(c.Rejudged)}",
        $"{Keys(c.Added)} / {Keys(c.AddedMet)} / {Keys(c.Removed)} / {Keys(c.RemovedMet)}");

    private static string Changed(IEnumerable<StandingChange> changes) =>
        string.Join(' ', changes.Select(c => $"{c.Issue.Key} {c.From.Level} {c.From.Basis} {c.To.Level} {c.To.Basis}"));

    private static string Keys(IEnumerable<IStanding> standings) => string.Join(' ', standings.Select(s => $"{s.Issue.Key} {s.Level}"));

    // By seeds/EXAMPLE.md: 7 of 22 at the end of 2024; on 27 January 2025, three days after the fifth round, the second agenda makes it 7 of 24,
    // and no issue on both agendas comes or goes: 7/24 − 7/22 = −7/264, all of it scope.
    [Fact]
    public async Task Of_NewAgendaSinceTheRound_TheChangeIsScopeAlone()
    {
        var trend = Trend.Of((await ExampleAsync()).AsOf(new DateOnly(2025, 1, 31)));

        Assert.Equal("fifth-round", trend.LastRound!.Key);
        Assert.Equal(new Ratio(-7, 264), trend.SinceRound!.Change);
        Assert.Equal((Ratio.Zero, new Ratio(-7, 264)), (trend.SinceRound.StatusEffect, trend.SinceRound.ScopeEffect));
        Assert.Equal(new Ratio(-7, 264), trend.InDays.Change); // 1 January, 7 of 22, to 31 January
        Assert.Equal(new DateOnly(2025, 1, 27), trend.LastMove!.When.On);
    }

    // 11 of 24 since 3 April 2025, when the sixth round brought four issues at once; it ended on 4 April, and nothing came after it.
    [Fact]
    public async Task Of_NothingAfterTheRound_LastMoveIsWhatTheRoundBrought()
    {
        var trend = Trend.Of((await ExampleAsync()).AsOf(new DateOnly(2025, 6, 1)));

        Assert.Equal(("sixth-round", Ratio.Zero, Ratio.Zero), (trend.LastRound!.Key, trend.SinceRound!.Change, trend.InDays.Change));
        Assert.Equal(new ShareMove(new DateOnly(2025, 4, 3), new Share(7, 0, 24), new Share(11, 1, 24)), trend.LastMove);
        Assert.Equal(new Ratio(1, 6), trend.LastMove!.Change);
    }

    [Fact]
    public void Of_RoundsOfAllKinds_OnlyOneHeldAndOverIsTheLast()
    {
        var record = new RecordBuilder().Issues(2, Level.Disputed).Status("issue-1", Level.Concluded, on: 6).Build() with
        {
            Rounds = [Round("held", 3, RoundState.Held), Round("off", 5, RoundState.CalledOff), Round("unreported", 6, RoundState.Planned),
                Round("going-on", 8, RoundState.Held) with { EndsOn = Day(12) }],
        };
        var board = new Board(record, 1);

        var trend = Trend.Of(board.AsOf(Day(9)));
        Assert.Equal(("held", new Ratio(1, 2)), (trend.LastRound!.Key, trend.SinceRound!.Change));
        Assert.Equal("going-on", Trend.Of(board.AsOf(Day(12))).LastRound!.Key);
        Assert.Null(Trend.Of(board.AsOf(Day(2))).LastRound);
        Assert.Null(Trend.Of(board.AsOf(Day(2))).SinceRound);
    }

    // Thirty days before the tenth day there was no agenda, so there is no share to compare with, and the share never moved.
    [Fact]
    public void Of_BoardYoungerThanThirtyDays_NoChangeToTell()
    {
        var trend = Trend.Of(new RecordBuilder().Issues(3, Level.Concluded).AsOf(10));

        Assert.Null(trend.InDays.Change);
        Assert.Null(trend.LastMove);
    }

    // One that becomes unknown moves the band, and the share stays where it was.
    [Fact]
    public void LastMove_OnlyTheBandMoved_NotAMove()
    {
        var builder = new RecordBuilder().Issues(2, Level.Disputed).Status("issue-1", Level.Concluded, on: 3);

        Assert.Equal(Day(3), Trend.Of(builder.Status("issue-2", Level.Unknown, on: 5).AsOf(9)).LastMove!.When.On);
    }

    private static Round Round(string key, int day, RoundState state) => new()
    {
        Key = key, Title = key, AnnouncedOn = Day(1), StartsOn = Day(day), State = state, RecordedAt = At(1),
    };

    private static async Task<Board> ExampleAsync() =>
        new((await new NegotiationFileReader().ReadAsync(Path.Combine(SeedFiles.Folder, "example.json"), CancellationToken.None)).Record!, 1);
}
