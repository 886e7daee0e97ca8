using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Positions;
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

    /// <summary>A filter that is set, in words: "Stance: Rejects".</summary>
    public static string Filter(this IStringLocalizer<Text> l, MatrixView view, string name) => name switch
    {
        "q" => l["Words: {0}", view.Query.Text!],
        "category" => l["Category: {0}", view.Query.Category!],
        "party" => l["Party: {0}", view.At.Board.Parties[view.Query.Party!].Name],
        "dyad" => l["Pair: {0}", view.At.Board.DyadName(view.At.Board.Dyads[view.Query.Dyad!])],
        "level" => l["Level: {0}", l.Word(view.Query.Level!.Value)],
        "stance" => l["Stance: {0}", l.Word(view.Query.Stance)],
        "redlines" => l["Red lines only"],
        _ => l["Stale only"],
    };
}
