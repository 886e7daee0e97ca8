using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Issues;

/// <summary>The list of issues as a table for a file: all that matches, in the same order, every page of it.</summary>
public static class IssueExport
{
    private static readonly string[] Columns =
    [
        "number", "key", "issue", "category", "salience", "core", "level", "level_rank", "basis", "contested", "reopened", "stale",
        "pair", "decided_by", "judged_over_required_pairs", "last_evidence", "sources", "date_precision",
    ];

    /// <summary>
    /// The table of a list. <paramref name="filters"/> is what the reader asked for, by name, and <paramref name="seenAt"/> where the list
    /// can be seen.
    /// </summary>
    public static ExportTable Of(IssueList list, IEnumerable<(string Name, string? Value)> filters, string seenAt)
    {
        var at = list.At;
        return new ExportTable(
            $"{at.Negotiation.Title}: issues",
            [
                .. ExportTable.Moment(at),
                ExportTable.Filters(filters),
                ("definition", list.Dyad is null
                    ? "Level over the whole board: the lowest known level of the required pairs to which the issue applies, of the other pairs "
                        + "where no required one applies; unknown while an unknown pair stands beside others that all agree."
                    : $"Level between {at.Board.DyadName(list.Dyad)}: that of the newest status event recorded for the pair; where events of "
                        + "one date disagree, the lower one."),
                ("source", $"PeaceTracker, {seenAt}"),
            ],
            Columns,
            [.. list.Matching.Select(row => Row(row, list))]);
    }

    private static object?[] Row(ListedIssue row, IssueList list) =>
    [
        row.Number, row.Issue.Key, row.Issue.Title, row.Issue.Category, row.Issue.Salience, row.Issue.IsCore,
        ScaleWord.Of(row.Level), row.Level.Rank(), row.Level is Level.Unknown or Level.NotApplicable ? null : ScaleWord.Of(row.Basis),
        row.Contested, row.Reopened, row.Stale,
        list.Dyad is null ? null : list.At.Board.DyadName(list.Dyad), string.Join("; ", row.SetBy), row.Standing.JudgedOverRequired,
        row.LastEvidence?.On, string.Join("; ", Sources(row, list.At.Board)), row.LastEvidence is { } last ? ScaleWord.Of(last.Precision) : null,
    ];

    private static IEnumerable<string> Sources(ListedIssue row, Board board) =>
        (row.OfDyad ? new[] { row.Between }.OfType<DyadStanding>() : row.Standing.Judged)
            .SelectMany(d => d.Step?.Shown.Citations ?? [])
            .Select(c => $"{board.Sources[c.SourceKey].Publisher}, {c.Locator}")
            .Distinct();
}
