using System.Globalization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Agreement;

/// <summary>The shares over time as a table for a file: a row for each date from which they differ.</summary>
public static class ShareExport
{
    /// <summary>What the figures mean, for whoever has only the file.</summary>
    public const string Definition =
        "Issues in scope that meet the level over the whole board, on record: agreed is agreed in principle or better, moving is narrowing or " +
        "better. The band’s upper end counts unknown issues as agreed.";

    private static readonly string[] Columns =
    [
        "from", "issues", "agreed", "agreed_unknown", "agreed_percent", "agreed_band_high_percent", "agreed_with_claimed",
        "agreed_with_claimed_percent", "text_agreed", "text_agreed_percent", "moving", "moving_percent",
        "text_agreed_with_claimed", "text_agreed_with_claimed_percent", "moving_with_claimed", "moving_with_claimed_percent", "date_precision",
    ];

    /// <summary>The table of a board's history; <paramref name="seenAt"/> is where it can be seen.</summary>
    public static ExportTable Of(BoardSnapshot at, string seenAt) => new(
        $"{at.Negotiation.Title}: shares over time",
        [
            .. ExportTable.Moment(at),
            ("definition", Definition + " A percentage is left empty under five issues."),
            ("source", $"PeaceTracker, {seenAt}"),
        ],
        Columns,
        [.. at.History.Periods.Select(Row)]);

    private static object?[] Row(SharePeriod period) =>
    [
        period.Date, period.Agreed.Total, period.Agreed.Met, period.Agreed.Unknown,
        Percent(period.Agreed, period.Agreed.Value), Percent(period.Agreed, period.Agreed.High),
        period.AgreedWithClaimed.Met, Percent(period.AgreedWithClaimed, period.AgreedWithClaimed.Value),
        period.TextAgreed.Met, Percent(period.TextAgreed, period.TextAgreed.Value),
        period.Moving.Met, Percent(period.Moving, period.Moving.Value),
        period.TextAgreedWithClaimed.Met, Percent(period.TextAgreedWithClaimed, period.TextAgreedWithClaimed.Value),
        period.MovingWithClaimed.Met, Percent(period.MovingWithClaimed, period.MovingWithClaimed.Value),
        ScaleWord.Of(period.Precision),
    ];

    /// <summary>A fraction of a share in percent for machines; null where there are too few issues for a percentage.</summary>
    internal static decimal? Percent(Share share, Ratio? ratio) =>
        share.PrintsPercent && ratio is { } value ? decimal.Parse(PercentText.Machine(value), CultureInfo.InvariantCulture) : null;
}
