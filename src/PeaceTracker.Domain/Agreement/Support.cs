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
    /// The issues that would stand otherwise over the board, or be counted otherwise, if what rests on one source alone were not recorded: each as
    /// it stands, and as it would.
    /// </summary>
    public static IReadOnlyList<(IssueStanding With, IssueStanding Without)> RestingOn(BoardSnapshot at, string sourceKey) =>
        RestingOn(at.Issues, sourceKey);

    /// <summary>
    /// The sources without which issues would stand or be counted otherwise over the board, each with how many of them, and with the agreed share of
    /// the whole board without it.
    /// </summary>
    public static IReadOnlyDictionary<string, (int Issues, Share Agreed)> Alone(BoardSnapshot at) =>
        at.Issues.SelectMany(
                // A step before the newest can be left out without any level being another.
                issue => issue.Dyads.SelectMany(d => d.Step?.Events ?? []).Select(OnlySource).OfType<string>().Distinct(),
                (issue, source) => (issue, source))
            .GroupBy(x => x.source, x => x.issue, StringComparer.Ordinal)
            .Select(carried => (carried.Key, Issues: RestingOn(carried, carried.Key)))
            .Where(source => source.Issues.Count > 0)
            .ToDictionary(source => source.Key, source => (source.Issues.Count, After(at.Shares.Agreed, source.Issues)), StringComparer.Ordinal);

    private static List<(IssueStanding With, IssueStanding Without)> RestingOn(IEnumerable<IssueStanding> issues, string sourceKey) =>
    [
        .. issues.Select(issue => (With: issue, Without: Without(issue, sourceKey)))
            .Where(x => x.With.Level != x.Without.Level || x.With.Basis != x.Without.Basis || x.With.Applies != x.Without.Applies
                || x.With.Judge(Threshold.Agreed) != x.Without.Judge(Threshold.Agreed)),
    ];

    /// <summary>
    /// The agreed share of the whole board as it would be if some of its issues stood otherwise: what is counted of them is taken out of
    /// <paramref name="agreed"/>, and counted anew.
    /// </summary>
    public static Share After(Share agreed, IReadOnlyCollection<(IssueStanding With, IssueStanding Without)> changed)
    {
        var (before, after) = (Count(changed.Select(c => c.With)), Count(changed.Select(c => c.Without)));
        return new(agreed.Met - before.Met + after.Met, agreed.Unknown - before.Unknown + after.Unknown, agreed.Total - before.Total + after.Total);

        static Share Count(IEnumerable<IssueStanding> issues) =>
            ScopeShares.Count([.. issues.Where(issue => issue.Applies)], Threshold.Agreed, ShareBasis.OnRecord);
    }

    /// <summary>
    /// An issue as it would stand if what rests on one source alone were not recorded: status events that cite no other one are left out, and the
    /// steps before them are in force again.
    /// </summary>
    internal static IssueStanding Without(IssueStanding issue, string sourceKey) =>
        !issue.Dyads.SelectMany(d => d.Path).SelectMany(step => step.Events).Any(e => RestsOn(e, sourceKey))
            ? issue
            : new IssueStanding(
                issue.Issue, issue.Number,
                [
                    .. issue.Dyads.Select(d => d.Path.SelectMany(step => step.Events).Any(e => RestsOn(e, sourceKey))
                        ? new DyadStanding(d.Issue, d.Dyad, [.. Left(d.Path, sourceKey)]) : d),
                ],
                issue.Positions);

    private static IEnumerable<LevelStep> Left(IEnumerable<LevelStep> path, string sourceKey) =>
        from step in path
        let events = step.Events.Where(e => !RestsOn(e, sourceKey)).ToList()
        where events.Count > 0
        select events.Count == step.Events.Count ? step : LevelStep.Resolve(events);

    private static bool RestsOn(StatusEvent status, string sourceKey) => OnlySource(status) == sourceKey;

    // The one source that it cites; null where it cites none or several.
    private static string? OnlySource(StatusEvent status) =>
        status.Citations.Count > 0 && status.Citations.All(c => c.SourceKey == status.Citations[0].SourceKey) ? status.Citations[0].SourceKey : null;

    private static IEnumerable<Citation> Behind(DyadStanding standing) =>
        standing.Level == Level.Unknown ? [] : standing.Step?.Events.Where(e => e.Level == standing.Level).SelectMany(e => e.Citations) ?? [];
}
