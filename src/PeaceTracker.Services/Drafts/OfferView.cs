using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Drafts;

namespace PeaceTracker.Services.Drafts;

/// <summary>One offer as it stands on a date.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="State">Its state.</param>
/// <param name="DaysLeft">Days after the board's date on which it still stands, 0 on its last; null where it has ended or no end is given.</param>
/// <param name="Issues">The issues it bears on, as they stand.</param>
public sealed record OfferView(Offer Offer, OfferState State, int? DaysLeft, IReadOnlyList<IssueStanding> Issues)
{
    /// <summary>The offers made by the board's date that a query asks for: those on the table first, then newest first.</summary>
    public static IReadOnlyList<OfferView> Of(BoardSnapshot at, OfferQuery query) =>
        [.. at.Offers.Where(o => query.Fits(o, at.Date)).Select(o => Of(at, o)).OrderByDescending(v => v.State == OfferState.Open)];

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
