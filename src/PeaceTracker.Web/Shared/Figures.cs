using System.Globalization;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Web.Shared;

/// <summary>Figures in the reader's words. They are computed in the Domain; here they are only printed.</summary>
public static class Figures
{
    /// <summary>"18 of 20"; "nothing to count" where no issue is in scope, or none that is applies.</summary>
    public static string Counts(this IStringLocalizer<Text> l, Share share) =>
        share.Total == 0 ? l["nothing to count"] : l["{0} of {1}", share.Met, share.Total];

    /// <summary>"18 of 20 (90%)"; counts only where there are too few issues for a percentage.</summary>
    public static string Share(this IStringLocalizer<Text> l, Share share) =>
        Percent(l, share) is { } percent ? l["{0} of {1} ({2})", share.Met, share.Total, percent] : Counts(l, share);

    /// <summary>One of two texts by number: "1 source", "2 sources".</summary>
    public static string Number(this IStringLocalizer<Text> l, int number, string one, string many) => l[number == 1 ? one : many, number];

    /// <summary>"90%"; null where there are too few issues for a percentage.</summary>
    public static string? Percent(this IStringLocalizer<Text> l, Share share) =>
        share.PrintsPercent ? Percent(l, share.Value!.Value) : null;

    /// <summary>"90%".</summary>
    public static string Percent(this IStringLocalizer<Text> l, Ratio ratio)
    {
        ArgumentNullException.ThrowIfNull(l);
        return PercentText.Of(ratio, CultureInfo.CurrentCulture);
    }

    /// <summary>A claimed figure: "90%".</summary>
    public static string ClaimedPercent(this IStringLocalizer<Text> l, decimal figure)
    {
        ArgumentNullException.ThrowIfNull(l);
        return figure.ToString("0.##", CultureInfo.CurrentCulture) + "%";
    }

    /// <summary>"0–57.1%", or "0 to 4 of 7"-like counts where there are too few issues for a percentage; null where nothing is unknown.</summary>
    public static string? Band(this IStringLocalizer<Text> l, Share share) => share switch
    {
        { Unknown: 0 } => null,
        { PrintsPercent: true } => $"{Percent(l, share.Value!.Value).TrimEnd('%')}–{Percent(l, share.High!.Value)}",
        _ => l["{0} to {1} of {2}", share.Met, share.Met + share.Unknown, share.Total].Value,
    };

    /// <summary>A difference with its unit and sign: "+25.7 points".</summary>
    public static string SignedPoints(this IStringLocalizer<Text> l, Ratio difference) =>
        l["{0} points", PercentText.SignedPoints(difference, CultureInfo.CurrentCulture)];

    /// <summary>The size of a difference: "90".</summary>
    public static string Points(this IStringLocalizer<Text> l, Ratio difference)
    {
        ArgumentNullException.ThrowIfNull(l);
        return PercentText.Points(difference, CultureInfo.CurrentCulture);
    }

    /// <summary>How far a claim and the board are apart, without sign: "90", of a range "85 to 90"; null where they can't be compared.</summary>
    public static string? Gap(this IStringLocalizer<Text> l, ClaimComparison comparison) => comparison switch
    {
        { Gap: { } gap, GapTo: { } to } when gap == to => l.Points(gap),
        { Gap: { Numerator: < 0 } gap, GapTo: { } to } => l["{0} to {1}", l.Points(to), l.Points(gap)],
        { Gap: { } gap, GapTo: { } to } => l["{0} to {1}", l.Points(gap), l.Points(to)],
        _ => null,
    };

    /// <summary>The same with its sign and unit: "+90 points", "+85 to +90 points".</summary>
    public static string? SignedGap(this IStringLocalizer<Text> l, ClaimComparison comparison) => comparison switch
    {
        { Gap: { } gap, GapTo: { } to } when gap == to => l.SignedPoints(gap),
        { Gap: { } gap, GapTo: { } to } => l["{0} to {1}", PercentText.SignedPoints(gap, CultureInfo.CurrentCulture), l.SignedPoints(to)],
        _ => null,
    };

    /// <summary>The threshold as a heading: "Agreed in principle or better".</summary>
    public static string Phrase(this IStringLocalizer<Text> l, Threshold threshold) =>
        l["{0} or better", l.Word(threshold.LowestLevel())];

    /// <summary>The name of a share: "Agreed share".</summary>
    public static string Name(this IStringLocalizer<Text> l, Threshold threshold) => l[threshold switch
    {
        Threshold.Moving => "Moving share",
        Threshold.Agreed => "Agreed share",
        Threshold.TextAgreed => "Text-agreed share",
    }];

    /// <summary>A claimed figure as machines read it, in percent; of a range the lower end.</summary>
    public static string Machine(ClaimedShare figure) => PercentText.Machine(figure.Low);

    /// <summary>A share as machines read it, in percent; empty where there is nothing to count.</summary>
    public static string Machine(Share share) => share.Value is { } value ? PercentText.Machine(value) : "";
}
