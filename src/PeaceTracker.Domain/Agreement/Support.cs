using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Domain.Agreement;

/// <summary>On whose word levels and shares rest.</summary>
public static class Support
{
    /// <summary>
    /// The publishers that the status events behind a level name: those of the step in force, at the level shown. Empty where the level is
    /// unknown, also where a source says so: nothing rests on it.
    /// </summary>
    public static IReadOnlySet<string> PublishersOf(DyadStanding standing, Board board) =>
        Behind(standing).Select(c => board.Sources[c.SourceKey].Publisher).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// The same of a level over the board: of the judged dyads that give it; of all judged dyads where it is agreed in principle or better,
    /// because then each of them is needed. Empty where the level is unknown.
    /// </summary>
    public static IReadOnlySet<string> PublishersOf(IssueStanding standing, Board board) =>
        standing.Judged.Where(d => d.Level == standing.Level || standing.Level.IsAgreed()).SelectMany(d => PublishersOf(d, board))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// The shares of the whole board as they would be if what rests on one source alone were not recorded: status events that cite no other one
    /// are left out, and the steps before them are in force again. The agenda, and so the number of issues, stays.
    /// </summary>
    public static ScopeShares Without(BoardSnapshot at, string sourceKey) =>
        ScopeShares.Over(at.Issues.Select(issue => Without(issue, sourceKey)).Where(issue => issue.Applies));

    private static IssueStanding Without(IssueStanding issue, string sourceKey) =>
        !issue.Dyads.SelectMany(d => d.Path).SelectMany(step => step.Events).Any(e => RestsOn(e, sourceKey))
            ? issue
            : new IssueStanding(
                issue.Issue, issue.Number, [.. issue.Dyads.Select(d => new DyadStanding(d.Issue, d.Dyad, [.. Left(d.Path, sourceKey)]))],
                issue.Positions);

    private static IEnumerable<LevelStep> Left(IEnumerable<LevelStep> path, string sourceKey) =>
        from step in path
        let events = step.Events.Where(e => !RestsOn(e, sourceKey)).ToList()
        where events.Count > 0
        select events.Count == step.Events.Count ? step : LevelStep.Resolve(events);

    private static bool RestsOn(StatusEvent status, string sourceKey) =>
        status.Citations.Count > 0 && status.Citations.All(c => c.SourceKey == sourceKey);

    private static IEnumerable<Citation> Behind(DyadStanding standing) =>
        standing.Level == Level.Unknown ? [] : standing.Step?.Events.Where(e => e.Level == standing.Level).SelectMany(e => e.Citations) ?? [];
}
