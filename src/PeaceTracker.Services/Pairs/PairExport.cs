using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Pairs;

/// <summary>The shares of pairs over time as a table for a file: a row for each date from which those of a pair differ.</summary>
public static class PairExport
{
    /// <summary>
    /// The table of all pairs in the order of their page, or of those of some keys; <paramref name="filters"/> is what the reader asked for, by
    /// name, and <paramref name="seenAt"/> where it can be seen.
    /// </summary>
    public static ExportTable Of(
        BoardSnapshot at, ChosenSet<string> dyads, TableOrder<PairSort> order, IEnumerable<(string Name, string? Value)> filters, string seenAt) =>
        ExportTable.Of(
            $"{at.Negotiation.Title}: shares of pairs over time",
            ExportTable.AboutOf(
                at,
                "Issues in scope that apply to the pair and meet the level between the two, on record: agreed is agreed in principle or "
                    + "better, moving is narrowing or better. Lowest says whether the pair was the weakest of the required pairs on that day, "
                    + "alone or level with others. A percentage is left empty under five issues.",
                seenAt,
                filters),
            Columns(at),
            ListedPair.Sorted(at, order).Select(pair => pair.Path).Where(path => dyads.Passes(path.Dyad.Key))
                .SelectMany(path => path.Periods.Select(period => (path, period))));

    private static ExportColumn<(DyadPath Path, SharePeriod Period)>[] Columns(BoardSnapshot at) =>
    [
        new("dyad", ColumnType.Text, "Key of the pair.", x => x.Path.Dyad.Key),
        new("pair", ColumnType.Text, "Name of the pair.", x => at.Board.DyadName(x.Path.Dyad)),
        new("required", ColumnType.Truth, "Whether nothing can be concluded without agreement between the two.", x => x.Path.Dyad.Required),
        new("from", ColumnType.Day, "The day from which the shares are these.", x => new DateAsKnown(x.Period.Date, x.Period.Precision)),
        new("date_precision", ColumnType.Text, "How exactly the day is known: day, week or month.", x => ScaleWord.Of(x.Period.Precision)),
        new("issues", ColumnType.Whole, "Issues in scope that apply to the pair.", x => x.Period.Agreed.Total, "issues"),
        new("agreed", ColumnType.Whole, "Agreed in principle or better, on record.", x => x.Period.Agreed.Met, "issues"),
        new("agreed_unknown", ColumnType.Whole, "Issues for which it is not known.", x => x.Period.Agreed.Unknown, "issues"),
        Percent("agreed_percent", "Agreed of issues.", x => x.Agreed),
        new("agreed_band_high_percent", ColumnType.Number, "The same if all unknown issues were agreed.",
            x => ExportTable.Percent(x.Period.Agreed, x.Period.Agreed.High), "percent"),
        new("text_agreed", ColumnType.Whole, "With an agreed text or better, on record.", x => x.Period.TextAgreed.Met, "issues"),
        Percent("text_agreed_percent", "The same of issues.", x => x.TextAgreed),
        new("moving", ColumnType.Whole, "Narrowing or better, on record.", x => x.Period.Moving.Met, "issues"),
        Percent("moving_percent", "The same of issues.", x => x.Moving),
        new("lowest", ColumnType.Text, "“weakest” if it was the lowest of the required pairs, “level” if others were as low; otherwise empty.",
            x => Lowest(at.DyadHistory.Spans.LastOrDefault(s => s.From.On <= x.Period.Date), x.Path.Dyad.Key)),
    ];

    private static ExportColumn<(DyadPath Path, SharePeriod Period)> Percent(string name, string definition, Func<SharePeriod, Share> share) =>
        new(name, ColumnType.Number, definition, x => ExportTable.Percent(share(x.Period), share(x.Period).Value), "percent");

    private static string? Lowest(LowestSpan? span, string key) => span is null || !span.Lowest.Keys.Contains(key) ? null
        : span.Lowest.Keys.Count > 1 ? "level" : "weakest";
}
