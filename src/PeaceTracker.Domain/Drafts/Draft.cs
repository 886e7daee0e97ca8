using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Domain.Drafts;

/// <summary>A text under negotiation, with its versions.</summary>
public sealed record Draft : IDescriptive<Draft>
{
    /// <summary>Key, unique in the negotiation.</summary>
    public required string Key { get; init; }

    /// <summary>Title: "Text on territory".</summary>
    public required string Title { get; init; }

    /// <summary>Key of the working group that writes it, if one does.</summary>
    public string? WorkingGroupKey { get; init; }

    /// <summary>Keys of the issues it covers.</summary>
    public IReadOnlyList<string> IssueKeys { get; init; } = [];

    /// <summary>Its versions, by number.</summary>
    public IReadOnlyList<DraftVersion> Versions { get; init; } = [];

    /// <summary>When it was entered here (UTC).</summary>
    public required DateTime RecordedAt { get; init; }

    /// <inheritdoc />
    public Retraction? Retracted { get; init; }

    string IRow.Words => Title;

    string IRow.RecordedBy => "";

    IEnumerable<HappenedDay> IRow.Happened() => Versions.SelectMany((version, i) => version.SeenBy
        .Select((seen, j) => (Field: $"seenBy[{j}].since", On: seen.Since)).Prepend(("date", version.Date))
        .Where(day => day.On is not null).Select(day => new HappenedDay($"versions[{i}].{day.Field}", day.On!.Value)));

    IEnumerable<CitedPlace> IRow.Cited() =>
        Versions.SelectMany((version, i) => version.Citations.At($"versions[{i}].citations", version.Date));

    Findable? IRow.Findable(DateOnly on) => new(Title, [.. Versions.Select(version => version.Note)]);

    Draft IRow<Draft>.WithKey(string key) => this with { Key = key };

    Draft IRow<Draft>.Stamped(DateTime now, string by) => Stamped(now, by);

    IDescriptive? IDescriptive.AsOf(DateOnly date, DateTime? before) =>
        Versions.Where(v => v.Date <= date && LiveEntries.IsKnown(v.RecordedAt, before))
            .OrderBy(v => v.Number).Select(v => v.AsOf(date)).ToList() is { Count: > 0 } versions
            ? this with { Versions = versions }
            : null;

    // What is on the table is stated as a whole: where approval is asked for, its form is for managers.
    object? IDescriptive.StatedOutcome => null;

    // That a party sees a version is news by itself where it comes after the version's own day.
    IEnumerable<News> IDescriptive.News(DateOnly on) => Versions.SelectMany(version => version.SeenBy
        .Where(seen => seen.Since > version.Date)
        .Select(seen => Of(version) with
        {
            Date = seen.Since!.Value, Precision = seen.Precision, PartyKey = seen.PartyKey, Text = null, RoundKey = null,
        })
        .Prepend(Of(version)));

    Draft IDescriptive<Draft>.WithRetraction(Retraction? retraction) => this with { Retracted = retraction };

    Draft IDescriptive<Draft>.Edited(DateTime now, string by) => Stamped(now, by);

    // A version is a line of the feed: it may be corrected, and is known by the moment of its recording.
    RuleViolation? IDescriptive<Draft>.Loses(Draft before) =>
        before.Versions.Where((version, i) => Versions.Count <= i || Versions[i].RecordedAt != version.RecordedAt).FirstOrDefault() is { } lost
            ? new RuleViolation(
                "versions",
                $"Version {lost.Number} is already on the board: correct what is wrong in it, or retract the draft. "
                + "It can’t be removed or moved.")
            : null;

    bool IDescriptive<Draft>.MovesFigure(Draft? before) => false;

    private News Of(DraftVersion version) => new(version.Date)
    {
        Title = Title,
        IssueKeys = IssueKeys,
        PartyKeys = [.. version.HeldByKeys, .. version.SeenBy.Select(seen => seen.PartyKey), .. version.NotSeenByKeys],
        Version = version.Number,
        RoundKey = version.RoundKey,
        Text = version.Note,
        Citations = version.Citations,
        RecordedAt = version.RecordedAt,
        RecordedBy = version.RecordedBy,
    };

    // New versions are entered when the draft is saved; those that were there keep their moment.
    private Draft Stamped(DateTime now, string by) => this with
    {
        RecordedAt = RecordedAt == default ? now : RecordedAt,
        Versions = [.. Versions.Select(v => v.RecordedAt == default ? v with { RecordedAt = now, RecordedBy = by } : v)],
    };
}

/// <summary>One version of a draft.</summary>
public sealed record DraftVersion
{
    /// <summary>Number, from 1 up.</summary>
    public required int Number { get; init; }

    /// <summary>The day of the version.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Pages, if known.</summary>
    public int? Pages { get; init; }

    /// <summary>Points, if known.</summary>
    public int? Points { get; init; }

    /// <summary>Passages still in brackets, if known.</summary>
    public int? BracketedPassages { get; init; }

    /// <summary>Keys of the parties that hold it.</summary>
    public IReadOnlyList<string> HeldByKeys { get; init; } = [];

    /// <summary>The parties that have seen it without being said to hold it.</summary>
    public IReadOnlyList<SeenBy> SeenBy { get; init; } = [];

    /// <summary>Keys of the parties that have not seen it yet. Of a party in none of the three lists it is not known.</summary>
    public IReadOnlyList<string> NotSeenByKeys { get; init; } = [];

    /// <summary>Key of the round that it came out of, if it did and one is known.</summary>
    public string? RoundKey { get; init; }

    /// <summary>What is new or notable in it.</summary>
    public string? Note { get; init; }

    /// <summary>Where it stands; at least one.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>When it was entered here (UTC).</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Who entered it; empty if that is not kept.</summary>
    public string RecordedBy { get; init; } = "";

    /// <summary>The version as it stood on a date: who has seen it only since a later day had not seen it yet.</summary>
    internal DraftVersion AsOf(DateOnly date) => SeenBy.All(seen => seen.Since is null || seen.Since <= date) ? this : this with
    {
        SeenBy = [.. SeenBy.Where(seen => seen.Since is null || seen.Since <= date)],
        NotSeenByKeys = [.. NotSeenByKeys, .. SeenBy.Where(seen => seen.Since > date).Select(seen => seen.PartyKey)],
    };
}

/// <summary>A party that has seen a version of a draft.</summary>
public sealed record SeenBy
{
    /// <summary>Key of the party.</summary>
    public required string PartyKey { get; init; }

    /// <summary>The day since which it has, before which it had not; null where it has from the version's own day on, or no day is known.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>How exactly the day is known.</summary>
    public DatePrecision Precision { get; init; }
}
