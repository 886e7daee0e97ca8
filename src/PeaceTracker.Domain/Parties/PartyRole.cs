using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Domain.Parties;

/// <summary>One role of a party, and where it is said.</summary>
public sealed record PartyRole
{
    /// <summary>The role.</summary>
    public required Role Role { get; init; }

    /// <summary>A qualification: "offered", "not in the room in Berlin".</summary>
    public string? Note { get; init; }

    /// <summary>Where it is reported.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];
}

/// <summary>What an actor does at or around the table.</summary>
public enum Role
{
    /// <summary>Must agree for the negotiation to conclude.</summary>
    Principal,
    /// <summary>Brings the principals together.</summary>
    Mediator,
    /// <summary>Guarantees that what is agreed is kept.</summary>
    Guarantor,
    /// <summary>Backs a principal.</summary>
    Supporter,
    /// <summary>Pays, or will pay.</summary>
    Funder,
    /// <summary>Watches.</summary>
    Observer,
}
