using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Export;
using PeaceTracker.Services.Talks;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Talks;

/// <summary>How an address asks for rounds.</summary>
public static class RoundAddress
{
    private const string Text = "q", State = "state", Party = "party", Place = "place";

    /// <summary>The filters.</summary>
    public static IReadOnlyList<AddressFilter<RoundQuery>> Filters(this RoundQuery query) =>
    [
        new(Text, query.Text, query with { Text = null }),
        new(State, query.Phases.Text(), query with { Phases = [] }),
        new(Party, query.Parties.Text(), query with { Parties = [] }),
        new(Place, query.Places.Text(), query with { Places = [] }),
        .. AddressFilter.Days(query.Days, days => query with { Days = days }),
    ];

    /// <summary>The filters and the order, null where they are the default.</summary>
    public static IReadOnlyList<(string Name, string? Value)> Values(this RoundQuery query) => [.. query.Filters().Values(), .. query.Order.Values];

    /// <summary>Reads what an address asks of a board.</summary>
    public static RoundQuery Read(AddressValues values, BoardSnapshot at) => new()
    {
        Text = values.Text(Text),
        Phases = values.Filters<RoundPhase>(State),
        Parties = values.Filters(Party, values.L["party"], at.Board.Record.Parties.Select(p => p.Key)),
        Places = values.Filters(Place, values.L["place"], at.Board.Record.Rounds.Select(r => r.Place).OfType<string>()),
        Days = values.Days(),
        Order = values.Order(RoundsView.Usual),
    };
}
