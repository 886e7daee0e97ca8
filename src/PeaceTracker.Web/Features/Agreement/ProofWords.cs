using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Web.Features.Agreement;

/// <summary>The words of a proof: its formulas, its verdicts, its measures.</summary>
public static class ProofWords
{
    /// <summary>A verdict in a word.</summary>
    public static string Word(this IStringLocalizer<Text> l, Verdict verdict) => l[verdict switch
    {
        Verdict.Met => "Met",
        Verdict.NotMet => "Not met",
        Verdict.Unknown => "Unknown",
    }];

    /// <summary>Which entries a share believes, in a word.</summary>
    public static string Word(this IStringLocalizer<Text> l, ShareBasis basis) => l[basis switch
    {
        ShareBasis.OnRecord => "On record",
        ShareBasis.WithClaimed => "Counting one-sided",
    }];

    /// <summary>How each figure is computed, in the order of computing: what it is called in files, and the rule.</summary>
    public static IReadOnlyList<(string Name, string Text)> Formulas(IStringLocalizer<Text> l) =>
    [
        ("events", l[
            "For a pair, the entries of the newest day count; of these, those with the highest order in that day."]),
        ("level", l[
            "The level of a pair is the weakest that these entries give, in the order: not discussed, disputed, narrowing, deferred, "
            + "agreed in principle, text agreed, concluded, not applicable, unknown. It is on record if one of the entries at that "
            + "level is, else one-sided. Without an entry it is unknown."]),
        ("judged", l[
            "An issue is judged over its required pairs, except those to which it does not apply; if no required pair is left, over its other "
            + "pairs. An issue that names pairs and applies to none of them is not counted."]),
        ("verdictOfPair", l[
            "A pair meets a threshold when its level is at the threshold or above. Unknown is unknown; deferred, and every level "
            + "below, does not meet it. On record, a one-sided level at the threshold or above is unknown; counting one-sided, it meets it."]),
        ("verdictOfIssue", l[
            "An issue does not meet a threshold if one of its judged pairs does not. Otherwise it is unknown if one of them is unknown, or if "
            + "there is none. Otherwise it meets it."]),
        ("share", l[
            "A share is the number of issues that meet the threshold, divided by the number of issues counted: agreed from “agreed in principle”, "
            + "text agreed from “text agreed”, moving from “narrowing”. With fewer than five issues there is no percentage."]),
        ("band", l[
            "The band of a share runs from met / total to (met + unknown) / total."]),
        ("core", l[
            "The core share is the agreed share, on record, over the issues of salience 5."]),
        ("weighted", l[
            "The weighted share is the sum of the salience of the issues agreed on record, divided by the sum of the salience of all "
            + "issues counted."]),
        ("coverage", l[
            "Coverage is the number of issues whose level is known, divided by the number of issues counted. The level of an issue is the weakest "
            + "known one of its judged pairs; but if one pair is unknown and all others are agreed in principle or better, it is unknown."]),
    ];
}
