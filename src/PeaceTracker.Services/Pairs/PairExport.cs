using System.Globalization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Pairs;

/// <summary>The shares of pairs over time as a table for a file: a row for each date from which those of a pair differ.</summary>
public static class PairExport
{
    private static readonly string[] Columns =
    [
        "dyad", "pair", "required", "from", "date_precision", "issues", "agreed", "agreed_unknown", "agreed_percent", "agreed_band_high_percent",
        "text_agreed", "text_agreed_percent", "moving", "moving_percent", "lowest",
    ];

    /// <summary>
    /// The table of all pairs, or of the one of a key; <paramref name="filters"/> is what the reader asked for, by name, and
    /// <paramref name="seenAt"/> where it can be seen.
    /// </summary>
    public static ExportTable Of(BoardSnapshot at, string? dyadKey, IEnumerable<(string Name, string? Value)> filters, string seenAt) => new(
        $"{at.Negotiation.Title}: shares of pairs over time",
        [
            .. ExportTable.Moment(at),
            ExportTable.Filters(filters),
            ("definition", "Issues in scope that apply to the pair and meet the level between the two, on record: agreed is agreed in principle or "
                + "better, moving is narrowing or better. Lowest says whether the pair was the weakest of the required pairs on that day, alone or "
                + "level with others. A percentage is left empty under five issues."),
            ("source", $"PeaceTracker, {seenAt}"),
        ],
        Columns,
        [
            .. at.DyadHistory.Paths.Where(path => dyadKey is null || path.Dyad.Key == dyadKey)
                .SelectMany(path => path.Periods.Select(period => Row(at, path, period))),
        ]);

    private static object?[] Row(BoardSnapshot at, DyadPath path, SharePeriod period) =>
    [
        path.Dyad.Key, at.Board.DyadName(path.Dyad), path.Dyad.Required, period.Date, ScaleWord.Of(period.Precision),
        period.Agreed.Total, period.Agreed.Met, period.Agreed.Unknown,
        Percent(period.Agreed, period.Agreed.Value), Percent(period.Agreed, period.Agreed.High),
        period.TextAgreed.Met, Percent(period.TextAgreed, period.TextAgreed.Value),
        period.Moving.Met, Percent(period.Moving, period.Moving.Value),
        Lowest(at.DyadHistory.Spans.LastOrDefault(s => s.From.On <= period.Date), path.Dyad.Key),
    ];

    private static string? Lowest(LowestSpan? span, string key) => span is null || !span.Lowest.Keys.Contains(key) ? null
        : span.Lowest.Keys.Count > 1 ? "level" : "weakest";

    private static decimal? Percent(Share share, Ratio? ratio) =>
        share.PrintsPercent && ratio is { } value ? decimal.Parse(PercentText.Machine(value), CultureInfo.InvariantCulture) : null;
}
