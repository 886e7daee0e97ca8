using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Domain.Parties;

/// <summary>An actor at or around the table.</summary>
public sealed record Party : IDescription
{
    /// <summary>Key, unique in the negotiation.</summary>
    public required string Key { get; init; }

    /// <summary>Name as it is shown: "Ukraine".</summary>
    public required string Name { get; init; }

    /// <summary>Short name for tables and charts; the name where null.</summary>
    public string? ShortName { get; init; }

    /// <summary>What it does at the table, each role with its note and citations; an actor may have several.</summary>
    public IReadOnlyList<PartyRole> Roles { get; init; } = [];

    /// <summary>Who it is, in one or two sentences.</summary>
    public string? Description { get; init; }

    /// <summary>The day from which it is at or around the table.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>When it was entered here (UTC).</summary>
    public required DateTime RecordedAt { get; init; }

    /// <inheritdoc />
    public Retraction? Retracted { get; init; }

    /// <summary>The name for narrow places.</summary>
    public string Label => ShortName ?? Name;
}
