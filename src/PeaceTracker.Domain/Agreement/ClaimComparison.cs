using PeaceTracker.Domain.Claims;

namespace PeaceTracker.Domain.Agreement;

/// <summary>How well a claim and the board can be compared.</summary>
public enum Comparability
{
    /// <summary>They can't, and the page says why; no gap is shown.</summary>
    NotComparable,
    /// <summary>Same parties and threshold, but not the same points, or nobody can tell (<see cref="IndicativeReason"/>).</summary>
    Indicative,
    /// <summary>Same parties, threshold, number of points and published agenda, that in force on the day of the claim.</summary>
    Comparable,
}

/// <summary>Why a claim and the board are only indicative of one another.</summary>
public enum IndicativeReason
{
    /// <summary>They are comparable, or not even indicative.</summary>
    None,
    /// <summary>The claim counts another number of points than the board.</summary>
    OtherNumber,
    /// <summary>The claimant's list is not the board's published agenda: one of the two is not published, or the agenda has changed since.</summary>
    OtherList,
    /// <summary>The list is published, but the claim does not say how many points it counts.</summary>
    NumberNotSaid,
    /// <summary>The agenda has as many points as the claim counts, but names only some of them: the share is over these.</summary>
    NotAllNamed,
}

/// <summary>Why a claim and the board can't be compared.</summary>
public enum NotComparableReason
{
    /// <summary>They can.</summary>
    None,
    /// <summary>The claim gives no figure.</summary>
    NoFigure,
    /// <summary>Its words name no threshold.</summary>
    NoThreshold,
    /// <summary>It speaks of one issue: that is no share of a board.</summary>
    OneIssue,
    /// <summary>It speaks of one document, which has its own measure.</summary>
    OneDocument,
    /// <summary>It speaks of parties or matters that the board does not track as such.</summary>
    OtherScope,
    /// <summary>No issue was in scope on the date.</summary>
    NoIssues,
    /// <summary>Issues were in scope on the date, and none of them applies to the claim's pair, or to any.</summary>
    NothingApplies,
    /// <summary>Fewer issues than a percentage is printed for.</summary>
    TooFewIssues,
}

/// <summary>
/// A claim beside what the board yields for the claim's own scope and threshold on a date, on record. Claims are never averaged,
/// with each other or with the board.
/// </summary>
public sealed record ClaimComparison
{
    private ClaimComparison()
    {
    }

    /// <summary>The claim.</summary>
    public required Claim Claim { get; init; }

    /// <summary>The date for which the board was computed.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>What the claim says as a share; null where it names no figure.</summary>
    public ClaimedShare? Claimed { get; private init; }

    /// <summary>The shares of the claim's scope; null where the board does not track it, or it is one issue or one document.</summary>
    public ScopeShares? Scope { get; private init; }

    /// <summary>How many points the board counts in the claim's scope; null where there is no scope.</summary>
    public int? Points { get; private init; }

    /// <summary>The threshold that the claim's words name; null where they name none.</summary>
    public Threshold? Threshold { get; private init; }

    /// <summary>The computed share of that scope against that threshold; null where one of them is missing.</summary>
    public Share? Computed { get; private init; }

    /// <summary>How well they can be compared.</summary>
    public Comparability Comparability { get; private init; }

    /// <summary>Why not, where they can't.</summary>
    public NotComparableReason Reason { get; private init; }

    /// <summary>Why only indicative, where they are.</summary>
    public IndicativeReason Indicative { get; private init; }

    /// <summary>
    /// Claimed − computed, as a fraction (0.9 is 90 percentage points), −1 to 1, by the figure or the lower end of a range; null where they
    /// can't be compared.
    /// </summary>
    public Ratio? Gap { get; private init; }

    /// <summary>The same by the upper end of a range; equal to <see cref="Gap"/> where the claim names none.</summary>
    public Ratio? GapTo { get; private init; }

    /// <summary>Whether what is computed is what was claimed, or lies in the range claimed; false where they can't be compared.</summary>
    public bool IsInRange => Gap <= Ratio.Zero && GapTo >= Ratio.Zero;

    /// <summary>
    /// Arithmetic, not evidence: the open points that the figure leaves of the claimant's own number of points (<see cref="ClaimedShare.LeftOf"/>);
    /// 90% of 20 leaves 2. Null without a figure, and where the claim does not say how many points it counts: none are implied then.
    /// </summary>
    public (decimal Fewest, decimal Most)? ImpliedOpen { get; private init; }

    /// <summary>
    /// Arithmetic, not evidence: the length of list of which the issues named as open would be what the figure leaves,
    /// named / (1 − figure), unrounded. Two open issues under 90% imply 20. Null without a single figure, at 100%, where none is named, where
    /// the claim says itself how many points it counts, and where it speaks of a part.
    /// </summary>
    public decimal? ImpliedTotal { get; private init; }

