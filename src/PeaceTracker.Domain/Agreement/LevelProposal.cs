using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;

namespace PeaceTracker.Domain.Agreement;

/// <summary>
/// The level that the positions of a dyad's two parties point to: a hint for the editor who records a step. It is never recorded by itself
/// and enters no figure: positions are what parties want, a level is what the record shows between them.
/// </summary>
public static class LevelProposal
{
    /// <summary>
    /// From the positions in force of both parties, by their stance: disputed where either objects or rejects; agreed in principle where
    /// both accept; narrowing where both accept and at least one of them with conditions, or one accepts and the other is undecided. Null where a
    /// party's position or its stance is not recorded, and where both are undecided: then positions say nothing of a level.
    /// </summary>
    public static Level? Of(Position? first, Position? second) => (first?.Stance, second?.Stance) switch
    {
        (null, _) or (_, null) => null,
        (< Stance.Undecided, _) or (_, < Stance.Undecided) => Level.Disputed,
        (Stance.Undecided, Stance.Undecided) => null,
        (Stance.Accepts, Stance.Accepts) => Level.AgreedInPrinciple,
        _ => Level.Narrowing,
    };
}
