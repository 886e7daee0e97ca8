using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Domain.Negotiations;

/// <summary>After how many days evidence was stale, until a day.</summary>
public sealed record EarlierStaleness : IEarlier
{
    /// <inheritdoc />
    public required DateOnly Until { get; init; }

    /// <summary>Days after which evidence was stale until then.</summary>
    public required int StalenessDays { get; init; }

    /// <inheritdoc />
    public required DateTime RecordedAt { get; init; }

    /// <inheritdoc />
    public string RecordedBy { get; init; } = "";
}
