namespace PeaceTracker.Services.Webhooks;

/// <summary>How long to wait after each failed attempt.</summary>
public static class DeliverySchedule
{
    /// <summary>The pauses, the first after the first attempt; after the last of them it is given up.</summary>
    public static IReadOnlyList<TimeSpan> Pauses { get; } =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(12)];

    /// <summary>The pause after so many failed attempts; null where it is given up.</summary>
    public static TimeSpan? After(int failed) => failed >= 1 && failed <= Pauses.Count ? Pauses[failed - 1] : null;
}
