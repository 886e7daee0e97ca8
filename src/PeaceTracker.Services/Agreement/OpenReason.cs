using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Positions;

namespace PeaceTracker.Services.Agreement;

/// <summary>
/// Why an issue is not agreed, in one line: one fact of the record, never more than one. A red line says most; without one the reason of
/// the newest step between a pair that blocks the issue; without that the newest objection; and if there is none of these, nothing is known.
/// </summary>
/// <param name="Position">The red line or the objection; null where a step is told or nothing is known.</param>
/// <param name="Step">The standing whose newest step is told; null where a position is told or nothing is known.</param>
public sealed record OpenReason(Position? Position, DyadStanding? Step)
{
    /// <summary>The reason of an issue that remains.</summary>
    public static OpenReason Of(Remaining remaining)
    {
        var limit = remaining.RedLines.MaxBy(p => p.OccurredOn);
        var step = limit is null ? remaining.HeldUpBy.Where(d => d.Step is not null).MaxBy(d => d.Step!.Date) : null;
        return new OpenReason(limit ?? (step is null ? remaining.Objections.MaxBy(p => p.OccurredOn) : null), step);
    }
}
