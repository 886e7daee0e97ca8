using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.Mapping;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Changes;

/// <summary>One version of a row in its history: who wrote it, when, and what it changed.</summary>
/// <param name="Key">Key of the row that was written; in a chain of corrections each has its own.</param>
/// <param name="At">When (UTC).</param>
/// <param name="By">By whom; empty if that is not kept.</param>
/// <param name="ChangeNumber">Number of the change; null for what was entered with the seed.</param>
/// <param name="Kind">What it did to the record; null for an edit of a descriptive row.</param>
/// <param name="Summary">The change in one sentence; empty where none is kept.</param>
/// <param name="Reason">Why it was corrected or retracted; null where nothing was.</param>
/// <param name="Fields">Field by field, before and after.</param>
public sealed record RowVersion(
    string Key, DateTime At, string By, long? ChangeNumber, EntryKind? Kind, string Summary, string? Reason, IReadOnlyList<FieldChange> Fields);

/// <summary>Reads what was ever written of a row: its edits, or the chain of corrections and retractions that an entry belongs to.</summary>
public sealed class RowHistory(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>All versions, the oldest first; null where the board has no such row.</summary>
    public async Task<IReadOnlyList<RowVersion>?> FindAsync(Board board, string section, string key, CancellationToken cancellationToken)
    {
        if (RecordRows.Find(board.Record, section, key) is not { } row)
        {
            return null;
        }

        List<RecordRow> rows = row.Entry is null ? [row] : Chain([.. RecordRows.In(board.Record, section)], row);
        var keys = rows.Select(r => r.Key).ToList();
        var slug = board.Negotiation.Slug;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var written = await (from rowChange in context.RowChanges
                             join change in context.Changes on rowChange.ChangeNumber equals change.Number
                             join negotiation in context.Negotiations on EF.Property<int>(rowChange, RecordMapping.NegotiationId)
                                 equals EF.Property<int>(negotiation, NegotiationsMapping.Id)
                             where negotiation.Slug == slug && rowChange.Section == section && keys.Contains(rowChange.Key)
                             orderby change.Number, rowChange.Position
                             select new Written(rowChange.Key, rowChange.Before, rowChange.After, change)).ToListAsync(cancellationToken);
        return row.Entry is null ? Edits(row, written) : [.. rows.Select(entry => Version(rows, entry, written))];
    }

    /// <summary>
    /// When rows that are edited in place were last edited (UTC), by section and key, up to the change of the board; those that never were are left
    /// out.
    /// </summary>
    public async Task<IReadOnlyDictionary<(string Section, string Key), DateTime>> LastEditsAsync(Board board, CancellationToken cancellationToken)
    {
        var (slug, until) = (board.Negotiation.Slug, board.ChangeNumber);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var edits = await (from row in context.RowChanges
                           join change in context.Changes on row.ChangeNumber equals change.Number
                           join negotiation in context.Negotiations on EF.Property<int>(row, RecordMapping.NegotiationId)
                               equals EF.Property<int>(negotiation, NegotiationsMapping.Id)
                           where negotiation.Slug == slug && row.Before != null && row.ChangeNumber <= until
                           group change.RecordedAt by new { row.Section, row.Key } into row
                           select new { row.Key.Section, row.Key.Key, At = row.Max() }).ToListAsync(cancellationToken);
        return edits.ToDictionary(edit => (edit.Section, edit.Key), edit => edit.At);
    }

    private static List<RowVersion> Edits(RecordRow row, List<Written> written)
    {
        var versions = written.ConvertAll(w => new RowVersion(
            w.Key, w.Change.RecordedAt, w.Change.RecordedBy, w.Change.Number, w.Before is null ? EntryKind.Change : null, w.Change.Summary, null,
            RowFields.Told(w.Before, w.After, row.Row.GetType())));
        if (written is [] or [{ Before: not null }, ..])
        {
            // What came with a seed was never written by a change of its own: its first known version is what the first edit found.
            var first = written.Count > 0 ? RowFields.Told(null, written[0].Before!, row.Row.GetType()) : RowFields.Told(null, row.Row);
            versions.Insert(0, new RowVersion(row.Key, row.Row.RecordedAt, row.Row.RecordedBy, null, EntryKind.Change, "", null, first));
        }

        return versions;
    }

    private static RowVersion Version(List<RecordRow> chain, RecordRow row, List<Written> written)
    {
        var entry = row.Entry!;
        var change = written.Find(w => w.Key == row.Key)?.Change;
        var earlier = chain.Find(r => r.Key == entry.SupersedesKey)?.Row;
        string[] own = ["key", "kind", "supersedes", "reason", "recordedAt", "recordedBy"];
        var fields = entry.Kind == EntryKind.Retraction ? [] : RowFields.Told(earlier, row.Row).Where(f => !own.Contains(f.Field));
        return new RowVersion(
            row.Key, entry.RecordedAt, entry.RecordedBy, change?.Number, entry.Kind, change?.Summary ?? "", entry.Reason, [.. fields]);
    }

    // Everything that supersedes, or is superseded by, anything of the chain.
    private static List<RecordRow> Chain(List<RecordRow> all, RecordRow row)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal) { row.Key };
        for (var before = 0; before != keys.Count;)
        {
            before = keys.Count;
            foreach (var entry in all.Select(r => r.Entry!)
                .Where(e => e.SupersedesKey is { } earlier && (keys.Contains(e.Key) || keys.Contains(earlier))))
            {
                keys.Add(entry.Key);
                keys.Add(entry.SupersedesKey!);
            }
        }

        return [.. all.Where(r => keys.Contains(r.Key)).OrderBy(r => r.Entry!.RecordedAt).ThenBy(r => r.Entry!.Kind)
            .ThenBy(r => r.Key, StringComparer.Ordinal)];
    }

    private sealed record Written(string Key, string? Before, string After, Change Change);
}
