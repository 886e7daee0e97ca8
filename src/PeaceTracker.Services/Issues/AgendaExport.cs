using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Issues;

/// <summary>The versions of the agenda as a table for a file, newest first.</summary>
public static class AgendaExport
{
    /// <summary>The table; <paramref name="seenAt"/> is where it can be seen.</summary>
    public static ExportTable Of(BoardSnapshot at, string seenAt) => ExportTable.Of<AgendaVersion>(
        $"{at.Negotiation.Title}: agendas",
        ExportTable.AboutOf(at, "The versions of the agenda that had begun, newest first. The first is in force.", seenAt),
        [
            new("number", ColumnType.Whole, "Number of the version.", a => a.Number),
            new("title", ColumnType.Text, "Title.", a => a.Title),
            new("in_force_from", ColumnType.Day, "The day from which it is in force.", a => a.InForceFrom),
            new("points", ColumnType.Whole, "How many points it has, named or not.", a => a.PointCount, "points"),
            new("named", ColumnType.Whole, "How many of them are named.", a => a.Named, "issues"),
            new("issue_keys", ColumnType.Text, "Keys of the issues that it names, in its order.", a => RowTexts.Joined(a.IssueKeys)),
            new("published", ColumnType.Truth, "Whether the list itself was published.", a => a.Published),
            new("scope_changes", ColumnType.Text, "What it changed: kind, from which issues, to which.", a => RowTexts.Joined(a.ScopeChanges.Select(
                c => $"{ScaleWord.Of(c.Kind)}: {string.Join(", ", c.FromIssueKeys)} → {string.Join(", ", c.ToIssueKeys)}"))),
            .. RowTexts.Entered<AgendaVersion>(at.Board, a => a.Citations),
        ],
        at.Agendas);
}
