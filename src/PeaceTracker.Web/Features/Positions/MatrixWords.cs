using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Positions;
using PeaceTracker.Web.Features.Issues;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Positions;

/// <summary>The words of the matrix.</summary>
public static class MatrixWords
{
    /// <summary>An order in words, for choosing it: "Salience, highest first".</summary>
    public static string Order(this IStringLocalizer<Text> l, Board board, MatrixOrder order, string? key, bool descending) =>
        (order, descending) switch
    {
        (MatrixOrder.Salience, true) => l["Salience, highest first"],
        (MatrixOrder.Salience, _) => l["Salience, lowest first"],
        (MatrixOrder.Category, true) => l["Category, Z to A"],
        (MatrixOrder.Category, _) => l["Category, A to Z"],
        (MatrixOrder.Level, true) => l["Level, strongest first"],
        (MatrixOrder.Level, _) => l["Level, weakest first"],
        (MatrixOrder.Objections, true) => l["Objecting parties, most first"],
        (MatrixOrder.Objections, _) => l["Objecting parties, fewest first"],
        (MatrixOrder.Evidence, true) => l["Evidence, newest first"],
        (MatrixOrder.Evidence, _) => l["Evidence, oldest first"],
        (MatrixOrder.Party, true) => l["Stance of {0}, accepts first", board.Parties[key!].Label],
        (MatrixOrder.Party, _) => l["Stance of {0}, rejects first", board.Parties[key!].Label],
        (MatrixOrder.Dyad, true) => l["Level {0}, strongest first", board.DyadName(board.Dyads[key!])],
        (MatrixOrder.Dyad, _) => l["Level {0}, weakest first", board.DyadName(board.Dyads[key!])],
        (MatrixOrder.Agenda, true) => l["Agenda, last first"],
        (MatrixOrder.Agenda, _) => l["As on the agenda"],
    };

    /// <summary>The order at hand in words.</summary>
    public static string Order(this IStringLocalizer<Text> l, MatrixView view) =>
        l.Order(view.At.Board, view.Query.Order, view.Query.OrderKey, view.Query.Descending);

    /// <summary>A cell of a level in words: "Text agreed, 10 July 2025. Blocks the issue."</summary>
    public static string Cell(this IStringLocalizer<Text> l, IssueStanding issue, DyadStanding? between, bool blocks)
    {
        IStanding shown = between is null ? issue : between;
        var (contested, reopened) = between is null ? (issue.Contested, issue.Reopened) : (between.Contested, between.Reopened);
        return string.Join(' ', Sentences());

        IEnumerable<string> Sentences()
        {
            yield return between?.Step is { } step ? $"{l.Word(shown.Level)}, {l.Date(step.Date, step.Precision)}." : $"{l.Word(shown.Level)}.";
            if (shown.Level != Level.Unknown && shown.Basis == Basis.Claimed)
            {
                yield return l["One side’s word."];
            }

            if (contested)
            {
                yield return l["Contested."];
            }

            if (reopened)
            {
                yield return l["Reopened."];
            }

            if (blocks)
            {
                yield return l["Blocks the issue."];
            }
        }
    }

    /// <summary>A cell of a position in words: "Objects. Red line. Self-stated, 24 days old."</summary>
    public static string Cell(this IStringLocalizer<Text> l, Position position, int age, LevelStep? agreed) => string.Join(' ', new[]
    {
        StanceOf(l, position) + ".",
        position.Flexibility is { } flexibility ? l.Word(flexibility) + "." : "",
        $"{l.Word(position.Attribution)}, {l.Age(age)}.",
        agreed is null ? "" : l["Before the agreement of {0}.", l.Date(agreed.Date, agreed.Precision)].Value,
    }.Where(text => text.Length > 0));

    /// <summary>The sign of a stance, one or two characters; a word stands beside it or appears on pointing.</summary>
    public static string Sign(Stance? stance) => stance switch
    {
        Stance.Accepts => "++",
        Stance.AcceptsWithConditions => "+",
        Stance.Undecided => "·",
        Stance.Objects => "−",
        Stance.Rejects => "−−",
        null => "?",
    };

    /// <summary>The style sheet's name for a stance.</summary>
    public static string Look(Stance? stance) => stance switch
    {
        Stance.Accepts => "stance-accepts",
        Stance.AcceptsWithConditions => "stance-conditions",
        Stance.Undecided => "stance-undecided",
        Stance.Objects => "stance-objects",
        Stance.Rejects => "stance-rejects",
        null => "stance-none",
    };

    private static string StanceOf(IStringLocalizer<Text> l, Position position) =>
        position.Stance is null ? l["No stance given"] : l.Word(position.Stance);

    /// <summary>A filter that is set, in words: "Stance: Rejects".</summary>
    public static string Filter(this IStringLocalizer<Text> l, MatrixView view, string name) => name switch
    {
        "q" => l["Words: {0}", view.Query.Text!],
        "category" => l["Category: {0}", string.Join(", ", view.Query.Categories)],
        "party" => l["Party: {0}", string.Join(", ", view.Query.Parties.Select(key => view.At.Board.Parties[key].Name))],
        "dyad" => l["Pair: {0}", string.Join(", ", view.Query.Dyads.Select(key => view.At.Board.DyadName(view.At.Board.Dyads[key])))],
        "level" => l["Level: {0}", l.Levels(view.Query.Levels)],
        "stance" => l["Stance: {0}", string.Join(", ", view.Query.Stances.Select(stance => l.Word((Stance?)stance)))],
        "redlines" => l["Red lines only"],
        _ => l["Stale only"],
    };
}
