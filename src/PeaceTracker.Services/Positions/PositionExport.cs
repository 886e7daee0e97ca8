using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Positions;

/// <summary>Positions, and the matrix, as tables for files.</summary>
public static class PositionExport
{
    /// <summary>The positions that stand, newest first: all, or those on some issues, of some parties.</summary>
    public static ExportTable Of(
        BoardSnapshot at, ChosenSet<string> issues, ChosenSet<string> parties, IEnumerable<(string Name, string? Value)> filters, string seenAt)
    {
        var inForce = at.PositionsInForce.Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        return ExportTable.Of(
            $"{at.Negotiation.Title}: positions",
            ExportTable.AboutOf(
                at, "What parties want on issues, newest first: corrected and retracted entries are left out, earlier positions are not.", seenAt,
                filters),
            [
                new("key", ColumnType.Text, "Key of the position.", p => p.Key),
                .. RowTexts.Happened<Position>(),
                new("party_key", ColumnType.Text, "Key of the party.", p => p.PartyKey),
                new("party", ColumnType.Text, "Name of the party.", p => at.Board.Parties[p.PartyKey].Name),
                new("issue_key", ColumnType.Text, "Key of the issue.", p => p.IssueKey),
                new("issue", ColumnType.Text, "Title of the issue.", p => at.Board.Issues[p.IssueKey].Title),
                new("in_force", ColumnType.Truth, "Whether it is the party’s newest on the issue.", p => inForce.Contains(p.Key)),
                new("stance", ColumnType.Text, "The party’s attitude to what is proposed.", p => Word(p.Stance)),
                new("flexibility", ColumnType.Text, "How far it can move.", p => Word(p.Flexibility)),
                new("attribution", ColumnType.Text, "Who says that it is the party’s position.", p => ScaleWord.Of(p.Attribution)),
                new("text", ColumnType.Text, "The position, in our own words.", p => p.Text),
                new("round", ColumnType.Text, "Key of the round in which it was put.", p => p.RoundKey),
                .. RowTexts.Entered<Position>(at.Board, p => p.Citations),
            ],
            at.Positions.Where(p => issues.Passes(p.IssueKey) && parties.Passes(p.PartyKey)));
    }

    /// <summary>The matrix: an issue a row, with a column for each pair and each party that is shown.</summary>
    public static ExportTable Matrix(MatrixView view, IEnumerable<(string Name, string? Value)> filters, string seenAt) => ExportTable.Of(
        $"{view.At.Negotiation.Title}: matrix",
        ExportTable.AboutOf(
            view.At, "Issues in scope, each with its level between each pair and the stance in force of each party.", seenAt, filters),
        [
            new("number", ColumnType.Whole, "Place on the agenda, from 1.", row => row.Standing.Number),
            new("key", ColumnType.Text, "Key of the issue.", row => row.Standing.Issue.Key),
            new("issue", ColumnType.Text, "Title of the issue.", row => row.Standing.Issue.Title),
            new("category", ColumnType.Text, "Category of the issue.", row => row.Standing.Issue.Category),
            new("salience", ColumnType.Whole, "Weight of the issue in the weighted share, 1 to 5.", row => row.Standing.Issue.Salience),
            new("core", ColumnType.Truth, "Whether it is one of the core issues.", row => row.Standing.Issue.IsCore),
            new("level", ColumnType.Text, "Level over the whole board.", row => ScaleWord.Of(row.Standing.Level)),
            new("objections", ColumnType.Whole, "Parties that object or reject.", row => MatrixView.Objections(row.Standing), "parties"),
            new("last_evidence", ColumnType.Day, "Day of the last evidence.", row => row.Standing.LastEvidence),
            .. view.Dyads.Select((dyad, i) => new ExportColumn<MatrixLine>(
                $"pair_{dyad.Dyad.Key}", ColumnType.Text, $"Level between {dyad.Name}; empty if the issue does not name the pair.",
                row => row.Dyads[i] is { } standing ? ScaleWord.Of(standing.Level) : null)),
            .. view.Parties.Select((column, i) => new ExportColumn<MatrixLine>(
                $"party_{column.Party.Key}", ColumnType.Text, $"Stance of {column.Party.Name}; empty if none is recorded.",
                row => Word(row.Positions[i]?.Stance))),
        ],
        view.Matching.Select(view.Line));

    private static string? Word<T>(T? value) where T : struct, Enum => value is { } word ? ScaleWord.Of(word) : null;
}
