using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Kinds.Tests;

/// <summary>A visit that somebody paid to a party: a kind of row that exists only here.</summary>
public sealed record Visit : IDescriptive<Visit>
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    public required string PartyKey { get; init; }

    public required DateOnly PaidOn { get; init; }

    public IReadOnlyList<Citation> Citations { get; init; } = [];

    public required DateTime RecordedAt { get; init; }

    public string RecordedBy { get; init; } = "";

    public Retraction? Retracted { get; init; }

    string IRow.Words => Title;

    IEnumerable<HappenedDay> IRow.Happened() => [new HappenedDay("paidOn", PaidOn)];

    IEnumerable<CitedPlace> IRow.Cited() => Citations.At("citations", PaidOn);

    Findable? IRow.Findable(DateOnly on) => new(Title, []);

    Visit IRow<Visit>.WithKey(string key) => this with { Key = key };

    Visit IRow<Visit>.Stamped(DateTime now, string by) => this with { RecordedAt = now, RecordedBy = by };

    IDescriptive? IDescriptive.AsOf(DateOnly date, DateTime? before) => PaidOn <= date ? this : null;

    object? IDescriptive.StatedOutcome => null;

    IEnumerable<News> IDescriptive.News(DateOnly on) =>
        [new News(PaidOn) { Title = Title, PartyKey = PartyKey, Citations = Citations, RecordedAt = RecordedAt, RecordedBy = RecordedBy }];

    Visit IDescriptive<Visit>.WithRetraction(Retraction? retraction) => this with { Retracted = retraction };

    Visit IDescriptive<Visit>.Edited(DateTime now, string by) => this;

    RuleViolation? IDescriptive<Visit>.Loses(Visit before) => null;

    bool IDescriptive<Visit>.MovesFigure(Visit? before) => false;
}
