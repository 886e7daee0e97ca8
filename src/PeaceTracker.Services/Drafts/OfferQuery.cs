using PeaceTracker.Domain.Drafts;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Drafts;

/// <summary>What a reader asks of the offers: the filters that narrow them, and their order.</summary>
public sealed record OfferQuery
{
    /// <summary>Keys of parties, one of which made it.</summary>
    public ChosenSet<string> By { get; init; }

    /// <summary>Keys of parties, to one of which it was made.</summary>
    public ChosenSet<string> To { get; init; }

    /// <summary>Its state on the board's date.</summary>
    public ChosenSet<OfferState> States { get; init; }

    /// <summary>The days between which it was made.</summary>
    public DayRange Made { get; init; }

    /// <summary>The order.</summary>
    public TableOrder<OfferSort> Order { get; init; } = OfferView.Usual;

    /// <summary>Whether an offer is one of those asked for, seen from a date.</summary>
    public bool Fits(Offer offer, DateOnly on) =>
        By.Passes(offer.ByPartyKey)
        && To.PassesAny(party => offer.ToPartyKeys.Contains(party))
        && States.Passes(offer.StateOn(on))
        && Made.Passes(offer.OfferedOn);
}
