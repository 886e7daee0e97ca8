namespace PeaceTracker.Domain.Changes;

/// <summary>How exactly a date in the world is known. A coarser date counts from the first day of its period.</summary>
public enum DatePrecision
{
    /// <summary>The day is known.</summary>
    Day,
    /// <summary>The week is known; the date is its Monday.</summary>
    Week,
    /// <summary>The month is known; the date is its first day.</summary>
    Month,
}
