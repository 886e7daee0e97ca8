using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Negotiations;

namespace PeaceTracker.Web.Reading;

/// <summary>What an address of a negotiation opens, for a page or a file.</summary>
/// <param name="At">The board at the moment of the address; null where the address is refused.</param>
/// <param name="Address">Where and when it is.</param>
/// <param name="Values">The values of the address, and why it is refused.</param>
public sealed record Opening(BoardSnapshot? At, BoardAddress Address, AddressValues Values)
{
    /// <summary>Opens the board of a negotiation; null where there is none of this slug.</summary>
    public static async Task<Opening?> OfAsync(
        string slug, AddressValues values, BoardReader boards, DateOnly today, CancellationToken cancellationToken)
    {
        // An address is written in one way, so that what is cited can be found again.
        if (await boards.FindAsync(slug, cancellationToken) is not { } board || board.Negotiation.Slug != slug)
        {
            return null;
        }

        var moment = BoardMoment.Read(values, today, board.Negotiation.StartedOn);
        var at = values.Refusal is null ? board.AsOf(moment.AsOf ?? today, moment.KnownAt) : null;
        return new Opening(at, new BoardAddress(slug, moment), values);
    }
}
