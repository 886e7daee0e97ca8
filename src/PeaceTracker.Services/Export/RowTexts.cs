using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Services.Export;

/// <summary>What rows of a record say in a cell, and the columns that several tables have in common.</summary>
public static class RowTexts
{
    /// <summary>Where something is said: publisher and place.</summary>
    public static string Cited(Board board, IEnumerable<Citation> citations) =>
        Joined(citations.Select(c => $"{board.Sources[c.SourceKey].Publisher}, {c.Locator}").Distinct());

    /// <summary>The keys of what is cited.</summary>
    public static string SourceKeys(IEnumerable<Citation> citations) => Joined(citations.Select(c => c.SourceKey).Distinct());

    /// <summary>Several texts or keys in one cell.</summary>
    public static string Joined(IEnumerable<string> texts) => string.Join("; ", texts);

    /// <summary>The names of parties.</summary>
    public static string Parties(Board board, IEnumerable<string> keys) => Joined(keys.Select(key => board.Parties[key].Name));

    /// <summary>The columns that every entry has: when it happened, as exactly as that is known.</summary>
    public static ExportColumn<T>[] Happened<T>() where T : IEntry =>
    [
        new("date", ColumnType.Day, "The day on which it happened.", e => new DateAsKnown(e.OccurredOn, e.Precision)),
        new("date_precision", ColumnType.Text, "How exactly the day is known: day, week or month.", e => ScaleWord.Of(e.Precision)),
    ];

    /// <summary>The columns that every entry has: where it is said, and when and by whom it was entered.</summary>
    public static ExportColumn<T>[] Entered<T>(Board board, Func<T, IEnumerable<Citation>> citations) where T : IRow =>
    [
        new("sources", ColumnType.Text, "Where it is reported: publisher and place.", e => Cited(board, citations(e))),
        new("source_keys", ColumnType.Text, "Keys of the sources.", e => SourceKeys(citations(e))),
        new("recorded_at", ColumnType.Moment, "When it was entered, in UTC.", e => e.RecordedAt),
        new("recorded_by", ColumnType.Text, "Who entered it; empty if that is not kept.", e => e.RecordedBy),
    ];
}
