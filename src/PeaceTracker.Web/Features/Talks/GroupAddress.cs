using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Export;
using PeaceTracker.Services.Talks;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Talks;

/// <summary>How an address asks for working groups.</summary>
public static class GroupAddress
{
    private const string State = "state", Party = "party";

    /// <summary>The filters.</summary>
    public static IReadOnlyList<AddressFilter<GroupQuery>> Filters(this GroupQuery query) =>
        [new(State, query.States.Text(), query with { States = [] }), new(Party, query.Parties.Text(), query with { Parties = [] })];

    /// <summary>The filters and the order, null where they are the default.</summary>
    public static IReadOnlyList<(string Name, string? Value)> Values(this GroupQuery query) => [.. query.Filters().Values(), .. query.Order.Values];

    /// <summary>Reads what an address asks of a board.</summary>
    public static GroupQuery Read(AddressValues values, BoardSnapshot at) => new()
    {
        States = values.Filters<GroupState>(State),
        Parties = values.Filters(Party, values.L["party"], at.Board.Record.Parties.Select(p => p.Key)),
        Order = values.Order(WorkingGroupView.Usual),
    };
}
