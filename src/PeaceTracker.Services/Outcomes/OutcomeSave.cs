using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Outcomes;

/// <summary>What became of an attempt to keep, submit, return or discard an outcome.</summary>
public abstract record OutcomeSave
{
    /// <summary>It is in the store.</summary>
    /// <param name="Version">Its version now.</param>
    /// <param name="At">When it was kept (UTC).</param>
    public sealed record Kept(int Version, DateTime At) : OutcomeSave;

    /// <summary>Nothing was written: another window saved the same outcome meanwhile.</summary>
    /// <param name="Version">The version that the other window saved.</param>
    /// <param name="At">When it did (UTC).</param>
    public sealed record ElsewhereToo(int Version, DateTime At) : OutcomeSave;

    /// <summary>Nothing was written, for these reasons.</summary>
    public sealed record Refused(IReadOnlyList<FieldError> Errors) : OutcomeSave;

    /// <summary>Nothing was written: the account may not do this now.</summary>
    public sealed record NotAllowed(NotAllowedReason Reason) : OutcomeSave;

    /// <summary>Nothing was written: it is not there, or it was published, submitted or discarded meanwhile.</summary>
    public sealed record Gone : OutcomeSave;
}
