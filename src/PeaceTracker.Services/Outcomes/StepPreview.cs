using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;

namespace PeaceTracker.Services.Outcomes;

/// <summary>What is to be said of one step while it is typed.</summary>
/// <param name="Now">The issue between the dyad as it stands; null until both are chosen.</param>
/// <param name="Proposed">The level that the two parties' positions point to; null where they say nothing of one.</param>
/// <param name="Warnings">What is unusual about the step.</param>
/// <param name="IsWhole">Whether it can be counted: issue, dyad, level and basis are chosen.</param>
public sealed record StepPreview(DyadStanding? Now, Level? Proposed, IReadOnlyList<StepWarning> Warnings, bool IsWhole)
{
    /// <summary>Nothing yet: issue or dyad are still to be chosen.</summary>
    internal static StepPreview Nothing { get; } = new(null, null, [], false);

    /// <summary>Of a step as it will be recorded, null while it is not whole; with the positions on its issue in force on its day.</summary>
    internal static StepPreview Of(DyadStanding now, StatusEvent? step, IReadOnlyCollection<Position> positions)
    {
        var proposed = LevelProposal.Of(PositionOf(now.Dyad.FirstPartyKey), PositionOf(now.Dyad.SecondPartyKey));
        return step is null
            ? new StepPreview(now, proposed, [], false)
            : new StepPreview(now, proposed, StepWarning.Of(now, step.Level, step.Basis, step.OccurredOn, positions, step.OrderInDay), true);

        Position? PositionOf(string party) => positions.FirstOrDefault(p => p.PartyKey == party);
    }
}
