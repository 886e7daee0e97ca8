using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Claims;

/// <summary>What follows from a claim's own numbers, by arithmetic alone.</summary>
public static class ImpliedText
{
    /// <summary>"90% of the 20 points leaves 2."; null where the claim implies nothing, for it does not say how many points it counts.</summary>
    public static string? Open(IStringLocalizer<Text> l, ClaimComparison comparison)
    {
        if (comparison is not { ImpliedOpen: var (fewest, most) })
        {
            return null;
        }

        var claim = comparison.Claim;
        var said = claim.AgreedPoints is null
            ? l["{0} of the {1} points", l.ClaimFigure(claim)!, claim.Points!].Value
            : l["{0} of {1}", claim.AgreedPoints, claim.Points!].Value;
        return fewest == most ? l["{0} leaves {1}.", said, Points(l, most)] : l["{0} leaves {1} to {2}.", said, Points(l, fewest), Points(l, most)];
    }

    /// <summary>How long the claimant's list would be if the issues named as open were all that is left; null where that does not follow.</summary>
    public static string? Total(IStringLocalizer<Text> l, ClaimComparison comparison, int onBoard) => comparison.ImpliedTotal is { } total
        ? l["If the {0} issues named as open were all that {1} leaves, the claimant’s list would have about {2}; this board has {3}.",
            comparison.Claim.NamedOpenIssueKeys.Count, l.ClaimFigure(comparison.Claim)!, decimal.Round(total), onBoard].Value
        : null;

    // A percentage is rounded when it is said, so a part of a point says only that the number is about that.
    private static string Points(IStringLocalizer<Text> l, decimal points)
    {
        var whole = decimal.Round(points, MidpointRounding.AwayFromZero);
        return Math.Abs(points - whole) < 0.05m ? l["{0}", whole] : l["about {0}", whole];
    }
}
