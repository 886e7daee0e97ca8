using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Domain.Parties;

/// <summary>Whether a dyad was required, until a day.</summary>
public sealed record EarlierDyad : IEarlier
{
    /// <inheritdoc />
    public required DateOnly Until { get; init; }

    /// <summary>Whether the negotiation could not conclude without it until then.</summary>
    public required bool Required { get; init; }

    /// <inheritdoc />
    public required DateTime RecordedAt { get; init; }

    /// <inheritdoc />
    public string RecordedBy { get; init; } = "";
}
