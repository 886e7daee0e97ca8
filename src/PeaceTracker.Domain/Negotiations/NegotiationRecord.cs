using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Domain.Negotiations;

/// <summary>A whole negotiation with all its history: what a negotiation file holds, and what a board is made from.</summary>
public sealed record NegotiationRecord
{
    /// <summary>The negotiation itself.</summary>
    public required Negotiation Negotiation { get; init; }

    /// <summary>Its sources.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>Its parties, in the order in which they are shown.</summary>
    public IReadOnlyList<Party> Parties { get; init; } = [];

    /// <summary>Its delegates.</summary>
    public IReadOnlyList<PartyDelegate> Delegates { get; init; } = [];

    /// <summary>Its dyads, in the order in which they are shown.</summary>
    public IReadOnlyList<Dyad> Dyads { get; init; } = [];

    /// <summary>Its issues.</summary>
    public IReadOnlyList<Issue> Issues { get; init; } = [];

    /// <summary>Its agenda versions, by number.</summary>
    public IReadOnlyList<AgendaVersion> AgendaVersions { get; init; } = [];

    /// <summary>Its status events.</summary>
    public IReadOnlyList<StatusEvent> StatusEvents { get; init; } = [];

    /// <summary>Its positions.</summary>
    public IReadOnlyList<Position> Positions { get; init; } = [];

    /// <summary>Its working groups.</summary>
    public IReadOnlyList<WorkingGroup> WorkingGroups { get; init; } = [];

    /// <summary>Its rounds.</summary>
    public IReadOnlyList<Round> Rounds { get; init; } = [];

    /// <summary>Its drafts.</summary>
    public IReadOnlyList<Draft> Drafts { get; init; } = [];

    /// <summary>Its offers.</summary>
    public IReadOnlyList<Offer> Offers { get; init; } = [];

    /// <summary>Its claims.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];
}
