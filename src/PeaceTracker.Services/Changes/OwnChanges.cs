using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.Mapping;

namespace PeaceTracker.Services.Changes;

/// <summary>What somebody did last to a negotiation, with each row before and after: what can be taken back.</summary>
/// <param name="Change">The change.</param>
/// <param name="Rows">The rows that it wrote, in their order.</param>
public sealed record OwnChange(Change Change, IReadOnlyList<RowChange> Rows);

/// <summary>What somebody did last, of all negotiations, where nothing was done to that one since.</summary>
/// <param name="Slug">Slug of the negotiation.</param>
/// <param name="Summary">What was done, in a sentence.</param>
/// <param name="At">When (UTC).</param>
public sealed record NewestOwn(string Slug, string Summary, DateTime At);

/// <summary>Reads what somebody did last.</summary>
public sealed class OwnChanges(IDbContextFactory<TrackerContext> contexts, StoreMark mark)
{
    // Asked with every page of an editor: what lies further back is not fresh in mind.
    private const int Newest = 50;

    private readonly MarkedAnswers<string, NewestOwn?> _newest = new();

    /// <summary>
    /// What an account did last, of all negotiations; null where it did nothing lately, or somebody else has changed the negotiation since.
    /// </summary>
    public ValueTask<NewestOwn?> NewestAsync(string accountId, CancellationToken cancellationToken) =>
        mark.AskAsync(_newest, accountId, () => AskNewestAsync(accountId, cancellationToken));

    private async Task<NewestOwn?> AskNewestAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var last = await (from change in context.Changes.AsNoTracking().OrderByDescending(change => change.Number).Take(Newest)
                          join negotiation in context.Negotiations on EF.Property<int?>(change, RecordMapping.NegotiationId)
                              equals EF.Property<int>(negotiation, NegotiationsMapping.Id)
                          orderby change.Number descending
                          select new { change.AccountId, change.Summary, change.RecordedAt, negotiation.Slug }).ToListAsync(cancellationToken);
        var own = last.Find(change => change.AccountId == accountId);
        return own is null || last.Find(change => change.Slug == own.Slug) != own ? null : new NewestOwn(own.Slug, own.Summary, own.RecordedAt);
    }

    /// <summary>The newest change of a negotiation that was made from an account; null where there is none.</summary>
    public async Task<OwnChange?> LastAsync(string slug, string accountId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await WithRowsAsync(
            context, Of(context, slug).Where(change => change.AccountId == accountId).OrderByDescending(change => change.Number), cancellationToken);
    }

    /// <summary>A change of a negotiation, whoever made it; null where there is none of that number.</summary>
    public async Task<OwnChange?> FindAsync(string slug, long number, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await WithRowsAsync(context, Of(context, slug).Where(change => change.Number == number), cancellationToken);
    }

    /// <summary>The newest changes of a kind, the newest first.</summary>
    public async Task<IReadOnlyList<Change>> OfKindAsync(string slug, string what, int most, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Of(context, slug).Where(change => change.What == what).OrderByDescending(change => change.Number).Take(most)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The changes of a kind after a number, the newest first.</summary>
    public async Task<IReadOnlyList<Change>> OfKindSinceAsync(string slug, string what, long number, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Of(context, slug).Where(change => change.What == what && change.Number > number)
            .OrderByDescending(change => change.Number).ToListAsync(cancellationToken);
    }

    private static IQueryable<Change> Of(TrackerContext context, string slug) =>
        from change in context.Changes.AsNoTracking()
        join negotiation in context.Negotiations on EF.Property<int?>(change, RecordMapping.NegotiationId)
            equals EF.Property<int>(negotiation, NegotiationsMapping.Id)
        where negotiation.Slug == slug
        select change;

    private static async Task<OwnChange?> WithRowsAsync(TrackerContext context, IQueryable<Change> one, CancellationToken cancellationToken) =>
        await one.FirstOrDefaultAsync(cancellationToken) is not { } change ? null : new OwnChange(
            change,
            await context.RowChanges.AsNoTracking().Where(row => row.ChangeNumber == change.Number).OrderBy(row => row.Position)
                .ToListAsync(cancellationToken));
}
