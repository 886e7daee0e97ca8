using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Domain.Claims;

/// <summary>One publication of a claim, with the words in which that outlet put its scope.</summary>
public sealed record Appearance
{
    /// <summary>Where.</summary>
    public required Citation Citation { get; init; }

    /// <summary>How this outlet put figure, scope or words, where that differs: "of the terms".</summary>
    public string? Wording { get; init; }
}
