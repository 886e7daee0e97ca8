using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.Mapping;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Changes;

/// <summary>Adds changes to the store, each chained to the one before.</summary>
internal static class ChangeLog
{
    /// <summary>Adds a change with what it wrote, in the caller's transaction, and returns its number; the rows themselves are the caller's to
    /// write.</summary>
    public static async Task<long> AppendAsync(
        this TrackerContext context, Change change, int? negotiationId, string? slug, IEnumerable<ChainedRow> rows,
        CancellationToken cancellationToken)
    {
        var newest = await context.Changes.OrderByDescending(c => c.Number).Select(c => new { c.Number, c.Hash })
            .FirstOrDefaultAsync(cancellationToken);
        // Numbered here and not by the database, for the number is part of the hash.
        var numbered = change with { Number = (newest?.Number ?? 0) + 1 };
        var added = context.Add(numbered with { Hash = ChangeChain.HashOf(newest?.Hash, numbered, slug, rows) });
        added.Property(RecordMapping.NegotiationId).CurrentValue = negotiationId;
        await context.SaveChangesAsync(cancellationToken);
        return numbered.Number;
    }

    /// <summary>All rows of a record as the change that brought them wrote them: the negotiation itself, then list by list.</summary>
    public static IEnumerable<ChainedRow> AllRows(NegotiationRecord record) =>
        from section in RecordSections.All
        from row in section.In(record)
        select new ChainedRow(section.Name, row.Key, null, RowJson.Write(row));
}
