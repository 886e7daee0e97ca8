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

    /// <summary>How many these are: asked of all issues of a board, with no set for each.</summary>
    public static int CountPublishers(IssueStanding standing, Board board)
    {
        var (first, others) = ((string?)null, (HashSet<string>?)null);
        for (var i = 0; i < standing.Judged.Count; i++)
        {
            var dyad = standing.Judged[i];
            if (dyad.Level == Level.Unknown || dyad.Step is not { } step || (dyad.Level != standing.Level && !standing.Level.IsAgreed()))
            {
                continue;
            }

            for (var e = 0; e < step.Events.Count; e++)
            {
                var citations = step.Events[e].Level == dyad.Level ? step.Events[e].Citations : [];
                for (var c = 0; c < citations.Count; c++)
                {
                    var publisher = board.Sources[citations[c].SourceKey].Publisher;
                    first ??= publisher;
                    if (publisher != first)
                    {
                        (others ??= new(StringComparer.Ordinal)).Add(publisher);
                    }
                }
            }
        }

        return first is null ? 0 : 1 + (others?.Count ?? 0);
    }

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
    internal static IssueStanding Without(IssueStanding issue, string sourceKey)
    {
        DyadStanding[]? dyads = null;
        for (var i = 0; i < issue.Dyads.Count; i++)
        {
            if (Left(issue.Dyads[i], sourceKey) is { } left)
            {
                (dyads ??= [.. issue.Dyads])[i] = left;
            }
        }

        return dyads is null ? issue : new IssueStanding(issue.Issue, issue.Number, dyads, issue.Positions);
    }

    // Null where nothing rests on that source alone: then it is as it was. Of a large board it is asked thirty thousand times.
    private static DyadStanding? Left(DyadStanding standing, string sourceKey)
    {
        List<LevelStep>? left = null;
        for (var i = 0; i < standing.Steps.Length; i++)
        {
            var step = standing.Steps[i];
            var remains = Left(step, sourceKey);
            if (left is null && !ReferenceEquals(remains, step))
            {
                left = [.. standing.Steps[..i]];
            }

            if (remains is not null)
            {
                left?.Add(remains);
            }
        }

        return left is null ? null : new DyadStanding(standing.Issue, standing.Dyad, [.. left]);
    }

    // The same step where none of its events rests on that source alone; null where all of them do.
    private static LevelStep? Left(LevelStep step, string sourceKey)
    {
        if (step.Events is [var only])
        {
            return RestsOn(only, sourceKey) ? null : step;
        }

        var events = step.Events.Where(e => !RestsOn(e, sourceKey)).ToArray();
        return events.Length == 0 ? null : events.Length == step.Events.Count ? step : LevelStep.Resolve(events);
    }

    private static bool RestsOn(StatusEvent status, string sourceKey) => OnlySource(status) == sourceKey;

    // The one source that it cites; null where it cites none or several.
    private static string? OnlySource(StatusEvent status) =>
        status.Citations is [var only] ? only.SourceKey
        : status.Citations is [var first, ..] && status.Citations.All(c => c.SourceKey == first.SourceKey) ? first.SourceKey : null;

    private static IEnumerable<Citation> Behind(DyadStanding standing) =>
        standing.Level == Level.Unknown ? [] : standing.Step?.Events.Where(e => e.Level == standing.Level).SelectMany(e => e.Citations) ?? [];
}
