using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Positions;

namespace PeaceTracker.Services.Parties;

/// <summary>Which of the positions up to a date stand: the newest of each party on each issue.</summary>
public static class PositionsInForce
{
    /// <summary>The positions in force, newest first; also those on issues that are on no agenda now.</summary>
    public static IEnumerable<Position> Of(BoardSnapshot at) => at.Positions.DistinctBy(p => (p.PartyKey, p.IssueKey));
}
