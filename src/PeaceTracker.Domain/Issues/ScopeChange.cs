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
