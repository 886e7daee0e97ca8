using System.Collections.Concurrent;

namespace PeaceTracker.Domain.Negotiations;

/// <summary>
/// A time zone's days: which day a moment belongs to, and when a day is over. Clocks that are put forward or back are allowed for:
/// a moment is before the end of a day exactly when it belongs to that day or an earlier one.
/// </summary>
public sealed class BoardDays
{
    /// <summary>The time zone of a negotiation that names none.</summary>
    public const string Utc = "UTC";

    private static readonly ConcurrentDictionary<string, BoardDays> Known = new(StringComparer.Ordinal);

    private readonly TimeZoneInfo _zone;

    private BoardDays(TimeZoneInfo zone) => _zone = zone;

    /// <summary>Whether there is a time zone of that IANA name here.</summary>
    public static bool Exists(string name) => TryFind(name, out _);

    /// <summary>The days of a time zone; throws where there is none of that name, which the rules of the record refuse.</summary>
    public static BoardDays Of(string name) => Known.GetOrAdd(name, static n => TryFind(n, out var zone)
        ? new BoardDays(zone)
        : throw new ArgumentException($"There is no time zone {n} on this machine: install the time zone data (tzdata).", nameof(name)));

    /// <summary>The day to which a moment (UTC) belongs.</summary>
    public DateOnly DayOf(DateTime moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(moment, _zone));

    /// <summary>The moment (UTC) at which a day is over and the next begins.</summary>
    public DateTime EndOf(DateOnly day)
    {
        if (day == DateOnly.MaxValue)
        {
            return DateTime.MaxValue;
        }

        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        // Where clocks are put forward at midnight, the day begins at the first moment that they show.
        while (_zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(1);
        }

        // Where midnight comes twice, the day begins with the first: the one further ahead of UTC.
        var offset = _zone.IsAmbiguousTime(midnight) ? _zone.GetAmbiguousTimeOffsets(midnight).Max() : _zone.GetUtcOffset(midnight);
        return DateTime.SpecifyKind(midnight - offset, DateTimeKind.Utc);
    }

    // Windows' own names are understood too, but they are none that another machine would know.
    private static bool TryFind(string name, out TimeZoneInfo zone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone!) && (name == Utc || zone.HasIanaId);
}
