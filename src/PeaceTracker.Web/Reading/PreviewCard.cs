using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Reading;

/// <summary>The picture of the two figures, which stands beside a link to a board elsewhere.</summary>
public static class PreviewCard
{
    /// <summary>The name of its files.</summary>
    public const string Name = "card";

    /// <summary>Its size as it is drawn, and as PNG, in pixels.</summary>
    public const int DrawnWidth = 1200, DrawnHeight = 630, Width = 2 * DrawnWidth, Height = 2 * DrawnHeight;

    /// <summary>What it shows, for whoever can't see it.</summary>
    public static string InWords(IStringLocalizer<Text> l, BoardSnapshot at)
    {
        if (HeadlineClaim.Of(at)?.Claim is not { } claim)
        {
            return l["No figure is claimed on record. Computed: {0}.", l.Share(at.Shares.Agreed)];
        }

        var compared = ClaimComparison.Of(claim, at);
        return l["Claimed: {0} ({1}, {2}). Computed, same scope: {3}.", l.ClaimFigure(claim)!, l.Claimants(claim),
            l.Date(claim.OccurredOn, claim.Precision), l.Share((compared.Scope ?? at.Shares).Against(compared.Threshold ?? Threshold.Agreed))];
    }
}
