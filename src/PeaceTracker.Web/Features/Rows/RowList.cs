using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Web.Features.Rows;

/// <summary>The rows of a section of the record as an editor works with them: of a chain of corrections the one that stands.</summary>
public static class RowList
{
    /// <summary>The rows on the board. Of entries those that stand, also again, after a correction was retracted.</summary>
    public static IEnumerable<RecordRow> Live(Board board, string section)
    {
        var rows = RecordRows.In(board.Record, section).ToList();
        var standing = Standing(rows).Values.Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        return rows.Where(row => row.Entry is null ? row.Retracted is null : standing.Contains(row.Key));
    }

    /// <summary>The rows that were taken off it; of a chain of entries of which none stands, the retraction recorded last.</summary>
    public static IEnumerable<RecordRow> Retracted(Board board, string section)
    {
        var rows = RecordRows.In(board.Record, section).ToList();
        var standing = Standing(rows);
        var entries = rows.Select(row => row.Entry).OfType<IEntry>().ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        return rows.Where(row => row.Retracted is not null)
            .Concat(rows.Where(row => row.Entry is not null && !standing.ContainsKey(row.Key)).GroupBy(row => First(row.Entry!))
                .Select(chain => chain.OrderBy(row => row.Entry!.RecordedAt).ThenBy(row => row.Key, StringComparer.Ordinal)
                    .Last(row => row.Entry!.Kind == EntryKind.Retraction)));

        string First(IEntry entry)
        {
            while (entry.SupersedesKey is { } earlier && entries.TryGetValue(earlier, out var found))
            {
                entry = found;
            }

            return entry.Key;
        }
    }

    /// <summary>Why a row was taken off the board; null where it is still on it.</summary>
    public static string? Reason(RecordRow row) => row.Retracted?.Reason ?? (row.Entry is { Kind: EntryKind.Retraction } entry ? entry.Reason : null);

    // By the key of each entry of a chain, the one that stands.
    private static IReadOnlyDictionary<string, IEntry> Standing(IEnumerable<RecordRow> rows) =>
        LiveEntries.InPlace(rows.Select(row => row.Entry).OfType<IEntry>(), null);
}
