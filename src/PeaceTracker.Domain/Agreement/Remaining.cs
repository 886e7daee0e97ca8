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
    public required IReadOnlyList<Position> Objections { get; init; }

    /// <summary>Positions that are red lines.</summary>
    public required IReadOnlyList<Position> RedLines { get; init; }

    /// <summary>The judged dyads that are not at the threshold.</summary>
    public required IReadOnlyList<DyadStanding> HeldUpBy { get; init; }

    /// <summary>Issues in scope it depends on that are not agreed either.</summary>
    public required IReadOnlyList<IssueStanding> WaitsFor { get; init; }

    /// <summary>The issues that remain on a board, ranked; one that applies to no pair is not among them.</summary>
    public static IReadOnlyList<Remaining> Of(BoardSnapshot snapshot) =>
    [
        .. snapshot.Issues
            .Where(i => i.Applies && i.Judge(Threshold.Agreed) != Verdict.Met)
            .Select(i => new Remaining
            {
                Standing = i,
                Objections = [.. i.Objections],
                RedLines = [.. i.Positions.Where(p => p.Flexibility == Flexibility.RedLine)],
                HeldUpBy = [.. i.BlockedBy],
                WaitsFor =
                [
                    .. i.Issue.DependsOn.Select(l => snapshot.Issue(l.IssueKey)).OfType<IssueStanding>()
                        .Where(other => other.Applies && other.Judge(Threshold.Agreed) != Verdict.Met),
                ],
            })
            .OrderByDescending(r => r.Standing.Issue.IsCore)
            .ThenByDescending(r => r.Objections.Count)
            .ThenByDescending(r => r.Standing.Issue.Salience)
            .ThenBy(r => LevelStep.Weakness(r.Standing.Level))
            .ThenBy(r => r.Standing.Number),
    ];
}
