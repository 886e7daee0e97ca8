namespace PeaceTracker.Domain.Changes;

/// <summary>One write to the store: what was done, by whom, when. Numbers only grow, and a board is known by its newest one.</summary>
public sealed record Change
{
    /// <summary>Its place in the one sequence of all changes; given by the store.</summary>
    public long Number { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Who wrote it: a person's name as it was then, or "seed".</summary>
    public required string RecordedBy { get; init; }

    /// <summary>The account it was written from; null where none was, as for a seed.</summary>
    public string? AccountId { get; init; }

    /// <summary>What kind of change, in kebab case: "negotiation-added".</summary>
    public required string What { get; init; }

    /// <summary>What changed, in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>
    /// What holds it to the change before: SHA-256 of the rows it wrote and of that change's hash, in 64 hexadecimal digits, with the version
    /// of how it is made before them; null for a change made before changes were chained.
    /// </summary>
    public string? Hash { get; init; }

    /// <summary>
    /// The hash of the change before it, where that one is not in this store: it came with the history of one negotiation, and that change was
    /// of another. Null otherwise.
    /// </summary>
    public string? PreviousHash { get; init; }
}
