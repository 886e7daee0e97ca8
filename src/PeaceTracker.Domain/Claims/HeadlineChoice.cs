namespace PeaceTracker.Domain.Claims;

/// <summary>
/// That an editor chose which claim stands beside the computed share, or went back to the usual one. Choices are added, never changed.
/// </summary>
public sealed record HeadlineChoice
{
    /// <summary>Key of the claim, or of an entry that it corrected since; null for the usual one.</summary>
    public string? ClaimKey { get; init; }

    /// <summary>Why this one, in one sentence; null where no reason was given.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was chosen (UTC).</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Who chose it.</summary>
    public string RecordedBy { get; init; } = "";
}
