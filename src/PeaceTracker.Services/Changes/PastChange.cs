using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.Mapping;

namespace PeaceTracker.Services.Changes;

/// <summary>A change with the rows it wrote: a step in the history of a negotiation.</summary>
/// <param name="Change">The change.</param>
/// <param name="Rows">Its rows in their order; none where it brought a whole negotiation.</param>
public sealed record PastChange(Change Change, IReadOnlyList<RowChange> Rows)
{
    /// <summary>Its rows as the chain sees them.</summary>
    internal IEnumerable<ChainedRow> Chained => Rows.Select(row => new ChainedRow(row.Section, row.Key, row.Before, row.After));

    /// <summary>All changes of a negotiation, the oldest first, each with the hash of the one before it where that was of another.</summary>
    internal static async Task<IReadOnlyList<PastChange>> LoadAsync(TrackerContext context, int negotiationId, CancellationToken cancellationToken)
    {
        var rows = (await context.RowChanges.AsNoTracking()
            .Where(row => EF.Property<int>(row, RecordMapping.NegotiationId) == negotiationId)
            .OrderBy(row => row.ChangeNumber).ThenBy(row => row.Position).ToListAsync(cancellationToken)).ToLookup(row => row.ChangeNumber);
        var all = await context.Changes.AsNoTracking().OrderBy(change => change.Number)
            .Select(change => new { change.Number, change.Hash }).ToListAsync(cancellationToken);
        var before = all.Zip(all.Skip(1)).ToDictionary(pair => pair.Second.Number, pair => pair.First.Hash);
        var own = await context.Changes.AsNoTracking()
            .Where(change => EF.Property<int?>(change, RecordMapping.NegotiationId) == negotiationId)
            .OrderBy(change => change.Number).ToListAsync(cancellationToken);
        return [.. own.Select((change, i) => new PastChange(
            change.Number == (i == 0 ? 1 : own[i - 1].Number + 1)
                ? change
                : change with { PreviousHash = change.PreviousHash ?? before.GetValueOrDefault(change.Number) },
            [.. rows[change.Number]]))];
    }
}
