namespace PeaceTracker.Domain.Issues;

/// <summary>One difference between an agenda version and the one before.</summary>
public sealed record ScopeChange
{
    /// <summary>What was done.</summary>
    public required ScopeChangeKind Kind { get; init; }

    /// <summary>Keys of the issues that left the agenda by it (dropped, split, merged); empty for an addition.</summary>
    public IReadOnlyList<string> FromIssueKeys { get; init; } = [];

    /// <summary>Keys of the issues that came by it (added, parts of a split, result of a merger); empty for a drop.</summary>
    public IReadOnlyList<string> ToIssueKeys { get; init; } = [];

    /// <summary>Why, in one sentence.</summary>
    public string? Note { get; init; }

    /// <summary>
    /// The whole difference between two lists of issues: of the <paramref name="known"/> changes those that hold between these two, and for
    /// what is left one that drops and one that adds.
    /// </summary>
    public static IReadOnlyList<ScopeChange> Between(
        IReadOnlyList<string> before, IReadOnlyList<string> after, IReadOnlyList<ScopeChange> known)
    {
        var (left, came) = (before.Except(after, StringComparer.Ordinal).ToList(), after.Except(before, StringComparer.Ordinal).ToList());
        var changes = new List<ScopeChange>();
        foreach (var change in known.Where(change => change.FromIssueKeys.All(left.Contains) && change.ToIssueKeys.All(came.Contains)))
        {
            // An issue that an earlier change has taken is not there for a later one.
            if (change.FromIssueKeys.All(left.Contains) && change.ToIssueKeys.All(came.Contains))
            {
                left.RemoveAll(change.FromIssueKeys.Contains);
                came.RemoveAll(change.ToIssueKeys.Contains);
                changes.Add(change);
            }
        }

        return
        [
            .. changes,
            .. left.Count > 0 ? [new ScopeChange { Kind = ScopeChangeKind.Dropped, FromIssueKeys = left }] : Array.Empty<ScopeChange>(),
            .. came.Count > 0 ? [new ScopeChange { Kind = ScopeChangeKind.Added, ToIssueKeys = came }] : Array.Empty<ScopeChange>(),
        ];
    }
}

/// <summary>The ways in which an agenda's scope changes.</summary>
public enum ScopeChangeKind
{
    /// <summary>New issues came.</summary>
    Added,
    /// <summary>Issues were taken off.</summary>
    Dropped,
    /// <summary>One issue became several.</summary>
    Split,
    /// <summary>Several issues became one.</summary>
    Merged,
}
