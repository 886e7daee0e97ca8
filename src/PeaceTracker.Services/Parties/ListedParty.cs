using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Parties;

/// <summary>One party in the list of who is at the table.</summary>
/// <param name="Party">The party.</param>
/// <param name="Delegates">Its delegates named by the date.</param>
/// <param name="Positions">Its positions in force, one an issue.</param>
public sealed record ListedParty(Party Party, IReadOnlyList<PartyDelegate> Delegates, IReadOnlyList<Position> Positions)
{
    /// <summary>The usual order: as in the record.</summary>
    public static TableOrder<PartySort> Usual { get; } = new(PartySort.Delegates, PartySort.Positions, PartySort.RedLines) { UsualIsNoColumn = true };

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

    /// <summary>Those that a query asks for, principals and the others each in its order.</summary>
    public static IReadOnlyList<ListedParty> Of(BoardSnapshot at, PartyQuery query) =>
        [.. query.Order.Sorted(Of(at).Where(query.Fits), query.Order.By switch
        {
            PartySort.Listed => _ => null,
            PartySort.Name => p => p.Party.Name,
            PartySort.Delegates => p => p.Delegates.Count,
            PartySort.Positions => p => p.Positions.Count,
            PartySort.RedLines => p => p.RedLines,
        }).OrderByDescending(p => p.IsPrincipal)];
}

/// <summary>The columns by which parties are ordered.</summary>
public enum PartySort
{
    /// <summary>As in the record.</summary>
    Listed,
    /// <summary>The name.</summary>
    Name,
    /// <summary>How many delegates are named.</summary>
    Delegates,
    /// <summary>How many positions are in force.</summary>
    Positions,
    /// <summary>How many of them are red lines.</summary>
    RedLines,
}
