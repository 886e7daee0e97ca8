using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Sources;

/// <summary>The sources that a query asks for as a table for a file, in the order of their page.</summary>
public static class SourceExport
{
    /// <summary>The table; <paramref name="asked"/> is the query as the address says it, <paramref name="seenAt"/> where it can be seen.</summary>
    public static ExportTable Of(
        BoardSnapshot at, SourceQuery query, IEnumerable<(string Name, string? Value)> asked, string seenAt) => ExportTable.Of<ListedSource>(
        $"{at.Negotiation.Title}: sources",
        ExportTable.AboutOf(at, "Publications on which the facts of the board rest.", seenAt, asked),
        [
            new("key", ColumnType.Text, "Key of the source.", s => s.Source.Key),
            new("publisher", ColumnType.Text, "Who published it.", s => s.Source.Publisher),
            new("headline", ColumnType.Text, "Headline.", s => s.Source.Headline),
            new("byline", ColumnType.Text, "Who wrote it.", s => s.Source.Byline),
            new("published_on", ColumnType.Day, "The day of publication.", s => s.Source.Published),
            new("date_precision", ColumnType.Text, "How exactly the day is known: day, week or month.", s => ScaleWord.Of(s.Source.Precision)),
            new("no_later_than", ColumnType.Truth, "Whether it may have been published earlier.", s => s.Source.NoLaterThan),
            new("date_as_printed", ColumnType.Text, "The date as it is printed.", s => s.Source.DateAsPrinted),
            new("date_note", ColumnType.Text, "How the date was resolved.", s => s.Source.DateNote),
            new("language", ColumnType.Text, "Its language.", s => s.Source.Language),
            new("reliability", ColumnType.Text, "Reliability of the source, A to F.", s => s.Source.Reliability.ToString()),
            new("url", ColumnType.Text, "Its address.", s => s.Source.Url),
            new("archived_url", ColumnType.Text, "Address of an archived copy.", s => s.Source.ArchivedUrl),
            new("facts", ColumnType.Whole, "Facts of the board that rest on it.", s => s.Facts, "facts"),
            new("levels_alone", ColumnType.Whole, "Issues that would have a different level, or be counted differently, without it.",
                s => s.Alone, "issues"),
            new("agreed_without", ColumnType.Whole, "Issues agreed, on record, without it; empty if that changes no issue.",
                s => s.Without?.Met, "issues"),
            new("issues_without", ColumnType.Whole, "Issues in scope without it.", s => s.Without?.Total, "issues"),
            new("published_later", ColumnType.Truth, "Whether it was published after the date of the board.", s => s.PublishedLater),
            new("recorded_at", ColumnType.Moment, "When it was entered, in UTC.", s => s.Source.RecordedAt),
        ],
        ListedSource.Of(at, query));
}
