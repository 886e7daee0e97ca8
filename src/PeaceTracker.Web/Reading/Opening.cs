using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Web.Reading;

/// <summary>What an address of a negotiation opens, for a page or a file.</summary>
/// <param name="At">The board at the moment of the address; null where the address is refused.</param>
/// <param name="Address">Where and when it is.</param>
/// <param name="Values">The values of the address, and why it is refused.</param>
/// <param name="Today">Today in the negotiation's time zone.</param>
public sealed record Opening(BoardSnapshot? At, BoardAddress Address, AddressValues Values, DateOnly Today);
