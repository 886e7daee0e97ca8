using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Negotiations;

/// <summary>The negotiations side by side as a table for a file.</summary>
public static class PortfolioExport
{
    /// <summary>The table of these entries, in their order, by a change of the store.</summary>
    public static ExportTable Of(IReadOnlyList<PortfolioEntry> entries, DateOnly asOf, long change, string seenAt) => ExportTable.Of<PortfolioEntry>(
        "Negotiations side by side",
        [
            (ExportTable.AsOf, ExportTable.Day(asOf)),
            (ExportTable.Change, FormattableString.Invariant($"{change}")),
            (ExportTable.Definition, "Each negotiation on the date. Agendas differ, so shares of different negotiations can’t be ranked. A "
                + "percentage is left empty under five issues."),
            (ExportTable.Source, $"PeaceTracker, {seenAt}"),
        ],
        [
            new("negotiation", ColumnType.Text, "Key of the negotiation in addresses.", e => e.At.Negotiation.Slug),
            new("title", ColumnType.Text, "Title.", e => e.At.Negotiation.Title),
            new("fictional", ColumnType.Truth, "Whether it is invented.", e => e.At.Negotiation.Fictional),
            new("as_of", ColumnType.Day, "The day of its board.", e => e.At.Date),
            new("claimed_by", ColumnType.Text, "Who made the headline claim.", e => e.View?.Claim?.Claim.ClaimantNames),
            new("claimed_percent", ColumnType.Number, "The claimed share; of a range its lower end.",
                e => e.View?.Claim?.Claimed is { } claimed ? ExportTable.Percent(claimed.Low) : null, "percent"),
            new("computed_met", ColumnType.Whole, "Issues that meet the claim’s threshold in its scope.", e => e.View?.Computed.Met, "issues"),
            new("computed_total", ColumnType.Whole, "Issues in that scope.", e => e.View?.Computed.Total, "issues"),
            new("agreed", ColumnType.Whole, "Agreed over the whole board, on record.", e => e.View is null ? null : e.At.Shares.Agreed.Met, "issues"),
            new("issues", ColumnType.Whole, "Issues in scope.", e => e.View is null ? null : e.At.Shares.Agreed.Total, "issues"),
            new("agenda_points", ColumnType.Whole, "Points of its agenda; the issues are those of them that are named.",
                e => e.View is null ? null : e.At.Agenda?.PointCount, "points"),
            new("agreed_percent", ColumnType.Number, "Agreed of issues.",
                e => e.View is null ? null : ExportTable.Percent(e.At.Shares.Agreed, e.At.Shares.Agreed.Value), "percent"),
            new("change_90_days", ColumnType.Number, "Change of that share in 90 days.",
                e => e.Change?.Change is { } points ? ExportTable.Percent(points) : null, "percentage points"),
            new("last_evidence", ColumnType.Day, "Day of the last evidence.", e => e.View?.LastEvidence),
            new("next_round", ColumnType.Text, "The next round announced.", e => e.View?.NextRound?.Title),
            new("next_round_on", ColumnType.Day, "Its first day.", e => e.View?.NextRound?.StartsOn),
        ],
        entries);
}
