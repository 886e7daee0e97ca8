using System.Globalization;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Domain.Claims;

/// <summary>A dated statement: who said which figure of what, about the whole or a part of it, between whom; append-only.</summary>
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

    /// <summary>The claimed share in percent, 0 to 100; for a range, the lower end. Null if none was named, or so many points of so many.</summary>
    public decimal? Figure { get; init; }

    /// <summary>The upper end of a range, in percent; null where the figure is no range.</summary>
    public decimal? FigureTo { get; init; }

    /// <summary>How many points were said to be done, of <see cref="Points"/>: the 25 of "25 of 28"; instead of a figure in percent.</summary>
    public int? AgreedPoints { get; init; }

    /// <summary>The claimant's own number of points, 1 or above; null where none was named.</summary>
    public int? Points { get; init; }

    /// <summary>Of what: "issues", "the deal".</summary>
    public required string OfWhat { get; init; }

    /// <summary>What it is about, and between whom as far as it says.</summary>
    public required ClaimScope Scope { get; init; }

    /// <summary>Key of the dyad: with <see cref="ClaimScope.Dyad"/>, and where a claim about issues or a draft says between whom.</summary>
    public string? DyadKey { get; init; }

    /// <summary>Keys of the issues that it speaks of; only with <see cref="ClaimScope.Issues"/>.</summary>
    public IReadOnlyList<string> IssueKeys { get; init; } = [];

    /// <summary>Key of the draft, or of the text that became an agreement; only with <see cref="ClaimScope.Draft"/>.</summary>
    public string? DraftKey { get; init; }

    /// <summary>What it is about, in words, where that is nothing that the board tracks.</summary>
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

    /// <summary>Key of the round that it came out of, if it did and one is known.</summary>
    public string? RoundKey { get; init; }

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

    /// <summary>Whether it names a share, in whichever way.</summary>
    public bool HasFigure => Figure is not null || AgreedPoints is not null;

    /// <summary>
    /// Whether it speaks of a part of what is negotiated: of issues or a document. Such a claim stands with them, never at the head of a board.
    /// </summary>
    public bool IsOfPart => Scope is ClaimScope.Issues or ClaimScope.Draft;

    /// <summary>The figure in one line, as data: "90%", "90–95%", "25 of 28"; null where none was named. Pages print it in the reader's
    /// language.</summary>
    public string? FigureText => this switch
    {
        { AgreedPoints: { } agreed } => string.Create(CultureInfo.InvariantCulture, $"{agreed} of {Points}"),
        { Figure: { } from, FigureTo: { } to } => string.Create(CultureInfo.InvariantCulture, $"{from:0.######}–{to:0.######}%"),
        { Figure: { } figure } => string.Create(CultureInfo.InvariantCulture, $"{figure:0.######}%"),
        _ => null,
    };

    string IRow.Words => $"{FirstClaimant?.Name ?? "claim"} {OccurredOn:yyyy-MM-dd}";

    IEnumerable<HappenedDay> IRow.Happened() => Kind == EntryKind.Retraction ? [] : [new HappenedDay("occurredOn", OccurredOn)];

    IEnumerable<CitedPlace> IRow.Cited() =>
        Appearances.Select((appearance, i) =>
            new CitedPlace($"appearances[{i}].citation", appearance.Citation, new DateAsKnown(OccurredOn, Precision)));

    Findable? IRow.Findable(DateOnly on) => new(
        ClaimantNames,
        [
            string.Join(" · ", new[] { FigureText, OfWhat, ThresholdWord }.OfType<string>()),
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
        RoundKey = RoundKey,
        IssueKeys = [.. IssueKeys.Union(NamedOpenIssueKeys)],
        PartyKeys = Claimants.Select(claimant => claimant.PartyKey).OfType<string>(),
        Text = ThresholdWord,
        Citations = Appearances.Select(appearance => appearance.Citation),
        RecordedAt = RecordedAt,
        RecordedBy = RecordedBy,
    };
}

/// <summary>What a claim speaks of.</summary>
public enum ClaimScope
{
    /// <summary>The whole, between the two parties of one dyad.</summary>
    Dyad,
    /// <summary>The whole of what is negotiated, among all.</summary>
    WholeBoard,
    /// <summary>One issue, or some.</summary>
    Issues,
    /// <summary>One document: a draft, or the agreement that it became.</summary>
    Draft,
    /// <summary>Others, or something else that the board does not track as such.</summary>
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
