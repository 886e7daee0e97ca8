namespace PeaceTracker.Services.Outgoing;

/// <summary>How long to wait after each failed attempt, and when it is given up.</summary>
/// <param name="Pauses">The pauses, the first after the first attempt.</param>
/// <param name="Lifetime">For how long it is tried, with the last pause again and again; null where the pauses are all that there are.</param>
public sealed record RetryPauses(IReadOnlyList<TimeSpan> Pauses, TimeSpan? Lifetime = null)
{
    /// <summary>The pause after so many failed attempts at something of that age; null where it is given up.</summary>
    public TimeSpan? After(int failed, TimeSpan age) =>
        failed < 1 || (Lifetime is { } lifetime ? age >= lifetime : failed > Pauses.Count) ? null : Pauses[Math.Min(failed, Pauses.Count) - 1];
}
