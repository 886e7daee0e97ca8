using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Domain.Parties;

/// <summary>An unordered pair of parties whose agreement is tracked.</summary>
public sealed record Dyad : IDescription
{
    /// <summary>Key, unique in the negotiation: "ukraine-russia".</summary>
    public required string Key { get; init; }

    /// <summary>Key of the party that is named first.</summary>
    public required string FirstPartyKey { get; init; }

    /// <summary>Key of the party that is named second.</summary>
    public required string SecondPartyKey { get; init; }

    /// <summary>Whether the negotiation can't conclude without agreement between these two.</summary>
    public bool Required { get; init; }

    /// <inheritdoc />
    public Retraction? Retracted { get; init; }

    // A dyad carries no date of its own: it counts as entered with the negotiation.
    DateTime IDescription.RecordedAt => DateTime.UnixEpoch;

    /// <summary>Whether the party is one of the two.</summary>
    public bool Includes(string partyKey) => FirstPartyKey == partyKey || SecondPartyKey == partyKey;
}
