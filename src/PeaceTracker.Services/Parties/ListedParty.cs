using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;

namespace PeaceTracker.Services.Parties;

/// <summary>One party in the list of who is at the table.</summary>
/// <param name="Party">The party.</param>
/// <param name="Delegates">Its delegates named by the date.</param>
/// <param name="Positions">Its positions in force, one an issue.</param>
public sealed record ListedParty(Party Party, IReadOnlyList<PartyDelegate> Delegates, IReadOnlyList<Position> Positions)
{
    /// <summary>Whether the negotiation can't conclude without it.</summary>
    public bool IsPrincipal => Party.IsPrincipal;

    /// <summary>Number of its positions that are red lines.</summary>
    public int RedLines => Positions.Count(p => p.Flexibility == Flexibility.RedLine);

    /// <summary>The parties on a date: principals first, then in the order of the record.</summary>
    public static IReadOnlyList<ListedParty> Of(BoardSnapshot at)
    {
        var delegates = at.Delegates.ToLookup(d => d.PartyKey, StringComparer.Ordinal);
        var positions = at.PositionsInForce.ToLookup(p => p.PartyKey, StringComparer.Ordinal);
        return
        [
            .. at.Parties.Select(p => new ListedParty(p, [.. delegates[p.Key]], [.. positions[p.Key]]))
                .OrderByDescending(r => r.IsPrincipal),
        ];
    }
}
