namespace PeaceTracker.Services.Audit;

/// <summary>One thing that happened to an account or was refused: a sign-in, a changed role. Never updated or deleted.</summary>
public sealed record SecurityEvent
{
    /// <summary>Its place in the sequence of all of them; given by the store.</summary>
    public long Number { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>What happened, in kebab case: "signed-in", "role-changed", "save-refused".</summary>
    public required string Kind { get; init; }

    /// <summary>The account that did it, or tried to; null where none is known.</summary>
    public string? AccountId { get; init; }

    /// <summary>That person's name; empty where nobody is known.</summary>
    public required string Who { get; init; }

    /// <summary>Where it came from and which address was typed; null where neither is known, or no longer.</summary>
    public SecurityTrace? Trace { get; init; }

    /// <summary>What it was about, in one sentence without any secret.</summary>
    public string? Detail { get; init; }
}
