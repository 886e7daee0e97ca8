using System.Globalization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Changes;

/// <summary>Two dates compared as a table for a file: a row for each issue in scope on one of them, with its level on both.</summary>
public static class ComparisonExport
{
    private static readonly string[] Columns =
    [
        "key", "issue", "category", "salience", "from_level", "from_basis", "from_agreed", "to_level", "to_basis", "to_agreed", "change",
    ];

    /// <summary>The table of a comparison; <paramref name="seenAt"/> is where it can be seen.</summary>
    public static ExportTable Of(DateComparison view, string seenAt)
    {
        var (agreed, at) = (view.Agreed, view.To);
        return new ExportTable(
            $"{at.Negotiation.Title}: two dates compared",
            [
                .. ExportTable.Moment(at),
                ("from", Day(view.From.Date)),
                ("to", Day(view.To.Date)),
                ("scope", string.Join(", ", new[]
                {
                    view.Scope.DyadKey is { } key ? at.Board.DyadName(at.Board.Dyads[key]) : "whole board",
                    view.Scope.CoreOnly ? "core issues" : null,
                }.OfType<string>())),
                ("agreed_from", $"{agreed.From.Met} of {agreed.From.Total}"),
                ("agreed_to", $"{agreed.To.Met} of {agreed.To.Total}"),
                ("effects", Effects(agreed)),
                ("definition", "Issues in scope on one of the two dates, on record: agreed is agreed in principle or better. Points are percentage "
                    + "points of the agreed share, from unrounded values; status, scope and weight effect add up to the change."),
                ("source", $"PeaceTracker, {seenAt}"),
            ],
            Columns,
            [.. Rows(view)]);
    }

    private static IEnumerable<object?[]> Rows(DateComparison view)
    {
        var after = view.After.Standings.ToDictionary(s => s.Issue.Key, StringComparer.Ordinal);
        foreach (var from in view.Before.Standings)
        {
            yield return Row(from, after.GetValueOrDefault(from.Issue.Key));
        }

        foreach (var added in view.Agreed.Added)
        {
            yield return Row(null, added);
        }
    }

    private static object?[] Row(IStanding? from, IStanding? to)
    {
        var issue = (to ?? from)!.Issue;
        return
        [
            issue.Key, issue.Title, issue.Category, issue.Salience,
            from is null ? null : ScaleWord.Of(from.Level), Basis(from), Agreed(from),
            to is null ? null : ScaleWord.Of(to.Level), Basis(to), Agreed(to),
            Change(from, to),
        ];
    }

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

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
