using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Agreement;

/// <summary>The shares over time as a table for a file: a row for each date from which they differ.</summary>
public static class ShareExport
{
    /// <summary>What the figures mean, for whoever has only the file.</summary>
    public const string Definition =
        "Issues in scope that meet the level over the whole board, on record: agreed is agreed in principle or better, moving is narrowing or " +
        "better. The band’s upper end counts unknown issues as agreed.";

    private static readonly ExportColumn<SharePeriod>[] Columns =
    [
        new("from", ColumnType.Day, "The day from which the shares are these.", p => new DateAsKnown(p.Date, p.Precision)),
        new("issues", ColumnType.Whole, "Issues in scope that apply to a pair.", p => p.Agreed.Total, "issues"),
        new("agreed", ColumnType.Whole, "Agreed in principle or better, on record.", p => p.Agreed.Met, "issues"),
        new("agreed_unknown", ColumnType.Whole, "Issues for which it is not known.", p => p.Agreed.Unknown, "issues"),
        Percent("agreed_percent", "Agreed of issues.", p => p.Agreed),
        new("agreed_band_high_percent", ColumnType.Number, "The same if all unknown issues were agreed.",
            p => ExportTable.Percent(p.Agreed, p.Agreed.High), "percent"),
        new("agreed_with_claimed", ColumnType.Whole, "Agreed, counting one-sided levels too.",
            p => p.AgreedWithClaimed.Met, "issues"),
        Percent("agreed_with_claimed_percent", "The same of issues.", p => p.AgreedWithClaimed),
        new("text_agreed", ColumnType.Whole, "With an agreed text or better, on record.", p => p.TextAgreed.Met, "issues"),
        Percent("text_agreed_percent", "The same of issues.", p => p.TextAgreed),
        new("moving", ColumnType.Whole, "Narrowing or better, on record.", p => p.Moving.Met, "issues"),
        Percent("moving_percent", "The same of issues.", p => p.Moving),
        new("text_agreed_with_claimed", ColumnType.Whole, "With an agreed text or better, counting one-sided levels too.",
            p => p.TextAgreedWithClaimed.Met, "issues"),
        Percent("text_agreed_with_claimed_percent", "The same of issues.", p => p.TextAgreedWithClaimed),
        new("moving_with_claimed", ColumnType.Whole, "Narrowing or better, counting one-sided levels too.",
            p => p.MovingWithClaimed.Met, "issues"),
        Percent("moving_with_claimed_percent", "The same of issues.", p => p.MovingWithClaimed),
        new("date_precision", ColumnType.Text, "How exactly the day is known: day, week or month.", p => ScaleWord.Of(p.Precision)),
    ];

    /// <summary>The table of a board's history; <paramref name="seenAt"/> is where it can be seen.</summary>
    public static ExportTable Of(BoardSnapshot at, string seenAt) => ExportTable.Of(
        $"{at.Negotiation.Title}: shares over time",
        ExportTable.AboutOf(at, Definition + " A percentage is left empty under five issues.", seenAt),
        Columns,
        at.History.Periods);

    private static ExportColumn<SharePeriod> Percent(string name, string definition, Func<SharePeriod, Share> share) =>
        new(name, ColumnType.Number, definition, p => ExportTable.Percent(share(p), share(p).Value), "percent");
}
