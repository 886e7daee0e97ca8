using PeaceTracker.Domain.Claims;

namespace PeaceTracker.Domain.Agreement;

/// <summary>
/// What a claim says as a share: fractions, 0 to 1, kept exactly. Both ends are the same unless the claim named a range. It is what was said,
/// and is never averaged with another claim or with what the board yields.
/// </summary>
/// <param name="Low">The figure, or the lower end of a range.</param>
/// <param name="High">The figure, or the upper end of a range.</param>
public readonly record struct ClaimedShare(Ratio Low, Ratio High)
{
    /// <summary>Whether a range was named.</summary>
    public bool IsRange => Low != High;

    /// <summary>The share that a claim names: a percentage, so many points of so many, or a range; null where it names none.</summary>
    public static ClaimedShare? Of(Claim claim) => claim switch
    {
        { AgreedPoints: { } agreed, Points: > 0 and var points } => Exactly(new Ratio(agreed, points)),
        { Figure: { } from, FigureTo: { } to } => new ClaimedShare(Ratio.FromPercent(from), Ratio.FromPercent(to)),
        { Figure: { } figure } => Exactly(Ratio.FromPercent(figure)),
        _ => null,
    };

    /// <summary>
    /// Arithmetic, not evidence: how many of so many points the share leaves, (1 − share) × points, unrounded; the fewest by the upper end of a
    /// range, the most by its lower end. 90% of 20 leaves 2, 25 of 28 leaves 3, 90–95% of 20 leaves 1 to 2.
    /// </summary>
    public (decimal Fewest, decimal Most) LeftOf(int points) => (Left(High, points), Left(Low, points));

    private static ClaimedShare Exactly(Ratio share) => new(share, share);

    private static decimal Left(Ratio share, int points) => (decimal)(share.Denominator - share.Numerator) * points / share.Denominator;
}
