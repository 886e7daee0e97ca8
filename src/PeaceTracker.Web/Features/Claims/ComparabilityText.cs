using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Web.Features.Claims;

/// <summary>How well a claim and the board can be compared, in words.</summary>
public static class ComparabilityText
{
    /// <summary>The grade's name.</summary>
    public static string Name(IStringLocalizer<Text> l, Comparability grade) => l[grade switch
    {
        Comparability.Comparable => "Comparable",
        Comparability.Indicative => "Indicative",
        _ => "Not comparable",
    }];

    /// <summary>The sentence that gives the reason.</summary>
    public static string Of(IStringLocalizer<Text> l, ClaimComparison comparison) => (comparison.Comparability, comparison.Reason) switch
    {
        (Comparability.Comparable, _) => l["Same parties, same threshold, and a published list of issues."],
        (Comparability.Indicative, _) => l["Same parties and threshold, but the claimant’s list of issues is not this board’s published agenda: the board counts the issues that its sources name."],
        (_, NotComparableReason.NoFigure) => l["The claim names no figure."],
        (_, NotComparableReason.NoThreshold) => l["The claim’s words don’t say how far the issues are agreed."],
        (_, NotComparableReason.OtherScope) => l["The claim speaks of parties or matters that the board does not track as such."],
        (_, NotComparableReason.NoIssues) => l["No issue was in scope on the date."],
        _ => l["Fewer than {0} issues are in scope: too few for a percentage.", Share.FewestForPercent],
    };
}
