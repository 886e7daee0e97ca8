using System.Collections.Immutable;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Domain.Negotiations;

/// <summary>
/// A whole negotiation with all its history: what a negotiation file holds, and what a board is made from. Its lists are those of
/// <see cref="RecordSections"/>; the properties are names for those that figures and pages ask for by type.
/// </summary>
public sealed record NegotiationRecord
{
    private ImmutableDictionary<Type, IReadOnlyList<IRow>> _rows = ImmutableDictionary<Type, IReadOnlyList<IRow>>.Empty;

    /// <summary>The negotiation itself.</summary>
    public required Negotiation Negotiation { get; init; }

    /// <summary>Its sources.</summary>
    public IReadOnlyList<Source> Sources { get => Rows<Source>(); init => Put(value); }

    /// <summary>Its parties, in the order in which they are shown.</summary>
    public IReadOnlyList<Party> Parties { get => Rows<Party>(); init => Put(value); }

    /// <summary>Its delegates.</summary>
    public IReadOnlyList<PartyDelegate> Delegates { get => Rows<PartyDelegate>(); init => Put(value); }

    /// <summary>Its dyads, in the order in which they are shown.</summary>
    public IReadOnlyList<Dyad> Dyads { get => Rows<Dyad>(); init => Put(value); }

    /// <summary>Its issues.</summary>
    public IReadOnlyList<Issue> Issues { get => Rows<Issue>(); init => Put(value); }

    /// <summary>Its agenda versions, by number.</summary>
    public IReadOnlyList<AgendaVersion> AgendaVersions { get => Rows<AgendaVersion>(); init => Put(value); }

    /// <summary>Its status events.</summary>
    public IReadOnlyList<StatusEvent> StatusEvents { get => Rows<StatusEvent>(); init => Put(value); }

    /// <summary>Its positions.</summary>
    public IReadOnlyList<Position> Positions { get => Rows<Position>(); init => Put(value); }

    /// <summary>Its working groups.</summary>
    public IReadOnlyList<WorkingGroup> WorkingGroups { get => Rows<WorkingGroup>(); init => Put(value); }

    /// <summary>Its rounds.</summary>
    public IReadOnlyList<Round> Rounds { get => Rows<Round>(); init => Put(value); }

    /// <summary>Its drafts.</summary>
    public IReadOnlyList<Draft> Drafts { get => Rows<Draft>(); init => Put(value); }

    /// <summary>Its offers.</summary>
    public IReadOnlyList<Offer> Offers { get => Rows<Offer>(); init => Put(value); }

    /// <summary>Its claims.</summary>
    public IReadOnlyList<Claim> Claims { get => Rows<Claim>(); init => Put(value); }

    /// <summary>Appearances that were added to its claims.</summary>
    public IReadOnlyList<ClaimAppearance> ClaimAppearances { get => Rows<ClaimAppearance>(); init => Put(value); }

    /// <summary>Its rows of one type; none where it holds no such list.</summary>
    public IReadOnlyList<T> Rows<T>() where T : class, IRow => _rows.TryGetValue(typeof(T), out var rows) ? (IReadOnlyList<T>)rows : [];

    /// <summary>The same with other rows of one type.</summary>
    public NegotiationRecord With<T>(IReadOnlyList<T> rows) where T : class, IRow
    {
        var other = this with { };
        other.Put(rows);
        return other;
    }

    /// <summary>Sets the rows of one type while a file is being read into a new record; afterwards a record is never changed.</summary>
    internal void Put<T>(IReadOnlyList<T> rows) where T : class, IRow => _rows = _rows.SetItem(typeof(T), rows);
}
