using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Export;
using PeaceTracker.Services.Parties;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Parties;

/// <summary>How an address asks for parties.</summary>
public static class PartyAddress
{
    private const string Roles = "role", RedLines = "redlines";

    /// <summary>The filters.</summary>
    public static IReadOnlyList<AddressFilter<PartyQuery>> Filters(this PartyQuery query) =>
    [
        new(Roles, query.Roles.Text(), query with { Roles = [] }),
        new(RedLines, query.RedLines ? AddressValues.Yes : null, query with { RedLines = false }),
    ];

    /// <summary>The filters and the order, null where they are the default.</summary>
    public static IReadOnlyList<(string Name, string? Value)> Values(this PartyQuery query) => [.. query.Filters().Values(), .. query.Order.Values];

    /// <summary>Reads what an address asks.</summary>
    public static PartyQuery Read(AddressValues values) => new()
    {
        Roles = values.Filters<Role>(Roles),
        RedLines = values.Ticked(RedLines),
        Order = values.Order(ListedParty.Usual),
    };
}
