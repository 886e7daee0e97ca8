using System.Globalization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Changes;

/// <summary>Two dates compared as a table for a file: a row for each issue in scope on one of them, with its level on both.</summary>
public static class ComparisonExport
{
    private static readonly ExportColumn<(IStanding? From, IStanding? To)>[] Columns =
    [
        new("key", ColumnType.Text, "Key of the issue: it never changes.", x => IssueOf(x).Key),
        new("issue", ColumnType.Text, "Title of the issue.", x => IssueOf(x).Title),
        new("category", ColumnType.Text, "Category of the issue.", x => IssueOf(x).Category),
        new("salience", ColumnType.Whole, "Weight of the issue in the weighted share, 1 to 5.", x => IssueOf(x).Salience),
        new("from_level", ColumnType.Text, "Level on the first date; empty if it was not in scope.", x => LevelOf(x.From)),
        new("from_basis", ColumnType.Text, "Its basis: on record, or one-sided (claimed).", x => Basis(x.From)),
        new("from_agreed", ColumnType.Truth, "Whether that is agreed in principle or better.", x => Agreed(x.From)),
        new("to_level", ColumnType.Text, "Level on the second date; empty if it was not in scope.", x => LevelOf(x.To)),
        new("to_basis", ColumnType.Text, "Its basis: on record, or one-sided (claimed).", x => Basis(x.To)),
        new("to_agreed", ColumnType.Truth, "Whether that is agreed in principle or better.", x => Agreed(x.To)),
        new("change", ColumnType.Text, "rose, fell, same, other (the basis alone moved), added or dropped.", x => Change(x.From, x.To)),
    ];

    /// <summary>The table of a comparison, in the order of its page; <paramref name="seenAt"/> is where it can be seen.</summary>
    public static ExportTable Of(DateComparison view, TableOrder<ComparedSort> order, string seenAt)
    {
        var (agreed, at) = (view.Agreed, view.To);
        return ExportTable.Of(
            $"{at.Negotiation.Title}: two dates compared",
            [
                .. ExportTable.AboutOf(
                    at,
                    "Issues in scope on one of the two dates, on record: agreed is agreed in principle or better. Points are percentage points of "
                        + "the agreed share, from unrounded values; status, scope and weight effect add up to the change.",
                    seenAt,
                    order.Values),
                ("from", ExportTable.Day(view.From.Date)),
                ("to", ExportTable.Day(view.To.Date)),
                ("scope", string.Join(", ", new[]
                {
                    view.Scope.DyadKey is { } key ? at.Board.DyadName(at.Board.Dyads[key]) : "whole board",
                    view.Scope.CoreOnly ? "core issues" : null,
                }.OfType<string>())),
                ("agreed_from", $"{agreed.From.Met} of {agreed.From.Total}"),
                ("agreed_to", $"{agreed.To.Met} of {agreed.To.Total}"),
                ("effects", Effects(agreed)),
            ],
            Columns,
            order.Rows([.. Rows(view)], IssueOf, x => ComparedOrder.Of(x.From?.Level), x => ComparedOrder.Of(x.To?.Level)));
    }

    private static IEnumerable<(IStanding? From, IStanding? To)> Rows(DateComparison view)
    {
        var after = view.After.Standings.ToDictionary(s => s.Issue.Key, StringComparer.Ordinal);
        return view.Before.Standings.Select(from => ((IStanding?)from, (IStanding?)after.GetValueOrDefault(from.Issue.Key)))
            .Concat(view.Agreed.Added.Select(added => ((IStanding?)null, (IStanding?)added)));
    }

    private static Issue IssueOf((IStanding? From, IStanding? To) row) => (row.To ?? row.From)!.Issue;

    private static string? LevelOf(IStanding? standing) => standing is null ? null : ScaleWord.Of(standing.Level);

    private static string? Basis(IStanding? standing) => standing is null || standing.Level == Level.Unknown ? null : ScaleWord.Of(standing.Basis);

    private static bool? Agreed(IStanding? standing) => standing is null ? null : standing.Judge(Threshold.Agreed) == Verdict.Met;

    private static string Change(IStanding? from, IStanding? to) => (from, to) switch
    {
        (null, _) => "added",
        (_, null) => "dropped",
        var (before, now) => new StandingChange(before, now).Direction switch
        {
            > 0 => "rose",
            < 0 => "fell",
            _ => (before.Level, before.Basis) == (now.Level, now.Basis) ? "same" : "other",
        },
    };

    private static string Effects(BoardComparison comparison) =>
        comparison is { Change: { } change, StatusEffect: { } status, ScopeEffect: { } scope, WeightEffect: { } weight }
            && comparison.From.PrintsPercent && comparison.To.PrintsPercent
        ? $"change {Points(change)} = status {Points(status)} + scope {Points(scope)} + weight {Points(weight)}"
        : "no percentage";

    private static string Points(Ratio difference) => PercentText.SignedPoints(difference, CultureInfo.InvariantCulture);
}
