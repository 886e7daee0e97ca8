using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Domain.Issues;

/// <summary>How an issue was weighed, to which dyads it applied and on what it depended, until a day.</summary>
public sealed record EarlierIssue : IEarlier
{
    /// <inheritdoc />
    public required DateOnly Until { get; init; }

    /// <summary>Weight 1 to 5 until then.</summary>
    public required int Salience { get; init; }

    /// <summary>Keys of the dyads to which it applied until then.</summary>
    public IReadOnlyList<string> DyadKeys { get; init; } = [];

    /// <summary>Keys of the issues on which it depended until then.</summary>
    public IReadOnlyList<Linkage> DependsOn { get; init; } = [];

    /// <inheritdoc />
    public required DateTime RecordedAt { get; init; }

    /// <inheritdoc />
    public string RecordedBy { get; init; } = "";
}
