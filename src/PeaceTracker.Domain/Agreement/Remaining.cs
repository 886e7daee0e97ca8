using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;

namespace PeaceTracker.Domain.Agreement;

/// <summary>
/// An issue that is not agreed on record, and what holds it up. The ranking of <see cref="Of"/>: core issues first, then by how
/// many parties object or reject (most first), then by salience (highest first), then by level (weakest first, unknown last),
/// then in the order of the agenda.
/// </summary>
public sealed record Remaining
{
    private Remaining()
    {
    }

    /// <summary>The issue as it stands.</summary>
    public required IssueStanding Standing { get; init; }

    /// <summary>Positions that object or reject.</summary>
    public IReadOnlyList<Position> Objections => Standing.Objections;

    /// <summary>Positions that are red lines.</summary>
    public IReadOnlyList<Position> RedLines => Standing.RedLines;

    /// <summary>The judged dyads that are not at the threshold.</summary>
    public IReadOnlyList<DyadStanding> HeldUpBy => Standing.BlockedBy;

    /// <summary>Issues in scope it depends on that are not agreed either.</summary>
    public required IReadOnlyList<IssueStanding> WaitsFor { get; init; }

    /// <summary>
    /// The issues that remain on a board, ranked; one that applies to no pair is not among them. They are ranked once for a snapshot, which keeps
    /// them: half its pages show some of them.
    /// </summary>
    public static IReadOnlyList<Remaining> Of(BoardSnapshot snapshot) => snapshot.Remaining;

    internal static Remaining[] Ranked(BoardSnapshot snapshot) => snapshot.Issues.Where(Remains)
        .OrderByDescending(i => i.Issue.IsCore)
        .ThenByDescending(i => i.Objections.Count)
        .ThenByDescending(i => i.Issue.Salience)
        .ThenBy(i => LevelStep.Weakness(i.Level))
        .ThenBy(i => i.Number)
        .Select(i => new Remaining { Standing = i, WaitsFor = WaitedFor(i.Issue, snapshot) })
        .ToArray();

    private static bool Remains(IssueStanding issue) => issue.Applies && issue.Judge(Threshold.Agreed) != Verdict.Met;

    private static IReadOnlyList<IssueStanding> WaitedFor(Issue issue, BoardSnapshot snapshot) => issue.DependsOn.Count == 0
        ? [] : [.. issue.DependsOn.Select(l => snapshot.Issue(l.IssueKey)).OfType<IssueStanding>().Where(Remains)];
}
