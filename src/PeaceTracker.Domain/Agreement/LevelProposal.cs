using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;

namespace PeaceTracker.Domain.Agreement;

/// <summary>
/// The level that the positions of a dyad's two parties point to: a hint for the editor who records a status event. It is never recorded by itself
/// and enters no figure: positions are what parties want, a level is what the record shows between them.
/// </summary>
public static class LevelProposal
{
    /// <summary>
    /// From the positions in force of both parties, by their stance: disputed where either objects or rejects; agreed in principle where
    /// both accept; narrowing where both accept and at least one of them with conditions, or one accepts and the other is undecided. Null where a
    /// party's position or its stance is not recorded, and where both are undecided: then positions say nothing of a level.
    /// </summary>
    public static Level? Of(Position? first, Position? second)
    {
        if (first?.Stance is not { } one || second?.Stance is not { } other)
        {
            return null;
        }

        // The stances are ordered from rejecting to accepting: the lower of the two decides.
        var (lower, upper) = one < other ? (one, other) : (other, one);
        return lower switch
        {
            Stance.Rejects or Stance.Objects => Level.Disputed,
            Stance.Undecided when upper == Stance.Undecided => null,
            Stance.Undecided or Stance.AcceptsWithConditions => Level.Narrowing,
            Stance.Accepts => Level.AgreedInPrinciple,
        };
    }
}
