namespace PeaceTracker.Services.Claims;

/// <summary>The choice of the headline claim while it is typed.</summary>
public sealed class HeadlineForm
{
    /// <summary>Key of the claim; null for the usual one.</summary>
    public string? ClaimKey { get; set; }

    /// <summary>Why this one.</summary>
    public string Reason { get; set; } = "";
}
