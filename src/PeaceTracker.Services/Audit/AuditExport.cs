using System.Globalization;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Audit;

/// <summary>Entries of the audit as a table for a file: all that fit the filter, newest first, as far as one file holds them.</summary>
public static class AuditExport
{
    /// <summary>The most entries of one file: a year of busy boards, and little enough to be made at once.</summary>
    public const int Most = 20_000;

    private static readonly ExportColumn<AuditEntry>[] Columns =
    [
        new("at", ColumnType.Moment, "When it was recorded, in UTC.", e => e.At),
        new("what", ColumnType.Text, "A change to a board, or a security event.", e => e.Part == AuditPart.Changes ? "change" : "security"),
        new("kind", ColumnType.Text, "What kind of thing it was.", e => e.Kind),
        new("text", ColumnType.Text, "What was done.", e => e.Text),
        new("who", ColumnType.Text, "Who did it.", e => e.Who),
        new("account", ColumnType.Text, "The account that it was about.", e => e.Account ?? e.Who),
        new("network_address", ColumnType.Text, "From which network address; empty if that is not kept.", e => e.From),
        new("email_address", ColumnType.Text, "With which address somebody tried to sign in; empty if that is not kept.", e => e.Address),
        new("negotiation", ColumnType.Text, "The negotiation, for a change.", e => e.Slug),
        new("change", ColumnType.Whole, "The number of the change, for one.", e => e.Part == AuditPart.Changes ? e.Number : null),
        new("rows", ColumnType.Text, "The rows that it touched.", e => string.Join("; ", e.Rows.Select(row => $"{row.Section} {row.Key}"))),
    ];

    /// <summary>The table of these entries, of so many that fit; <paramref name="seenAt"/> is where the list can be seen.</summary>
    public static ExportTable Of(
        IReadOnlyList<AuditEntry> entries, int total, IEnumerable<(string Name, string? Value)> filters, DateTime now, string seenAt) =>
        ExportTable.Of(
        "Audit",
        [
            ("written_at", Stamp(now)),
            ExportTable.Filters(filters),
            ("complete", entries.Count == total
                ? "All matching entries."
                : string.Create(
                    CultureInfo.InvariantCulture, $"Cut: the newest {entries.Count} of {total} matching entries. Set days to get the others.")),
            ("source", $"PeaceTracker, {seenAt}"),
        ],
        Columns,
        entries);

    private static string Stamp(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
