using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Issues;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Issues;

/// <summary>The words of issues and of their steps.</summary>
public static class IssueWords
{
    /// <summary>A position in short: "Rejects, red line".</summary>
    public static string InShort(this IStringLocalizer<Text> l, Position position)
    {
        var stance = position.Stance is null ? l["No stance given"].Value : l.Word(position.Stance);
        return position.Flexibility == Flexibility.RedLine ? l["{0}, red line", stance] : stance;
    }

    /// <summary>The name of an order.</summary>
    public static string Word(this IStringLocalizer<Text> l, IssueSort sort) => l[sort switch
    {
        IssueSort.Title => "Issue",
        IssueSort.Category => "Category",
        IssueSort.Salience => "Salience",
        IssueSort.Level => "Level",
        IssueSort.Evidence => "Last evidence",
        IssueSort.Remaining => "What remains",
        IssueSort.Since => "Since, last move",
        IssueSort.Objections => "Objecting",
        IssueSort.Agenda => "No.",
    }];

    /// <summary>Levels that are asked for, in words: "below agreed in principle", "narrowing or better", "Disputed, Unknown".</summary>
    public static string Levels(this IStringLocalizer<Text> l, LevelFilter levels) => levels switch
    {
        { Under: { } level } => l["below {0}", Small(l.Word(level))],
        { From: { } level } => l["{0} or better", Small(l.Word(level))],
        _ => string.Join(", ", levels.Levels.Select(l.Word)),
    };

    private static string Small(string word) => char.ToLower(word[0], System.Globalization.CultureInfo.CurrentCulture) + word[1..];

    /// <summary>A filter that is set, in words: "Level: Disputed".</summary>
    public static string Filter(this IStringLocalizer<Text> l, IssueList list, string name) => name switch
    {
        "q" => l["Words: {0}", list.Query.Text!],
        "level" => l["Level: {0}", l.Levels(list.Query.Levels)],
        "category" => l["Category: {0}", string.Join(", ", list.Query.Categories)],
        "dyad" => l["Pair: {0}", string.Join(", ", list.Asked.Select(list.At.Board.DyadName))],
        "party" => l["Party: {0}", string.Join(", ", list.Query.Parties.Select(key => list.At.Board.Parties[key].Name))],
        "open" => l["Only what remains"],
        "redlines" => l["Red lines only"],
        "reopened" => l["Reopened only"],
        "contested" => l["Contested only"],
        "core" => l["Core issues only"],
        "stale" => l["Without new evidence"],
        "single" => l["Resting on one publisher"],
        "group" => l["Working group: {0}", string.Join(
            ", ", list.At.Board.Record.WorkingGroups.Where(g => list.Query.Groups.Has(g.Key)).Select(g => g.Name))],
        _ => l["Basis: {0}", string.Join(", ", list.Query.Bases.Select(basis => l.Word(basis)))],
    };

    /// <summary>What the level of an issue is judged over, in one sentence.</summary>
    public static string Why(this IStringLocalizer<Text> l, IssueView view)
    {
        var board = view.At.Board;
        var judged = view.Standing.Judged;
        var names = string.Join(", ", view.SetBy.Select(d => board.DyadName(d.Dyad)));
        return (judged.Count, view.Standing.JudgedOverRequired, view.SetBy.Count) switch
        {
            (0, _, _) => l["The issue applies to no pair on this date, so nothing can be said about it."],
            (1, true, _) => l["Judged over {0}, the one required pair to which the issue applies.", board.DyadName(judged[0].Dyad)],
            (1, false, _) =>
                l["No required pair applies to this issue, so it is judged over the only other one: {0}.", board.DyadName(judged[0].Dyad)],
            (_, true, _) when view.Standing.Level == Domain.Issues.Level.Unknown && view.SetBy.Count < judged.Count =>
                l["Unknown for {0}, while the other required pairs agree: the overall level can’t be told.", names],
            (var count, true, _) => l["The weakest of the {0} required pairs to which the issue applies decides: {1}.", count, names],
            (var count, false, _) => l["No required pair applies to this issue, so the weakest of its {0} other pairs decides: {1}.", count, names],
        };
    }

    /// <summary>What is unusual about a status event.</summary>
    public static string Warning(this IStringLocalizer<Text> l, StatusEventWarning warning, Board board) => warning switch
    {
        StatusEventWarning.Falls falls =>
            l["This lowers the level, which was “{0}” until then. If our record was wrong, correct the earlier entry instead.", l.Word(falls.From)],
        StatusEventWarning.Jumps jumps =>
            l["This raises the level by two or more at once, from “{0}”. Is a step in between missing?", l.Word(jumps.From)],
        StatusEventWarning.Contests contests =>
            l["“{0}” is already recorded for the same day. The weaker of the two will be shown, as contested.", l.Word(contests.Other)],
        StatusEventWarning.BeforeTheLast before =>
            l["This is dated before the newest step, which is of {0}. Today’s board stays as it is.", l.Date(before.Last.On, before.Last.Precision)],
        StatusEventWarning.OneSided one => l[
            "No statement by {0} accepting this is recorded. If only one side says so, the basis is “One-sided”.",
            board.Parties[one.Silent].Name],
        _ => l["That is already its level."],
    };

    /// <summary>How old something is: "12 days old".</summary>
    public static string Age(this IStringLocalizer<Text> l, int days) => days switch
    {
        0 => l["new on this date"],
        1 => l["1 day old"],
        _ => l["{0} days old", days],
    };
}
