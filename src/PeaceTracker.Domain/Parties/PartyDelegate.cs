using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Domain.Parties;

/// <summary>A person, or an unnamed group of persons, who speaks or sits for a party. (Not called Delegate, which C# has taken.)</summary>
public sealed record PartyDelegate : IDescriptive<PartyDelegate>
{
    /// <summary>Key, unique in the negotiation.</summary>
    public required string Key { get; init; }

    /// <summary>Key of the party for which the person speaks or sits.</summary>
    public required string PartyKey { get; init; }

    /// <summary>Name, or a description of an anonymous person: "two US officials".</summary>
    public required string Name { get; init; }

    /// <summary>Title and office: "President".</summary>
    public string? Office { get; init; }

    /// <summary>The day as of which the title and office are stated.</summary>
    public required DateOnly OfficeAsOf { get; init; }

    /// <summary>Whether the source withholds the name.</summary>
    public bool Anonymous { get; init; }

    /// <summary>Where the person is named.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>When it was entered here (UTC).</summary>
    public required DateTime RecordedAt { get; init; }

    /// <inheritdoc />
    public Retraction? Retracted { get; init; }

    string IRow.Words => Name;

    string IRow.RecordedBy => "";

    IEnumerable<HappenedDay> IRow.Happened() => [];

    IEnumerable<CitedPlace> IRow.Cited() => Citations.At("citations");

    Findable? IRow.Findable(DateOnly on) => new(Name, [Office]);

    PartyDelegate IRow<PartyDelegate>.WithKey(string key) => this with { Key = key };

    PartyDelegate IRow<PartyDelegate>.Stamped(DateTime now, string by) => this with { RecordedAt = now };

    IDescriptive? IDescriptive.AsOf(DateOnly date, DateTime? before) => OfficeAsOf <= date ? this : null;

    object? IDescriptive.StatedOutcome => null;

    IEnumerable<News> IDescriptive.News(DateOnly on) => [];

    PartyDelegate IDescriptive<PartyDelegate>.WithRetraction(Retraction? retraction) => this with { Retracted = retraction };

    PartyDelegate IDescriptive<PartyDelegate>.Edited(DateTime now, string by) => this;

    RuleViolation? IDescriptive<PartyDelegate>.Loses(PartyDelegate before) => null;

    bool IDescriptive<PartyDelegate>.MovesFigure(PartyDelegate? before) => false;
}
