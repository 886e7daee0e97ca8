namespace PeaceTracker.Services.Data;

/// <summary>
/// Moments as exact as every database keeps them: to the microsecond. What is stamped more exactly would not be found again as it was written.
/// </summary>
internal static class StoredMoment
{
    /// <summary>Now, in UTC.</summary>
    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime.ToMicrosecond();

    /// <summary>The moment without what is beyond its microseconds.</summary>
    public static DateTime ToMicrosecond(this DateTime moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMicrosecond));
}
