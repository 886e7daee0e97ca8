using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.Mapping;

namespace PeaceTracker.Services.Changes;

/// <summary>What somebody did last to a negotiation, with each row before and after: what can be taken back.</summary>
/// <param name="Change">The change.</param>
/// <param name="Rows">The rows that it wrote, in their order.</param>
public sealed record OwnChange(Change Change, IReadOnlyList<RowChange> Rows);

/// <summary>Reads what somebody did last.</summary>
public sealed class OwnChanges(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>The newest change of a negotiation that was made from an account; null where there is none.</summary>
    public async Task<OwnChange?> LastAsync(string slug, string accountId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var change = await (from own in context.Changes.AsNoTracking()
                            join negotiation in context.Negotiations on EF.Property<int?>(own, RecordMapping.NegotiationId)
                                equals EF.Property<int>(negotiation, NegotiationsMapping.Id)
                            where negotiation.Slug == slug && own.AccountId == accountId
                            orderby own.Number descending
                            select own).FirstOrDefaultAsync(cancellationToken);
        return change is null ? null : new OwnChange(
            change,
            await context.RowChanges.AsNoTracking().Where(row => row.ChangeNumber == change.Number).OrderBy(row => row.Position)
                .ToListAsync(cancellationToken));
    }
}
