using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Changes;

/// <summary>The feed of changes as a table for a file: all that fits, newest first.</summary>
public static class ChangeExport
{
    /// <summary>The table of these changes.</summary>
    public static ExportTable Of(
        BoardSnapshot at, ChangeFilter filter, IEnumerable<(string Name, string? Value)> filters, string seenAt) => ExportTable.Of<ChangeItem>(
        $"{at.Negotiation.Title}: changes",
        ExportTable.AboutOf(
            at, "What moved, newest first, with corrections, retractions and what they replaced. Rows with superseded set to true do not count.",
            seenAt, filters),
        [
            new("date", ColumnType.Day, "The day on which it happened.", c => new Domain.Changes.DateAsKnown(c.Date, c.Precision)),
            new("date_precision", ColumnType.Text, "How exactly the day is known: day, week or month.", c => ScaleWord.Of(c.Precision)),
            new("subject", ColumnType.Text, "What it is about: status, position, claim, agenda, draft, offer, round, judgement or other.",
                c => ScaleWord.Of(c.Subject)),
            new("section", ColumnType.Text, "The list of the record that it is in.", c => c.In.Name),
            new("key", ColumnType.Text, "Key of the row.", c => c.Key),
            new("entry", ColumnType.Text, "change, correction or retraction.", c => ScaleWord.Of(c.Entry)),
            new("supersedes", ColumnType.Text, "Key of what it corrects or retracts.", c => c.SupersedesKey),
            new("superseded", ColumnType.Truth, "Whether a later entry replaced or retracted it.", c => c.Superseded),
            new("title", ColumnType.Text, "Of what.", c => c.Title),
            new("issue_key", ColumnType.Text, "Key of the issue.", c => c.IssueKey),
            new("dyad", ColumnType.Text, "Key of the pair.", c => c.DyadKey),
            new("party_key", ColumnType.Text, "Key of the party.", c => c.PartyKey),
            new("round", ColumnType.Text, "Key of the round in which it came about.", c => c.RoundKey),
            new("version", ColumnType.Whole, "Number of a draft’s version.", c => c.Version),
            new("from_level", ColumnType.Text, "The level before.", c => Word(c.From)),
            new("to_level", ColumnType.Text, "The level reached.", c => Word(c.To)),
            new("basis", ColumnType.Text, "On record, or one-sided (claimed).", c => c.Basis is { } basis ? ScaleWord.Of(basis) : null),
            new("judged", ColumnType.Text, "What was judged differently: field, before, after.",
                c => RowTexts.Joined(c.Judged.Select(j => $"{j.Field}: {j.Before} → {j.After}"))),
            new("text", ColumnType.Text, "Why, or in which words.", c => c.Text),
            new("reason", ColumnType.Text, "Why it was corrected or retracted.", c => c.Reason),
            new("sources", ColumnType.Text, "Where it is reported: publisher and place.", c => RowTexts.Cited(at.Board, c.Citations)),
            new("recorded_at", ColumnType.Moment, "When it was entered, in UTC.", c => c.RecordedAt),
            new("recorded_by", ColumnType.Text, "Who entered it; empty if that is not kept.", c => c.RecordedBy),
        ],
        filter.Page(at, 0, int.MaxValue).Items);

    private static string? Word(Level? level) => level is { } known ? ScaleWord.Of(known) : null;
}
