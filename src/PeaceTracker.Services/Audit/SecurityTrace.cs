namespace PeaceTracker.Services.Audit;

/// <summary>
/// What of a security event leads to a person beyond their name, kept apart from the event because it is kept for a time only.
/// </summary>
public sealed class SecurityTrace
{
    /// <summary>How long it is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>The number of the event.</summary>
    public long Number { get; init; }

    /// <summary>The network address that it came from; null where it came from none.</summary>
    public string? From { get; init; }

    /// <summary>The e-mail address that was typed or is meant; null where there is none.</summary>
    public string? Address { get; init; }
}
