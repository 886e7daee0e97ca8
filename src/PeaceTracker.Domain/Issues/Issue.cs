using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Domain.Issues;

/// <summary>A matter under negotiation.</summary>
public sealed record Issue : IDescription
{
    /// <summary>The salience of a core issue, the highest.</summary>
    public const int CoreSalience = 5;

    /// <summary>Key, unique in the negotiation.</summary>
    public required string Key { get; init; }

    /// <summary>Title: "Territory".</summary>
    public required string Title { get; init; }

    /// <summary>Category: "Security". One of the words the negotiation uses; categories are no fixed list.</summary>
    public required string Category { get; init; }

    /// <summary>What is at stake, in one or two sentences.</summary>
    public string? Description { get; init; }

    /// <summary>Weight 1 to 5, 5 being a core issue.</summary>
    public required int Salience { get; init; }

    /// <summary>Keys of the dyads to which the issue applies.</summary>
    public IReadOnlyList<string> DyadKeys { get; init; } = [];

    /// <summary>Keys of the issues it depends on (linkage).</summary>
    public IReadOnlyList<Linkage> DependsOn { get; init; } = [];

    /// <summary>Where the issue is named.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>When it was entered here (UTC).</summary>
    public required DateTime RecordedAt { get; init; }

    /// <inheritdoc />
    public Retraction? Retracted { get; init; }

    /// <summary>Whether it is a core issue.</summary>
    public bool IsCore => Salience == CoreSalience;
}

/// <summary>A link to an issue on which another depends, and why.</summary>
public sealed record Linkage
{
    /// <summary>Key of the issue depended on.</summary>
    public required string IssueKey { get; init; }

    /// <summary>Why it depends on it.</summary>
    public string? Note { get; init; }
}
