using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Domain.Positions;

/// <summary>What a party wants on an issue, with who says that it is the party's position; append-only.</summary>
public sealed record Position : IEntry<Position>
{
    /// <inheritdoc />
    public required string Key { get; init; }

    /// <inheritdoc />
    public EntryKind Kind { get; init; }

    /// <inheritdoc />
    public string? SupersedesKey { get; init; }

    /// <inheritdoc />
    public string? Reason { get; init; }

    /// <summary>Key of the party.</summary>
    public required string PartyKey { get; init; }

    /// <summary>Key of the issue.</summary>
    public required string IssueKey { get; init; }

    /// <summary>How the party stands to what is proposed; null where the source gives a position without one.</summary>
    public Stance? Stance { get; init; }

    /// <summary>How far it can move; null where the source does not say.</summary>
    public Flexibility? Flexibility { get; init; }

    /// <summary>The position, in one or two sentences of our own.</summary>
    public required string Text { get; init; }

    /// <summary>Who says that this is the party's position.</summary>
    public required Attribution Attribution { get; init; }

    /// <summary>Key of the round in which it was put, if one is known.</summary>
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

    string IRow.Words => $"{IssueKey}-{PartyKey}";

    IEnumerable<HappenedDay> IRow.Happened() => Kind == EntryKind.Retraction ? [] : [new HappenedDay("occurredOn", OccurredOn)];

    IEnumerable<CitedPlace> IRow.Cited() => Citations.At("citations", new DateAsKnown(OccurredOn, Precision));

    Findable? IRow.Findable(DateOnly on) => null;

    Position IRow<Position>.WithKey(string key) => this with { Key = key };

    Position IRow<Position>.Stamped(DateTime now, string by) => this with { RecordedAt = now, RecordedBy = by };

    Position IEntry<Position>.Superseding(EntryKind kind, string key, string reason) =>
        this with { Kind = kind, SupersedesKey = key, Reason = reason };

    News IEntry.News() => new(OccurredOn)
    {
        Precision = Precision,
        IssueKey = IssueKey,
        PartyKey = PartyKey,
        RoundKey = RoundKey,
        Text = Text,
        Citations = Citations,
        RecordedAt = RecordedAt,
        RecordedBy = RecordedBy,
    };
}
