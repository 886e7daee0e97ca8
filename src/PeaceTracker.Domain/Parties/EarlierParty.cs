using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Domain.Parties;

/// <summary>What a party was called, and what it did at the table, until a day.</summary>
public sealed record EarlierParty : IEarlier
{
    /// <inheritdoc />
    public required DateOnly Until { get; init; }

    /// <summary>Name until then.</summary>
    public required string Name { get; init; }

    /// <summary>Short name until then.</summary>
    public string? ShortName { get; init; }

    /// <summary>Its roles until then.</summary>
    public IReadOnlyList<PartyRole> Roles { get; init; } = [];

    /// <inheritdoc />
    public required DateTime RecordedAt { get; init; }

    /// <inheritdoc />
    public string RecordedBy { get; init; } = "";
}
