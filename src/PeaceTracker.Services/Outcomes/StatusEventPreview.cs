using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;

namespace PeaceTracker.Services.Outcomes;

/// <summary>What is to be said of one status event while it is typed.</summary>
/// <param name="Now">The issue between the dyad as it stands; null until both are chosen.</param>
/// <param name="Proposed">The level that the two parties' positions point to; null where they say nothing of one.</param>
/// <param name="Warnings">What is unusual about it.</param>
/// <param name="IsComplete">Whether it can be counted: issue, dyad, level and basis are chosen.</param>
public sealed record StatusEventPreview(DyadStanding? Now, Level? Proposed, IReadOnlyList<StatusEventWarning> Warnings, bool IsComplete)
{
    /// <summary>
    /// What there is of the same issue, pair and day before it, on the board and earlier in the form, the last one first; empty while one of the
    /// three is missing.
    /// </summary>
    public IReadOnlyList<StatusEvent> SameDay { get; init; } = [];

    /// <summary>Nothing yet: issue or dyad are still to be chosen.</summary>
    internal static StatusEventPreview Nothing { get; } = new(null, null, [], false);

    /// <summary>Of an event as it will be recorded, null while it is not complete; with the positions on its issue in force on its day.</summary>
    internal static StatusEventPreview Of(DyadStanding now, StatusEvent? entry, IReadOnlyCollection<Position> positions)
    {
        var proposed = LevelProposal.Of(PositionOf(now.Dyad.FirstPartyKey), PositionOf(now.Dyad.SecondPartyKey));
        return entry is null
            ? new StatusEventPreview(now, proposed, [], false)
            : new StatusEventPreview(
                now, proposed, StatusEventWarning.Of(now, entry.Level, entry.Basis, entry.OccurredOn, positions, entry.OrderInDay), true);

        Position? PositionOf(string party) => positions.FirstOrDefault(p => p.PartyKey == party);
    }
}
