using System.Globalization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Agreement;

/// <summary>The shares over time as a table for a file: a row for each date from which they differ.</summary>
public static class ShareExport
{
    /// <summary>What the figures mean, for whoever has only the file.</summary>
    public const string Definition =
        "Issues in scope that meet the level over the whole board, on record: agreed is agreed in principle or better, moving is narrowing or better. " +
        "The band's upper end counts unknown issues as agreed.";

    private static readonly string[] Columns =
    [
        "from", "issues", "agreed", "agreed_unknown", "agreed_percent", "agreed_band_high_percent", "agreed_with_claimed",
        "agreed_with_claimed_percent", "text_agreed", "text_agreed_percent", "moving", "moving_percent",
        "text_agreed_with_claimed", "text_agreed_with_claimed_percent", "moving_with_claimed", "moving_with_claimed_percent",
    ];

    /// <summary>The table of a board's history; <paramref name="knownAt"/> is the day by whose end it was known and <paramref name="address"/> where it can be seen.</summary>
    public static ExportTable Of(BoardSnapshot at, DateOnly knownAt, string address) => new(
        $"{at.Negotiation.Title}: shares over time",
        [
            ("as_of", Date(at.Date)),
            ("known_at", Date(knownAt)),
            ("definition", Definition + " A percentage is left empty under five issues."),
            ("source", $"PeaceTracker, {address}"),
        ],
        Columns,
        [.. at.History.Steps.Select(Row)]);

    private static object?[] Row(ShareStep step) =>
    [
        step.Date, step.Agreed.Total, step.Agreed.Met, step.Agreed.Unknown, Percent(step.Agreed, step.Agreed.Value), Percent(step.Agreed, step.Agreed.High),
        step.AgreedWithClaimed.Met, Percent(step.AgreedWithClaimed, step.AgreedWithClaimed.Value), step.TextAgreed.Met, Percent(step.TextAgreed, step.TextAgreed.Value),
        step.Moving.Met, Percent(step.Moving, step.Moving.Value),
        step.TextAgreedWithClaimed.Met, Percent(step.TextAgreedWithClaimed, step.TextAgreedWithClaimed.Value),
        step.MovingWithClaimed.Met, Percent(step.MovingWithClaimed, step.MovingWithClaimed.Value),
    ];

    private static decimal? Percent(Share share, Ratio? ratio) =>
        share.PrintsPercent && ratio is { } value ? decimal.Parse(PercentText.Machine(value), CultureInfo.InvariantCulture) : null;

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
