using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Issues;

/// <summary>The list of issues as a table for a file: all that matches, in the same order, every page of it.</summary>
public static class IssueExport
{
    /// <summary>
    /// The table of a list. <paramref name="filters"/> is what the reader asked for, by name, and <paramref name="seenAt"/> where the list
    /// can be seen.
    /// </summary>
    public static ExportTable Of(IssueList list, IEnumerable<(string Name, string? Value)> filters, string seenAt) => ExportTable.Of(
        $"{list.At.Negotiation.Title}: issues",
        ExportTable.AboutOf(
            list.At,
            list.Dyad is null
                ? "Level over the whole board: the lowest known level of the required pairs to which the issue applies, or of the other pairs if "
                    + "no required one applies; unknown if one pair is unknown and the others all agree."
                    + (list.Asked.Count > 1 ? " What was asked of level and basis holds between at least one of the pairs chosen." : "")
                : $"Level between {list.At.Board.DyadName(list.Dyad)}: that of the newest status event recorded for the pair; where events of "
                    + "one date disagree, the lower one.",
            seenAt,
            filters),
        Columns(list),
        list.Matching);

    private static ExportColumn<ListedIssue>[] Columns(IssueList list) =>
    [
        new("number", ColumnType.Whole, "Place on the agenda, from 1.", row => row.Number),
        new("key", ColumnType.Text, "Key of the issue: it never changes.", row => row.Issue.Key),
        new("issue", ColumnType.Text, "Title of the issue.", row => row.Issue.Title),
        new("category", ColumnType.Text, "Category of the issue.", row => row.Issue.Category),
        new("salience", ColumnType.Whole, "Weight of the issue in the weighted share, 1 to 5.", row => row.Issue.Salience),
        new("core", ColumnType.Truth, "Whether it is one of the core issues.", row => row.Issue.IsCore),
        new("level", ColumnType.Text, "Level of agreement, a word of the scale.", row => ScaleWord.Of(row.Level)),
        new("level_rank", ColumnType.Whole, "Place of the level on the scale; empty if it has none.", row => row.Level.Rank()),
        new("basis", ColumnType.Text, "On record, or one-sided (claimed); empty if there is no level.",
            row => row.Level is Level.Unknown or Level.NotApplicable ? null : ScaleWord.Of(row.Basis)),
        new("contested", ColumnType.Truth, "Whether events of one day disagree.", row => row.Contested),
        new("reopened", ColumnType.Truth, "Whether it had been agreed before.", row => row.Reopened),
        new("stale", ColumnType.Truth, "Whether its evidence is older than the board’s limit.", row => row.Stale),
        new("pair", ColumnType.Text, "The pair whose level it is; empty for the whole board.",
            _ => list.Dyad is null ? null : list.At.Board.DyadName(list.Dyad)),
        new("decided_by", ColumnType.Text, "The pairs whose level decides it.", row => string.Join("; ", row.SetBy)),
        new("judged_over_required_pairs", ColumnType.Truth, "Whether the required pairs decide it, or the others because none applies.",
            row => row.Standing.JudgedOverRequired),
        new("last_evidence", ColumnType.Day, "Day of the newest status event.", row => row.LastEvidence),
        new("sources", ColumnType.Text, "Where the level is reported: publisher and place.", row => string.Join("; ", Sources(row, list.At.Board))),
        new("date_precision", ColumnType.Text, "How exactly the day of the last evidence is known: day, week or month.",
            row => row.LastEvidence is { } last ? ScaleWord.Of(last.Precision) : null),
        new("pairs", ColumnType.Text, "Keys of the pairs to which the issue applies.", row => RowTexts.Joined(row.Issue.DyadKeys)),
    ];

    private static IEnumerable<string> Sources(ListedIssue row, Board board) =>
        (row.OfDyad ? new[] { row.Between }.OfType<DyadStanding>() : row.Standing.Judged)
            .SelectMany(d => d.Step?.Shown.Citations ?? [])
            .Select(c => $"{board.Sources[c.SourceKey].Publisher}, {c.Locator}")
            .Distinct();
}
