using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Drafts;

/// <summary>One offer as it stands on a date.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="State">Its state.</param>
/// <param name="DaysLeft">Days after the board's date on which it still stands, 0 on its last; null where it has ended or no end is given.</param>
/// <param name="Issues">The issues it bears on, as they stand.</param>
public sealed record OfferView(Offer Offer, OfferState State, int? DaysLeft, IReadOnlyList<IssueStanding> Issues)
{
    /// <summary>The usual order: those on the table first, then newest first. Drafts stand on the same page, so it has a name of its own.</summary>
    public static TableOrder<OfferSort> Usual { get; } = new(OfferSort.Made) { UsualIsNoColumn = true, Called = "offers-sort" };

    /// <summary>The offers made by the board's date that a query asks for, in its order.</summary>
    public static IReadOnlyList<OfferView> Of(BoardSnapshot at, OfferQuery query)
    {
        var offers = at.Offers.Where(o => query.Fits(o, at.Date)).Select(o => Of(at, o)).OrderByDescending(v => v.State == OfferState.Open);
        return query.Order.Sorted(offers, query.Order.By switch
        {
            OfferSort.Listed => _ => null,
            OfferSort.Made => v => v.Offer.OfferedOn,
            OfferSort.Ends => v => v.DaysLeft,
            OfferSort.Party => v => at.Board.Parties[v.Offer.ByPartyKey].Name,
        });
    }

    private static OfferView Of(BoardSnapshot at, Offer offer)
    {
        var state = offer.StateOn(at.Date);
        return new OfferView(
            offer,
            state,
            state == OfferState.Open ? offer.ValidUntil?.DayNumber - at.Date.DayNumber : null,
            Talks.IssuesOf.Keys(at, offer.IssueKeys));
    }
}

/// <summary>By what offers are ordered.</summary>
public enum OfferSort
{
    /// <summary>Those on the table first, then newest first.</summary>
    Listed,
    /// <summary>The day on which it was made.</summary>
    Made,
    /// <summary>The last day on which it stands; what has ended, or has no end, comes last.</summary>
    Ends,
    /// <summary>The party that made it.</summary>
    Party,
}
