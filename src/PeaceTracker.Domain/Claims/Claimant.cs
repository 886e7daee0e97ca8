namespace PeaceTracker.Domain.Claims;

/// <summary>Who made a claim.</summary>
public sealed record Claimant
{
    /// <summary>Key of the party for which the claimant speaks; null where it is none of them.</summary>
    public string? PartyKey { get; init; }

    /// <summary>Key of the delegate, where it is one of those on the board.</summary>
    public string? DelegateKey { get; init; }

    /// <summary>Name or description: "two US officials".</summary>
    public required string Name { get; init; }

    /// <summary>Whether the source withholds the name.</summary>
    public bool Anonymous { get; init; }
}
