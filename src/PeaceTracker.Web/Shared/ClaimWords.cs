using System.Globalization;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Claims;

namespace PeaceTracker.Web.Shared;

/// <summary>What a claim says, in the reader's words: its figure, of what, and of which scope.</summary>
public static class ClaimWords
{
    /// <summary>"90%", "90–95%", "25 of 28 (89.3%)"; counts only of fewer points than a percentage is printed for. Null where no figure was
    /// named.</summary>
    public static string? ClaimFigure(this IStringLocalizer<Text> l, Claim claim) => claim switch
    {
        { AgreedPoints: { } agreed, Points: { } points } => Percent(l, claim) is { } percent
            ? l["{0} of {1} ({2})", agreed, points, percent]
            : l["{0} of {1}", agreed, points],
        { Figure: { } from, FigureTo: { } to } => $"{l.ClaimedPercent(from).TrimEnd('%')}–{l.ClaimedPercent(to)}",
        { Figure: { } figure } => l.ClaimedPercent(figure),
        _ => null,
    };

    /// <summary>The figure where it stands large: "90%", "25 of 28"; with what is left of it for the line beside: "89.3%".</summary>
    public static (string Large, string? Beside) ClaimHeadline(this IStringLocalizer<Text> l, Claim claim) =>
        claim is { AgreedPoints: { } agreed, Points: { } points }
            ? (l["{0} of {1}", agreed, points], Percent(l, claim))
            : (l.ClaimFigure(claim) ?? l["No figure"], null);

    /// <summary>"the 20 points", "the 20-point plan", "the deal (20 points)"; only "the deal" where no number of points was named.</summary>
    public static string OfWhat(this IStringLocalizer<Text> l, Claim claim) => claim.Points switch
    {
        null => claim.OfWhat,
        { } points when claim.OfWhat.Contains(points.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) => claim.OfWhat,
        { } points => l[claim.OfWhat.Contains(' ', StringComparison.Ordinal) ? "{1} ({0} points)" : "the {0} {1}", points, claim.OfWhat],
    };

    /// <summary>"90% of the 20 points", "25 of the 28 points (89.3%)", "issues": the figure with what it is of.</summary>
    public static string ClaimSaid(this IStringLocalizer<Text> l, Claim claim) => claim switch
    {
        { AgreedPoints: not null } when claim.OfWhat.Contains(' ', StringComparison.Ordinal) => l["{0}, {1}", l.ClaimFigure(claim)!, claim.OfWhat],
        { AgreedPoints: { } agreed, Points: { } points } => Percent(l, claim) is { } percent
            ? l["{0} of the {1} {2} ({3})", agreed, points, claim.OfWhat, percent]
            : l["{0} of the {1} {2}", agreed, points, claim.OfWhat],
        { HasFigure: true } => l["{0} of {1}", l.ClaimFigure(claim)!, l.OfWhat(claim)],
        _ => l.OfWhat(claim),
    };

    /// <summary>A claim among others: "Volodymyr Zelenskiy: 90% of the 20 points, ready".</summary>
    public static string ClaimTitle(this IStringLocalizer<Text> l, Claim claim) =>
        l["{0}: {1}, {2}", l.Claimants(claim), l.ClaimSaid(claim), claim.ThresholdWord];

    /// <summary>What it is about: "between Ukraine and Russia", "on Territory, between …", "on the draft “Text on territory”".</summary>
    public static string ClaimAbout(this IStringLocalizer<Text> l, Claim claim, Board board) => claim.Scope switch
    {
        ClaimScope.Dyad when claim.DyadKey is { } key => l.BetweenPair(key, board),
        ClaimScope.WholeBoard => l["among all parties"],
        ClaimScope.Issues => Of(l, claim, board, l["on {0}", string.Join(", ", claim.IssueKeys.Select(key => board.Issues[key].Title))]),
        ClaimScope.Draft => Of(l, claim, board, l["on the draft “{0}”", Draft(claim, board)]),
        ClaimScope.Dyad or ClaimScope.Other => claim.ScopeNote ?? l["about something this board does not track"],
    };

    /// <summary>The same as a line of its own: "Between Ukraine and Russia".</summary>
    public static string ClaimAboutLine(this IStringLocalizer<Text> l, Claim claim, Board board)
    {
        var words = l.ClaimAbout(claim, board);
        return words.Length == 0 ? words : char.ToUpper(words[0], CultureInfo.CurrentCulture) + words[1..];
    }

    /// <summary>"between Ukraine and Russia".</summary>
    public static string BetweenPair(this IStringLocalizer<Text> l, string dyadKey, Board board)
    {
        var dyad = board.Dyads[dyadKey];
        return l["between {0} and {1}", board.Parties[dyad.FirstPartyKey].Name, board.Parties[dyad.SecondPartyKey].Name];
    }

    /// <summary>The place of a claimed figure on a scale from 0 to 100: of a range its lower end.</summary>
    public static double Place(Claim claim) => ClaimedShare.Of(claim) is { } share ? (double)(share.Low.ToDecimal() * 100) : 0;

    private static string? Percent(IStringLocalizer<Text> l, Claim claim) =>
        claim.Points >= Domain.Agreement.Share.FewestForPercent ? l.Percent(ClaimedShare.Of(claim)!.Value.Low) : null;

    private static string Of(IStringLocalizer<Text> l, Claim claim, Board board, string matter) =>
        claim.DyadKey is { } key ? l["{0}, {1}", matter, l.BetweenPair(key, board)] : matter;

    private static string Draft(Claim claim, Board board) =>
        board.Record.Drafts.FirstOrDefault(draft => draft.Key == claim.DraftKey)?.Title ?? claim.DraftKey ?? "";
}
