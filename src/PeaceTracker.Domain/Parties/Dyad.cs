using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Domain.Parties;

/// <summary>An unordered pair of parties whose agreement is tracked.</summary>
public sealed record Dyad : IDescriptive<Dyad>, IJudged<Dyad>
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

    /// <summary>Whether it was required before that changed from a day on, in order of days; empty where it never did.</summary>
    public IReadOnlyList<EarlierDyad> Earlier { get; init; } = [];

    /// <summary>The dyad as it was judged on a date, as the record was known before a moment (UTC; null: now).</summary>
    public Dyad On(DateOnly date, DateTime? before = null) =>
        Judgements.On(Earlier, date, before) is { } earlier ? this with { Required = earlier.Required } : this;

    /// <summary>Whether the party is one of the two.</summary>
    public bool Includes(string partyKey) => FirstPartyKey == partyKey || SecondPartyKey == partyKey;

    string IRow.Words => $"{FirstPartyKey}-{SecondPartyKey}";

    // A dyad carries no date of its own: it counts as entered with the negotiation.
    DateTime IRow.RecordedAt => DateTime.UnixEpoch;

    string IRow.RecordedBy => "";

    IEnumerable<HappenedDay> IRow.Happened() => [];

    IEnumerable<CitedPlace> IRow.Cited() => [];

    Findable? IRow.Findable(DateOnly on) => null;

    Dyad IRow<Dyad>.WithKey(string key) => this with { Key = key };

    Dyad IRow<Dyad>.Stamped(DateTime now, string by) => this;

    IDescriptive? IDescriptive.AsOf(DateOnly date, DateTime? before) => this;

    object? IDescriptive.StatedOutcome => null;

    IEnumerable<News> IDescriptive.News(DateOnly on) =>
        Judgements.News(this, on, (dyad, day) => dyad.On(day)).Select(news => news with { DyadKey = Key, Title = Key });

    Dyad IDescriptive<Dyad>.WithRetraction(Retraction? retraction) => this with { Retracted = retraction };

    Dyad IDescriptive<Dyad>.Edited(DateTime now, string by) => this with
    {
        Earlier = [.. Earlier.Select(e => e.RecordedAt == default ? e with { RecordedAt = now, RecordedBy = by } : e)],
    };

    RuleViolation? IDescriptive<Dyad>.Loses(Dyad before) => null;

    bool IDescriptive<Dyad>.MovesFigure(Dyad? before) => before is not null && Judgements.Differ(this, before, (dyad, day) => dyad.On(day).Required);

    IReadOnlyList<IEarlier> IJudged<Dyad>.Earlier => Earlier;

    /// <inheritdoc />
    public bool IsJudgedAs(Dyad other) => Required == other.Required;

    /// <inheritdoc />
    public Dyad DatedEarlier(IReadOnlyList<DateOnly> days) => this with { Earlier = [.. Earlier.Zip(days, (e, day) => e with { Until = day })] };

    /// <inheritdoc />
    public Dyad JudgedFrom(DateOnly day, Dyad before) => this with
    {
        Earlier = [.. before.Earlier, new EarlierDyad { Until = day, Required = before.Required, RecordedAt = default }],
    };
}
