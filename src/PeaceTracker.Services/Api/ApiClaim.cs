using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Api;

/// <summary>A claim beside what the record shows for the same scope.</summary>
/// <param name="Row">What was claimed, by whom, where it was said.</param>
/// <param name="Computed">The share of the same scope by the claim's own threshold, on the day that is looked at; null where none is such.</param>
/// <param name="Threshold">The threshold; null where the claim's words name none.</param>
/// <param name="Comparability">How far the two can be compared.</param>
/// <param name="GapPoints">Claimed less computed, in percentage points; null where they can't be compared.</param>
public sealed record ApiClaim(Claim Row, ApiFigure? Computed, Threshold? Threshold, Comparability Comparability, decimal? GapPoints)
{
    /// <summary>A claim as it was compared.</summary>
    public static ApiClaim Of(ClaimComparison claim) => new(
        claim.Claim, claim.Computed is { } computed ? ApiFigure.Of(computed) : null, claim.Threshold, claim.Comparability,
        claim.Computed is { } share ? ExportTable.Percent(share, claim.Gap) : null);
}
