using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Claims;

/// <summary>How well a claim and the board can be compared, in words.</summary>
public static class ComparabilityText
{
    /// <summary>The grade's name.</summary>
    public static string Name(IStringLocalizer<Text> l, Comparability grade) => l[grade switch
    {
        Comparability.Comparable => "Comparable",
        Comparability.Indicative => "Roughly comparable",
        Comparability.NotComparable => "Not comparable",
    }];

    /// <summary>The grade's sign, filled as far as the two can be compared.</summary>
    public static string Sign(Comparability grade) => grade switch
    {
        Comparability.Comparable => "●",
        Comparability.Indicative => "◐",
        Comparability.NotComparable => "○",
    };

    /// <summary>What a grade says, in a few words.</summary>
    public static string InBrief(IStringLocalizer<Text> l, Comparability grade) => l[grade switch
    {
        Comparability.Comparable => "same parties, threshold and published list",
        Comparability.Indicative => "same parties and threshold, but not the same list",
        Comparability.NotComparable => "no gap can be given",
    }];

    /// <summary>The sentence that gives the reason.</summary>
    public static string Of(IStringLocalizer<Text> l, ClaimComparison comparison) => comparison.Reason switch
    {
        NotComparableReason.None when comparison.Comparability == Comparability.Comparable =>
            l["Same parties, same threshold, same number of points, and a published list of issues."],
        NotComparableReason.None => Of(l, comparison.Indicative, comparison),
        NotComparableReason.NoFigure => l["The claim gives no figure."],
        NotComparableReason.NoThreshold => l["The claim’s words don’t say how far the issues are agreed."],
        NotComparableReason.OneIssue => l["The claim is about one issue. That is not a share of a board, so it is shown on the issue’s own page."],
        NotComparableReason.OneDocument =>
            l["The claim is about one document. That is not a share of a board, so it is shown on the document’s own page."],
        NotComparableReason.OtherScope => l["The claim is about parties or matters that this board does not track."],
        NotComparableReason.NothingApplies => l["None of the issues in scope on the date applies to the parties of the claim."],
        NotComparableReason.NoIssues => l["No issue was in scope on the date."],
        NotComparableReason.TooFewIssues =>
            l["Fewer than {0} issues are counted: too few for a percentage.", Share.FewestForPercent],
    };

    private static string Of(IStringLocalizer<Text> l, IndicativeReason reason, ClaimComparison comparison) => reason switch
    {
        IndicativeReason.OtherNumber => l["Same parties and threshold, but the claim counts {0} points and this board {1}.",
            comparison.Claim.Points!, comparison.Points == comparison.Scope!.Total
                ? l.Number(comparison.Scope.Total, "{0} issue", "{0} issues")
                : l.Number(comparison.Points!.Value, "{0} point", "{0} points")],
        IndicativeReason.NotAllNamed =>
            l["Same parties, threshold and number of points, but the agenda names only some of its {0} points: the share is over {1}.",
                comparison.Points!, l.Number(comparison.Scope!.Total, "{0} issue", "{0} issues")],
        IndicativeReason.NumberNotSaid => l["Same parties and threshold, but the claim does not say how many points it counts."],
        IndicativeReason.OtherList or IndicativeReason.None =>
            l["Same parties and threshold, but the claimant’s list of issues is not this board’s published agenda: "
                + "the board counts the issues that its sources name."],
    };
}