    /// <summary>Compares a claim with the board of <paramref name="snapshot"/>, be it that of the claim's date or of another.</summary>
    public static ClaimComparison Of(Claim claim, BoardSnapshot snapshot)
    {
        var scope = ScopeOf(claim, snapshot);
        Threshold? threshold = claim.Threshold switch
        {
            ClaimThreshold.Narrowed => Agreement.Threshold.Moving,
            ClaimThreshold.Agreed => Agreement.Threshold.Agreed,
            ClaimThreshold.Text => Agreement.Threshold.TextAgreed,
            ClaimThreshold.None => null,
        };
        Share? computed = scope is not null && threshold is { } t ? scope.Against(t) : null;
        var reason = ReasonAgainst(claim, scope, threshold, anyIssue: snapshot.Issues.Count > 0);
        var claimed = ClaimedShare.Of(claim);
        var points = scope is null ? (int?)null : PointsOf(claim, scope, snapshot);
        var comparable = reason == NotComparableReason.None;
        var indicative = comparable ? Doubt(claim, points, scope!, snapshot) : IndicativeReason.None;
        return new ClaimComparison
        {
            Claim = claim,
            Date = snapshot.Date,
            Claimed = claimed,
            Scope = scope,
            Points = points,
            Threshold = threshold,
            Computed = computed,
            Reason = reason,
            Indicative = indicative,
            Comparability = !comparable ? Comparability.NotComparable
                : indicative == IndicativeReason.None ? Comparability.Comparable
                : Comparability.Indicative,
            Gap = comparable ? claimed!.Value.Low - computed!.Value.Value!.Value : null,
            GapTo = comparable ? claimed!.Value.High - computed!.Value.Value!.Value : null,
            ImpliedOpen = claim.Points is { } own ? claimed?.LeftOf(own) : null,
            ImpliedTotal = TotalImpliedBy(claim, claimed),
        };
    }

    private static ScopeShares? ScopeOf(Claim claim, BoardSnapshot snapshot) => claim.Scope switch
    {
        ClaimScope.WholeBoard => snapshot.Shares,
        ClaimScope.Dyad => claim.DyadKey is { } key ? snapshot.Dyad(key)?.Shares : null,
        ClaimScope.Issues when claim.IssueKeys.Count > 1 => ScopeShares.Over(StandingsOf(claim, snapshot)),
        ClaimScope.Issues or ClaimScope.Draft or ClaimScope.Other => null,
    };

    // Of the issues it names, those on the agenda; between its pair where it names one.
    private static IEnumerable<IStanding> StandingsOf(Claim claim, BoardSnapshot snapshot)
    {
        var issues = snapshot.Issues.Where(standing => claim.IssueKeys.Contains(standing.Issue.Key));
        return claim.DyadKey is { } dyad
            ? issues.SelectMany(standing => standing.Dyads).Where(d => d.Dyad.Key == dyad && d.Applies)
            : issues.Where(standing => standing.Applies);
    }

    // The one place that says how many points the board counts: those in scope, or all of an agenda that has more than it names. Which of the
    // others concern a pair nobody knows.
    private static int PointsOf(Claim claim, ScopeShares scope, BoardSnapshot snapshot) =>
        claim.Scope == ClaimScope.WholeBoard && snapshot.Agenda is { } agenda && agenda.PointCount > agenda.Named ? agenda.PointCount : scope.Total;

    private static IndicativeReason Doubt(Claim claim, int? points, ScopeShares scope, BoardSnapshot snapshot) =>
        claim.Points is { } own && own != points ? IndicativeReason.OtherNumber
        : !claim.ListPublished || !IsOfThisAgenda(claim, snapshot) ? IndicativeReason.OtherList
        : claim.Points is null ? IndicativeReason.NumberNotSaid
        : points != scope.Total ? IndicativeReason.NotAllNamed
        : IndicativeReason.None;

    // A list published for an agenda that has since changed is no longer the board's list.
    private static bool IsOfThisAgenda(Claim claim, BoardSnapshot snapshot) =>
        snapshot.Agenda is { Published: true } agenda
        && snapshot.Agendas.FirstOrDefault(a => a.InForceFrom <= claim.OccurredOn)?.Number == agenda.Number;

    private static decimal? TotalImpliedBy(Claim claim, ClaimedShare? claimed) =>
        claimed is { IsRange: false } share && share.Low < Ratio.One && claim.NamedOpenIssueKeys.Count > 0 && claim.Points is null && !claim.IsOfPart
            ? claim.NamedOpenIssueKeys.Count / (Ratio.One - share.Low).ToDecimal()
            : null;

    private static NotComparableReason ReasonAgainst(Claim claim, ScopeShares? scope, Threshold? threshold, bool anyIssue) =>
        (claim.HasFigure, scope, threshold) switch
    {
        (false, _, _) => NotComparableReason.NoFigure,
        (_, null, _) => claim.Scope switch
        {
            ClaimScope.Issues => NotComparableReason.OneIssue,
            ClaimScope.Draft => NotComparableReason.OneDocument,
            ClaimScope.Dyad or ClaimScope.WholeBoard or ClaimScope.Other => NotComparableReason.OtherScope,
        },
        (_, _, null) => NotComparableReason.NoThreshold,
        (_, { Total: 0 }, _) => anyIssue ? NotComparableReason.NothingApplies : NotComparableReason.NoIssues,
        (_, { Total: < Share.FewestForPercent }, _) => NotComparableReason.TooFewIssues,
        _ => NotComparableReason.None,
    };
}
