using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Domain.Agreement;

/// <summary>The last change of a level: since when a level holds, and which one it took the place of.</summary>
/// <param name="From">The level before; unknown where nothing was recorded before.</param>
/// <param name="To">The level that holds.</param>
/// <param name="Since">The date from which it holds without a break.</param>
public sealed record LevelMove(Level From, Level To, DateAsKnown Since)
{
    /// <summary>Whether the level rose (1) or fell (−1) in the order of levels; 0 where one of the two stands outside the order.</summary>
    public int Direction => (From.Rank(), To.Rank()) is ({ } from, { } to) ? Math.Sign(to - from) : 0;

    /// <summary>The last change between a dyad; null where nothing is recorded, or only that nothing is known.</summary>
    public static LevelMove? Of(DyadStanding standing) =>
        Last([.. standing.Path.Select(step => (step.When, step.Level))]);

    /// <summary>
    /// The last change over the board, of the level that the dyads over which the issue is judged on the date of the board give together. Null
    /// where none of them has a step, or their level was unknown all along.
    /// </summary>
    public static LevelMove? Of(IssueStanding standing) => Last(
    [
        .. standing.Judged.SelectMany(d => d.Path).Select(step => step.When).DistinctBy(when => when.On).OrderBy(when => when.On)
            .Select(when => (when, IssueStanding.Weakest([.. standing.Judged.Select(d => LevelOn(d, when.On))]))),
    ]);

    private static LevelMove? Last(IReadOnlyList<(DateAsKnown When, Level Level)> path)
    {
        LevelMove? move = null;
        var before = Level.Unknown;
        foreach (var (when, level) in path)
        {
            move = level == before ? move : new LevelMove(before, level, when);
            before = level;
        }

        return move;
    }

    // A dyad to which the issue did not apply yet says nothing of the levels before.
    private static Level LevelOn(DyadStanding standing, DateOnly date) =>
        standing.Path.LastOrDefault(step => step.Date <= date)?.Level is { } level and not Level.NotApplicable ? level : Level.Unknown;
}
