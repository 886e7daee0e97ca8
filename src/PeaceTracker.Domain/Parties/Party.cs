using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Domain.Parties;

/// <summary>An actor at or around the table.</summary>
public sealed record Party : IDescriptive<Party>, IJudged<Party>
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

    /// <summary>What it was called and did before that changed from a day on, in order of days; empty where it never did.</summary>
    public IReadOnlyList<EarlierParty> Earlier { get; init; } = [];

    /// <summary>The party as it was on a date, as the record was known before a moment (UTC; null: now).</summary>
    public Party On(DateOnly date, DateTime? before = null) => Judgements.On(Earlier, date, before) is { } earlier
        ? this with { Name = earlier.Name, ShortName = earlier.ShortName, Roles = earlier.Roles }
        : this;

    /// <summary>The name for narrow places.</summary>
    public string Label => ShortName ?? Name;

    /// <summary>Whether the negotiation can't conclude without it.</summary>
    public bool IsPrincipal => Roles.Any(role => role.Role == Role.Principal);

    string IRow.Words => Name;

    string IRow.RecordedBy => "";

    IEnumerable<HappenedDay> IRow.Happened() => [];

    IEnumerable<CitedPlace> IRow.Cited() => Roles.SelectMany((role, i) => role.Citations.At($"roles[{i}].citations"));

    Findable? IRow.Findable(DateOnly on) => new(Name, [Description, ShortName, .. Roles.Select(role => role.Note)]);

    Party IRow<Party>.WithKey(string key) => this with { Key = key };

    Party IRow<Party>.Stamped(DateTime now, string by) => this with { RecordedAt = now };

    IDescriptive? IDescriptive.AsOf(DateOnly date, DateTime? before) => Since <= date ? this : null;

    object? IDescriptive.StatedOutcome => null;

    IEnumerable<News> IDescriptive.News(DateOnly on) =>
        Judgements.News(this, on, (party, day) => party.On(day)).Select(news => news with { PartyKey = Key, Title = Name });

    Party IDescriptive<Party>.WithRetraction(Retraction? retraction) => this with { Retracted = retraction };

    Party IDescriptive<Party>.Edited(DateTime now, string by) => this with
    {
        Earlier = [.. Earlier.Select(e => e.RecordedAt == default ? e with { RecordedAt = now, RecordedBy = by } : e)],
    };

    RuleViolation? IDescriptive<Party>.Loses(Party before) => null;

    bool IDescriptive<Party>.MovesFigure(Party? before) =>
        before is not null && Judgements.Differ(this, before, (party, day) => party.On(day).IsPrincipal);

    IReadOnlyList<IEarlier> IJudged<Party>.Earlier => Earlier;

    // A role's note and its sources are words.
    /// <inheritdoc />
    public bool IsJudgedAs(Party other) => (Name, ShortName) == (other.Name, other.ShortName)
        && Roles.Select(role => role.Role).ToHashSet().SetEquals(other.Roles.Select(role => role.Role));

    /// <inheritdoc />
    public Party DatedEarlier(IReadOnlyList<DateOnly> days) => this with { Earlier = [.. Earlier.Zip(days, (e, day) => e with { Until = day })] };

    /// <inheritdoc />
    public Party JudgedFrom(DateOnly day, Party before) => this with
    {
        Earlier =
        [
            .. before.Earlier,
            new EarlierParty { Until = day, Name = before.Name, ShortName = before.ShortName, Roles = before.Roles, RecordedAt = default },
        ],
    };
}
