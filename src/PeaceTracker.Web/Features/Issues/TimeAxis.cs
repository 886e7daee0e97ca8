namespace PeaceTracker.Web.Features.Issues;

/// <summary>The axis of time that everything in the drawing of an issue shares.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day: the date of the board.</param>
public sealed record TimeAxis(DateOnly From, DateOnly Until)
{
    /// <summary>Width of the drawing, in its own units.</summary>
    public const int Width = 400;

    /// <summary>Where time begins, after the names of the lanes.</summary>
    public const int Left = 132;

    /// <summary>Where time ends.</summary>
    public const int Right = 392;

    /// <summary>Where a day stands.</summary>
    public double X(DateOnly date) =>
        Left + 5 + ((Right - Left - 10.0) * (date.DayNumber - From.DayNumber) / Math.Max(1, Until.DayNumber - From.DayNumber));

    /// <summary>The first days of years within.</summary>
    public IEnumerable<DateOnly> Years() =>
        Enumerable.Range(From.Year + 1, Until.Year - From.Year).Select(year => new DateOnly(year, 1, 1));
}
