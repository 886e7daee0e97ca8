using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Issues;

/// <summary>The status events that stand, and the levels between pairs that follow from them, as tables for files.</summary>
public static class StatusEventExport
{
    private const string LevelWords = "Level of agreement, a word of the scale.";

    private const string RankWords = "Place of the level on the scale; empty if it has none.";

    /// <summary>The status events, newest first: all, or those of some issues, of some pairs.</summary>
    public static ExportTable Of(
        BoardSnapshot at, ChosenSet<string> issues, ChosenSet<string> dyads, IEnumerable<(string Name, string? Value)> filters, string seenAt) =>
        ExportTable.Of(
        $"{at.Negotiation.Title}: status events",
        ExportTable.AboutOf(
            at, "Steps between two parties on an issue, newest first: corrected and retracted ones are left out.", seenAt, filters),
        [
            new("key", ColumnType.Text, "Key of the status event.", e => e.Key),
            .. RowTexts.Happened<StatusEvent>(),
            new("order_in_day", ColumnType.Whole, "Order within the day: how many of the same issue and pair came before.", e => e.OrderInDay),
            new("issue_key", ColumnType.Text, "Key of the issue.", e => e.IssueKey),
            new("issue", ColumnType.Text, "Title of the issue.", e => at.Board.Issues[e.IssueKey].Title),
            new("dyad", ColumnType.Text, "Key of the pair.", e => e.DyadKey),
            new("pair", ColumnType.Text, "Name of the pair.", e => at.Board.DyadName(at.Board.Dyads[e.DyadKey])),
            new("level", ColumnType.Text, LevelWords, e => ScaleWord.Of(e.Level)),
            new("level_rank", ColumnType.Whole, RankWords, e => e.Level.Rank()),
            new("basis", ColumnType.Text, "On record, or one-sided (claimed).", e => ScaleWord.Of(e.Basis)),
            new("rationale", ColumnType.Text, "Why, in a sentence.", e => e.Rationale),
            new("round", ColumnType.Text, "Key of the round in which it came about.", e => e.RoundKey),
            new("entry", ColumnType.Text, "change, or correction.", e => ScaleWord.Of(e.Kind)),
            new("reason", ColumnType.Text, "Why it was corrected.", e => e.Reason),
            .. RowTexts.Entered<StatusEvent>(at.Board, e => e.Citations),
        ],
        at.StatusEvents.Where(e => issues.Passes(e.IssueKey) && dyads.Passes(e.DyadKey)));

    /// <summary>The level of each issue in scope between each pair that it names: of all, of some issues, of some pairs.</summary>
    public static ExportTable Levels(
        BoardSnapshot at, ChosenSet<string> issues, ChosenSet<string> dyads, IEnumerable<(string Name, string? Value)> filters, string seenAt) =>
        ExportTable.Of(
        $"{at.Negotiation.Title}: levels per pair",
        ExportTable.AboutOf(
            at,
            "Level of an issue between two parties: that of the newest status event; if events of one day disagree, the lower one. Unknown if "
                + "there is none.",
            seenAt,
            filters),
        LevelColumns(at),
        (issues.IsSet ? issues.Select(key => at.IssueOnOrOffAgenda(key)!) : at.Issues)
            .SelectMany(issue => issue.Dyads.Where(d => dyads.Passes(d.Dyad.Key)).Select(d => (issue.Number, d))));

    private static ExportColumn<(int Number, DyadStanding At)>[] LevelColumns(BoardSnapshot at) =>
    [
        new("number", ColumnType.Whole, "Place on the agenda, from 1; 0 if it is not on it.", x => x.Number),
        new("issue_key", ColumnType.Text, "Key of the issue.", x => x.At.Issue.Key),
        new("issue", ColumnType.Text, "Title of the issue.", x => x.At.Issue.Title),
        new("dyad", ColumnType.Text, "Key of the pair.", x => x.At.Dyad.Key),
        new("pair", ColumnType.Text, "Name of the pair.", x => at.Board.DyadName(x.At.Dyad)),
        new("required", ColumnType.Truth, "Whether nothing can be concluded without agreement between the two.", x => x.At.Dyad.Required),
        new("level", ColumnType.Text, LevelWords, x => ScaleWord.Of(x.At.Level)),
        new("level_rank", ColumnType.Whole, RankWords, x => x.At.Level.Rank()),
        new("basis", ColumnType.Text, "On record, or one-sided (claimed); empty if there is no level.",
            x => x.At.Step is { } step ? ScaleWord.Of(step.Basis) : null),
        new("contested", ColumnType.Truth, "Whether events of one day disagree.", x => x.At.Contested),
        new("reopened", ColumnType.Truth, "Whether it had been agreed before.", x => x.At.Reopened),
        new("since", ColumnType.Day, "The day of the status event.", x => x.At.Step?.When),
        new("date_precision", ColumnType.Text, "How exactly that day is known.", x => x.At.Step is { } step ? ScaleWord.Of(step.Precision) : null),
        new("status_event", ColumnType.Text, "Key of the status event.", x => x.At.Step?.Shown.Key),
        new("rationale", ColumnType.Text, "Why, in a sentence.", x => x.At.Step?.Shown.Rationale),
        new("sources", ColumnType.Text, "Where it is reported: publisher and " +
            "place.", x => RowTexts.Cited(at.Board, x.At.Step?.Shown.Citations ?? [])),
    ];
}
