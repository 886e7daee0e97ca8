using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Services.Drafts;
using PeaceTracker.Services.Export;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Drafts;

/// <summary>How an address asks for drafts and for offers: their page has both, so that no name means two things.</summary>
public static class DraftAddress
{
    private const string Group = "group", HeldBy = "held-by", UnseenBy = "unseen-by";
    private const string OfferedBy = "offered-by", OfferedTo = "offered-to", State = "state";

    /// <summary>The filters of the drafts.</summary>
    public static IReadOnlyList<AddressFilter<DraftQuery>> Filters(this DraftQuery query) =>
    [
        new(Group, query.Groups.Text(), query with { Groups = [] }),
        new(HeldBy, query.HeldBy.Text(), query with { HeldBy = [] }),
        new(UnseenBy, query.UnseenBy.Text(), query with { UnseenBy = [] }),
    ];

    /// <summary>The filters of the offers.</summary>
    public static IReadOnlyList<AddressFilter<OfferQuery>> Filters(this OfferQuery query) =>
    [
        new(OfferedBy, query.By.Text(), query with { By = [] }),
        new(OfferedTo, query.To.Text(), query with { To = [] }),
        new(State, query.States.Text(), query with { States = [] }),
        .. AddressFilter.Days(query.Made, days => query with { Made = days }),
    ];

    /// <summary>The filters and the order of the drafts, null where they are the default.</summary>
    public static IReadOnlyList<(string Name, string? Value)> Values(this DraftQuery query) => [.. query.Filters().Values(), .. query.Order.Values];

    /// <summary>The filters and the order of the offers, null where they are the default.</summary>
    public static IReadOnlyList<(string Name, string? Value)> Values(this OfferQuery query) => [.. query.Filters().Values(), .. query.Order.Values];

    /// <summary>Reads what an address asks of the drafts of a board.</summary>
    public static DraftQuery Drafts(AddressValues values, BoardSnapshot at) => new()
    {
        Groups = values.Filters(Group, values.L["working group"], at.Board.Record.WorkingGroups.Select(g => g.Key)),
        HeldBy = Parties(HeldBy, values, at),
        UnseenBy = Parties(UnseenBy, values, at),
        Order = values.Order(DraftView.Usual),
    };

    /// <summary>Reads what an address asks of the offers of a board.</summary>
    public static OfferQuery Offers(AddressValues values, BoardSnapshot at) => new()
    {
        By = Parties(OfferedBy, values, at),
        To = Parties(OfferedTo, values, at),
        States = values.Filters<OfferState>(State),
        Made = values.Days(),
        Order = values.Order(OfferView.Usual),
    };

    private static ChosenSet<string> Parties(string name, AddressValues values, BoardSnapshot at) =>
        values.Filters(name, values.L["party"], at.Board.Record.Parties.Select(p => p.Key));
}
