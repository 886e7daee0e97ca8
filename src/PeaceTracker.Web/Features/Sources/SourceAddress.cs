using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Export;
using PeaceTracker.Services.Sources;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Sources;

/// <summary>How an address asks for sources.</summary>
public static class SourceAddress
{
    private const string Text = "q", Publisher = "publisher", Reliable = "reliability", Language = "language", Use = "use";

    /// <summary>The filters.</summary>
    public static IReadOnlyList<AddressFilter<SourceQuery>> Filters(this SourceQuery query) =>
    [
        new(Text, query.Text, query with { Text = null }),
        new(Publisher, query.Publishers.Text(), query with { Publishers = [] }),
        new(Reliable, query.Reliabilities.Text(grade => grade.ToString()), query with { Reliabilities = [] }),
        new(Language, query.Languages.Text(), query with { Languages = [] }),
        new(Use, query.Uses.Text(), query with { Uses = [] }),
        .. AddressFilter.Days(query.Published, days => query with { Published = days }),
    ];

    /// <summary>The filters and the order, null where they are the default.</summary>
    public static IReadOnlyList<(string Name, string? Value)> Values(this SourceQuery query) => [.. query.Filters().Values(), .. query.Order.Values];

    /// <summary>Reads what an address asks of a board.</summary>
    public static SourceQuery Read(AddressValues values, BoardSnapshot at)
    {
        var all = at.Board.Record.Sources;
        return new SourceQuery
        {
            Text = values.Text(Text),
            Publishers = values.Filters(Publisher, values.L["publisher"], all.Select(s => s.Publisher)),
            Reliabilities = [.. values.Filters(Reliable, Enum.GetNames<Reliability>()).Select(Enum.Parse<Reliability>)],
            Languages = values.Filters(Language, values.L["language"], all.Select(s => s.Language)),
            Uses = values.Filters<UseKind>(Use),
            Published = values.Days(),
            Order = values.Order(ListedSource.Usual),
        };
    }
}
