using PeaceTracker.Domain.Claims;

namespace PeaceTracker.Domain.Agreement;

/// <summary>How well a claim and the board can be compared.</summary>
public enum Comparability
{
    /// <summary>They can't, and the page says why; no gap is shown.</summary>
    NotComparable,
    /// <summary>Same parties and threshold, but the claimant's list of issues is not the board's published agenda.</summary>
    Indicative,
    /// <summary>Same parties, threshold and published agenda, that in force on the day of the claim.</summary>
    Comparable,
}

/// <summary>Why a claim and the board can't be compared.</summary>
public enum NotComparableReason
{
    /// <summary>They can.</summary>
    None,
    /// <summary>The claim names no figure.</summary>
    NoFigure,
    /// <summary>Its words name no threshold.</summary>
    NoThreshold,
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

    /// <summary>The shares of the claim's scope; null where the board does not track it.</summary>
    public ScopeShares? Scope { get; private init; }

    /// <summary>The threshold that the claim's words name; null where they name none.</summary>
    public Threshold? Threshold { get; private init; }

    /// <summary>The computed share of that scope against that threshold; null where one of them is missing.</summary>
    public Share? Computed { get; private init; }

    /// <summary>How well they can be compared.</summary>
    public Comparability Comparability { get; private init; }

    /// <summary>Why not, where they can't.</summary>
    public NotComparableReason Reason { get; private init; }

    /// <summary>Claimed − computed, as a fraction (0.9 is 90 percentage points), −1 to 1; null where they can't be compared.</summary>
    public Ratio? Gap { get; private init; }

    /// <summary>
    /// Arithmetic, not fact: the open items that the figure leaves of the scope's issues, (1 − figure) × total, unrounded.
    /// 90% of 20 leaves 2. Null without a figure or without a scope that has issues.
    /// </summary>
    public decimal? ImpliedOpen { get; private init; }

    /// <summary>
    /// Arithmetic, not fact: the length of list of which the issues named as open would be what the figure leaves,
    /// named / (1 − figure), unrounded. Two open issues under 90% imply 20. Null without a figure, at 100%, or where none is named.
    /// </summary>
    public decimal? ImpliedTotal { get; private init; }

    /// <summary>Compares a claim with the board of <paramref name="snapshot"/>, be it that of the claim's date or of another.</summary>
    public static ClaimComparison Of(Claim claim, BoardSnapshot snapshot)
    {
        var scope = claim.Scope switch
        {
            ClaimScope.WholeBoard => snapshot.Shares,
            ClaimScope.Dyad => claim.DyadKey is { } key ? snapshot.Dyad(key)?.Shares : null,
            ClaimScope.Other => null,
        };
        Threshold? threshold = claim.Threshold switch
        {
            ClaimThreshold.Narrowed => Agreement.Threshold.Moving,
            ClaimThreshold.Agreed => Agreement.Threshold.Agreed,
            ClaimThreshold.Text => Agreement.Threshold.TextAgreed,
            ClaimThreshold.None => null,
        };
        Share? computed = scope is not null && threshold is { } t ? scope.Against(t) : null;
        var reason = ReasonAgainst(claim, scope, threshold, anyIssue: snapshot.Issues.Count > 0);
        var figure = claim.Figure is { } percent ? Ratio.FromPercent(percent) : (Ratio?)null;
        var comparable = reason == NotComparableReason.None;
        var left = figure is { } f ? 1m - f.ToDecimal() : (decimal?)null;
        return new ClaimComparison
        {
            Claim = claim,
            Date = snapshot.Date,
            Scope = scope,
            Threshold = threshold,
            Computed = computed,
            Reason = reason,
            Comparability = !comparable ? Comparability.NotComparable
                : claim.ListPublished && IsOfThisAgenda(claim, snapshot) ? Comparability.Comparable
                : Comparability.Indicative,
            Gap = comparable ? figure!.Value - computed!.Value.Value!.Value : null,
            ImpliedOpen = scope is { Total: > 0 } ? left * scope.Total : null,
            ImpliedTotal = left > 0 && claim.NamedOpenIssueKeys.Count > 0 ? claim.NamedOpenIssueKeys.Count / left : null,
        };
    }

    // A list published for an agenda that has since changed is no longer the board's list.
    private static bool IsOfThisAgenda(Claim claim, BoardSnapshot snapshot) =>
        snapshot.Agenda is { Published: true } agenda
        && snapshot.Agendas.FirstOrDefault(a => a.InForceFrom <= claim.OccurredOn)?.Number == agenda.Number;

    private static NotComparableReason ReasonAgainst(Claim claim, ScopeShares? scope, Threshold? threshold, bool anyIssue) =>
        (claim.Figure, scope, threshold) switch
    {
        (null, _, _) => NotComparableReason.NoFigure,
        (_, null, _) => NotComparableReason.OtherScope,
        (_, _, null) => NotComparableReason.NoThreshold,
        (_, { Total: 0 }, _) => anyIssue ? NotComparableReason.NothingApplies : NotComparableReason.NoIssues,
        (_, { Total: < Share.FewestForPercent }, _) => NotComparableReason.TooFewIssues,
        _ => NotComparableReason.None,
    };
}
