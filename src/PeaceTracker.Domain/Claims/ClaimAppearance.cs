using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Domain.Claims;

/// <summary>
/// One more publication of a claim, found after the claim was recorded. Nothing was wrong with the claim, so it is no correction; append-only.
/// </summary>
public sealed record ClaimAppearance : IEntry<ClaimAppearance>
{
    /// <inheritdoc />
    public required string Key { get; init; }

    /// <inheritdoc />
    public EntryKind Kind { get; init; }

    /// <inheritdoc />
    public string? SupersedesKey { get; init; }

    /// <inheritdoc />
    public string? Reason { get; init; }

    /// <summary>Key of the claim, or of any entry that it corrected or was corrected by: it belongs to what stands in their place.</summary>
    public required string ClaimKey { get; init; }

    /// <summary>Where it appeared.</summary>
    public required Citation Citation { get; init; }

    /// <summary>How this outlet put figure, scope or words, where that differs: "of the terms".</summary>
    public string? Wording { get; init; }

    /// <summary>When it was published.</summary>
    public required DateOnly OccurredOn { get; init; }

    /// <inheritdoc />
    public DatePrecision Precision { get; init; }

    /// <inheritdoc />
    public int OrderInDay { get; init; }

    /// <inheritdoc />
    public required DateTime RecordedAt { get; init; }

    /// <summary>Who entered it.</summary>
    public string RecordedBy { get; init; } = "";

    /// <summary>The appearance as it is listed with those that the claim was recorded with.</summary>
    public Appearance Appearance => new() { Citation = Citation, Wording = Wording };

    string IRow.Words => $"{ClaimKey} in {Citation.SourceKey}";

    IEnumerable<HappenedDay> IRow.Happened() => Kind == EntryKind.Retraction ? [] : [new HappenedDay("occurredOn", OccurredOn)];

    IEnumerable<CitedPlace> IRow.Cited() => [new CitedPlace("citation", Citation, new DateAsKnown(OccurredOn, Precision))];

    // It is found with its claim.
    Findable? IRow.Findable(DateOnly on) => null;

    ClaimAppearance IRow<ClaimAppearance>.WithKey(string key) => this with { Key = key };

    ClaimAppearance IRow<ClaimAppearance>.Stamped(DateTime now, string by) => this with { RecordedAt = now, RecordedBy = by };

    ClaimAppearance IEntry<ClaimAppearance>.Superseding(EntryKind kind, string key, string reason) =>
        this with { Kind = kind, SupersedesKey = key, Reason = reason };

    News IEntry.News() => new(OccurredOn)
    {
        Precision = Precision,
        // The feed names the claim, which this row knows only by key.
        Title = ClaimKey,
        Text = Wording,
        Citations = [Citation],
        RecordedAt = RecordedAt,
        RecordedBy = RecordedBy,
    };
}
