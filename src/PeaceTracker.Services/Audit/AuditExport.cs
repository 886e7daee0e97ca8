using System.Globalization;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Audit;

/// <summary>Entries of the audit as a table for a file: all that fit the filter, newest first, as far as one file holds them.</summary>
public static class AuditExport
{
    /// <summary>The most entries of one file: a year of busy boards, and little enough to be made at once.</summary>
    public const int Most = 20_000;

    private static readonly string[] Columns =
        ["at", "what", "kind", "text", "who", "account", "network_address", "email_address", "negotiation", "change", "rows"];

    /// <summary>The table of these entries, of so many that fit; <paramref name="seenAt"/> is where the list can be seen.</summary>
    public static ExportTable Of(
        IReadOnlyList<AuditEntry> entries, int total, IEnumerable<(string Name, string? Value)> filters, DateTime now, string seenAt) => new(
        "Audit",
        [
            ("written_at", Stamp(now)),
            ExportTable.Filters(filters),
            ("complete", entries.Count == total
                ? "All entries that fit."
                : string.Create(
                    CultureInfo.InvariantCulture, $"Cut: the newest {entries.Count} of {total} entries that fit. Ask for the others by days.")),
            ("source", $"PeaceTracker, {seenAt}"),
        ],
        Columns,
        [.. entries.Select(Row)]);

    private static object?[] Row(AuditEntry entry) =>
    [
        Stamp(entry.At), entry.Part == AuditPart.Changes ? "change" : "security", entry.Kind, entry.Text, entry.Who, entry.Account ?? entry.Who,
        entry.From, entry.Address, entry.Slug,
        entry.Part == AuditPart.Changes ? (decimal)entry.Number : null, string.Join("; ", entry.Rows.Select(row => $"{row.Section} {row.Key}")),
    ];

    private static string Stamp(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
