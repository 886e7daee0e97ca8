using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Domain.Claims;

/// <summary>A dated statement about the whole: who said which figure of what between whom; append-only.</summary>
public sealed record Claim : IEntry<Claim>
{
    /// <inheritdoc />
    public required string Key { get; init; }

    /// <inheritdoc />
    public EntryKind Kind { get; init; }

    /// <inheritdoc />
    public string? SupersedesKey { get; init; }

    /// <inheritdoc />
    public string? Reason { get; init; }

    /// <summary>Who said it; at least one.</summary>
    public IReadOnlyList<Claimant> Claimants { get; init; } = [];

    /// <summary>The claimants' names in one line, as data: in files, in the search, as a title. Pages also say who is anonymous.</summary>
    public string ClaimantNames => string.Join(", ", Claimants.Select(c => c.Name));

    /// <summary>The claimant named first, for whom a claim stands where there is room for one; null where none is named.</summary>
    public Claimant? FirstClaimant => Claimants.Count > 0 ? Claimants[0] : null;

    /// <summary>On what occasion: "on a conference call".</summary>
    public string? Occasion { get; init; }

    /// <summary>The claimed share in percent, 0 to 100; null where no figure was named.</summary>
    public decimal? Figure { get; init; }

    /// <summary>Of what: "issues", "the deal".</summary>
    public required string OfWhat { get; init; }

    /// <summary>Between whom, as far as the claim says.</summary>
    public required ClaimScope Scope { get; init; }

    /// <summary>Key of the dyad; only with <see cref="ClaimScope.Dyad"/>.</summary>
    public string? DyadKey { get; init; }

    /// <summary>Between whom, in words, where the scope is neither a dyad nor the whole board.</summary>
    public string? ScopeNote { get; init; }

    /// <summary>The claim's short words for how agreed: "broad agreement".</summary>
    public required string ThresholdWord { get; init; }

    /// <summary>Which threshold the words name.</summary>
    public required ClaimThreshold Threshold { get; init; }

    /// <summary>The speaker's own reservation in short words, null where there is none.</summary>
    public string? Hedge { get; init; }

    /// <summary>Whether the claimant published the list of issues that the figure counts.</summary>
    public bool ListPublished { get; init; }

    /// <summary>Keys of the issues that the claimant named as still open.</summary>
    public IReadOnlyList<string> NamedOpenIssueKeys { get; init; } = [];

    /// <summary>Keys of claims that it contradicts.</summary>
    public IReadOnlyList<string> ContradictsKeys { get; init; } = [];

    /// <summary>Where it appeared; at least one. The first is the one it was taken from.</summary>
    public IReadOnlyList<Appearance> Appearances { get; init; } = [];

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

    string IRow.Words => $"{FirstClaimant?.Name ?? "claim"} {OccurredOn:yyyy-MM-dd}";

    IEnumerable<HappenedDay> IRow.Happened() => Kind == EntryKind.Retraction ? [] : [new HappenedDay("occurredOn", OccurredOn)];

    IEnumerable<Citation> IRow.Cited() => Appearances.Select(appearance => appearance.Citation);

    Findable? IRow.Findable(DateOnly on) => new(
        ClaimantNames,
        [
            string.Join(" · ", new[] { Figure is { } figure ? $"{figure:0.##}%" : null, OfWhat, ThresholdWord }.OfType<string>()),
            Hedge, Occasion, ScopeNote, .. Appearances.Select(appearance => appearance.Wording),
        ]);

    Claim IRow<Claim>.WithKey(string key) => this with { Key = key };

    Claim IRow<Claim>.Stamped(DateTime now, string by) => this with { RecordedAt = now, RecordedBy = by };

    Claim IEntry<Claim>.Superseding(EntryKind kind, string key, string reason) =>
        this with { Kind = kind, SupersedesKey = key, Reason = reason };

    News IEntry.News() => new(OccurredOn)
    {
        Precision = Precision,
        Title = ClaimantNames,
        DyadKey = DyadKey,
        PartyKey = FirstClaimant?.PartyKey,
        IssueKeys = NamedOpenIssueKeys,
        PartyKeys = Claimants.Select(claimant => claimant.PartyKey).OfType<string>(),
        Text = ThresholdWord,
        Citations = Appearances.Select(appearance => appearance.Citation),
        RecordedAt = RecordedAt,
        RecordedBy = RecordedBy,
    };

}

/// <summary>Who made a claim.</summary>
public sealed record Claimant
{
    /// <summary>Key of the party for which the claimant speaks; null where it is none of them.</summary>
    public string? PartyKey { get; init; }

    /// <summary>Key of the delegate, where it is one of those on the board.</summary>
    public string? DelegateKey { get; init; }

    /// <summary>Name or description: "two US officials".</summary>
    public required string Name { get; init; }

    /// <summary>Whether the source withholds the name.</summary>
    public bool Anonymous { get; init; }
}

/// <summary>One publication of a claim, with the words in which that outlet put its scope.</summary>
public sealed record Appearance
{
    /// <summary>Where.</summary>
    public required Citation Citation { get; init; }

    /// <summary>How this outlet put figure, scope or words, where that differs: "of the terms".</summary>
    public string? Wording { get; init; }
}

/// <summary>Between whom a claim says that there is agreement.</summary>
public enum ClaimScope
{
    /// <summary>Between the two parties of one dyad.</summary>
    Dyad,
    /// <summary>Among all, on the whole of what is negotiated.</summary>
    WholeBoard,
    /// <summary>Among others or on something else that the board does not track as such.</summary>
    Other,
}

/// <summary>Which threshold a claim's words name.</summary>
public enum ClaimThreshold
{
    /// <summary>The words name none.</summary>
    None,
    /// <summary>Gaps narrowed: compared with the moving share.</summary>
    Narrowed,
    /// <summary>Agreed: compared with the agreed share.</summary>
    Agreed,
    /// <summary>Text done or ready to sign: compared with the text-agreed share.</summary>
    Text,
}
