using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Web.Features.Rows;

/// <summary>The rows of a section of the record as an editor works with them: of a chain of corrections the last.</summary>
public static class RowList
{
    /// <summary>The rows on the board: live, and not the retraction of another.</summary>
    public static IEnumerable<RecordRow> Live(Board board, string section) => Last(board, section).Where(row => Reason(row) is null);

    /// <summary>The rows that were taken off it; of an entry its retraction.</summary>
    public static IEnumerable<RecordRow> Retracted(Board board, string section) => Last(board, section).Where(row => Reason(row) is not null);

    /// <summary>Why a row was taken off the board; null where it is still on it.</summary>
    public static string? Reason(RecordRow row) => row.Retracted?.Reason ?? (row.Entry is { Kind: EntryKind.Retraction } entry ? entry.Reason : null);

    private static IEnumerable<RecordRow> Last(Board board, string section)
    {
        var all = RecordRows.In(board.Record, section).ToList();
        var superseded = all.Select(row => row.Entry?.SupersedesKey).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return all.Where(row => !superseded.Contains(row.Key));
    }
}
