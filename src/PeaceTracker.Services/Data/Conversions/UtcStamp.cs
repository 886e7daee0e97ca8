using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PeaceTracker.Services.Data.Conversions;

/// <summary>Stamps are UTC and to the microsecond on the way in, and say that they are UTC on the way out.</summary>
internal sealed class UtcStamp() : ValueConverter<DateTime, DateTime>(
    stamp => InUtc(stamp),
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc))
{
    // A local or unspecified stamp is a fault of the caller: guessing its zone would silently shift history. The tool that writes the ready model
    // asks what no stamp at all is in the store.
    private static DateTime InUtc(DateTime stamp) => stamp.Kind == DateTimeKind.Utc || (EF.IsDesignTime && stamp == default)
        ? stamp.ToMicrosecond()
        : throw new ArgumentException($"The store takes UTC stamps only, not {stamp:O} ({stamp.Kind}).");
}
