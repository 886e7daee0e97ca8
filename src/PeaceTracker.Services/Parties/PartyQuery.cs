using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Parties;

/// <summary>What a reader asks of the parties: the filters that narrow them, and their order.</summary>
public sealed record PartyQuery
{
    /// <summary>Roles, one of which it has.</summary>
    public ChosenSet<Role> Roles { get; init; }

    /// <summary>Only parties that have a red line.</summary>
    public bool RedLines { get; init; }

    /// <summary>The order.</summary>
    public TableOrder<PartySort> Order { get; init; } = ListedParty.Usual;

    /// <summary>Whether a party is one of those asked for.</summary>
    public bool Fits(ListedParty listed) =>
        Roles.PassesAny(role => listed.Party.Roles.Any(has => has.Role == role)) && (!RedLines || listed.RedLines > 0);
}
