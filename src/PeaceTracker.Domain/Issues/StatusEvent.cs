using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Domain.Issues;

/// <summary>The level of one issue between one dyad from a date on, as sources report it; append-only.</summary>
public sealed record StatusEvent : IEntry<StatusEvent>
{
    /// <inheritdoc />
    public required string Key { get; init; }

    /// <inheritdoc />
    public EntryKind Kind { get; init; }

    /// <inheritdoc />
    public string? SupersedesKey { get; init; }

    /// <inheritdoc />
    public string? Reason { get; init; }

    /// <summary>Key of the issue.</summary>
    public required string IssueKey { get; init; }

    /// <summary>Key of the dyad.</summary>
    public required string DyadKey { get; init; }

    /// <summary>The level reached; that of the superseded event for a retraction.</summary>
    public required Level Level { get; init; }

    /// <summary>Whether both sides say so.</summary>
    public required Basis Basis { get; init; }

    /// <summary>Why this level, in one sentence of our own.</summary>
    public required string Rationale { get; init; }

    /// <summary>Key of the round in which it came about, if one is known.</summary>
    public string? RoundKey { get; init; }

    /// <summary>Where it stands; at least one.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <inheritdoc />
    public required DateOnly OccurredOn { get; init; }

    /// <inheritdoc />
    public DatePrecision Precision { get; init; }

    /// <inheritdoc />
    public int OrderInDay { get; init; }

    /// <inheritdoc />
    public required DateTime RecordedAt { get; init; }

    /// <summary>Who entered it.</summary>
    public string RecordedBy { get; init; } = "";

    string IRow.Words => $"{IssueKey}-{DyadKey}";

    IEnumerable<HappenedDay> IRow.Happened() => Kind == EntryKind.Retraction ? [] : [new HappenedDay("occurredOn", OccurredOn)];

    IEnumerable<CitedPlace> IRow.Cited() => Citations.At("citations", new DateAsKnown(OccurredOn, Precision));

    Findable? IRow.Findable(DateOnly on) => null;

    StatusEvent IRow<StatusEvent>.WithKey(string key) => this with { Key = key };

    StatusEvent IRow<StatusEvent>.Stamped(DateTime now, string by) => this with { RecordedAt = now, RecordedBy = by };

    StatusEvent IEntry<StatusEvent>.Superseding(EntryKind kind, string key, string reason) =>
        this with { Kind = kind, SupersedesKey = key, Reason = reason };

    News IEntry.News() => new(OccurredOn)
    {
        Precision = Precision,
        IssueKey = IssueKey,
        DyadKey = DyadKey,
        RoundKey = RoundKey,
        Text = Rationale,
        Citations = Citations,
        RecordedAt = RecordedAt,
        RecordedBy = RecordedBy,
    };
}

/// <summary>On whose word a status event rests.</summary>
public enum Basis
{
    /// <summary>Both sides say so, or an agreed text exists.</summary>
    OnRecord,
    /// <summary>One side's or a third party's word.</summary>
    Claimed,
}
