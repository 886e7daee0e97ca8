namespace PeaceTracker.Domain.Changes;

/// <summary>A day of a row on which something happened.</summary>
/// <param name="Field">The field, by its path in the row as the negotiation file names it: "versions[0].date".</param>
/// <param name="On">The day.</param>
/// <param name="Words">What is said where it has not come yet.</param>
public sealed record HappenedDay(string Field, DateOnly On, string Words)
{
    /// <summary>A day of which there is nothing more to say than that it has not come yet.</summary>
    public HappenedDay(string field, DateOnly on)
        : this(field, on, $"{on:yyyy-MM-dd} is in the future. Give the day on which it happened.")
    {
    }
}
