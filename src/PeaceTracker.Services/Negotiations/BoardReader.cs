using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.Mapping;

namespace PeaceTracker.Services.Negotiations;

/// <summary>
/// The one way from the store to the pages: a negotiation is loaded once per change into an immutable board, and kept. A warm call
/// asks the store one thing, by an index: has the change number moved?
/// </summary>
public sealed class BoardReader(IDbContextFactory<TrackerContext> contexts)
{
    private static readonly Func<TrackerContext, string, CancellationToken, Task<Head?>> HeadOf =
        EF.CompileAsyncQuery((TrackerContext context, string slug, CancellationToken cancellationToken) => context.Negotiations
            .Where(negotiation => negotiation.Slug == slug)
            .Select(negotiation => new Head(
                EF.Property<int>(negotiation, NegotiationsMapping.Id), EF.Property<long>(negotiation, NegotiationsMapping.ChangeNumber)))
            .FirstOrDefault());

    private readonly ConcurrentDictionary<int, Kept> _kept = new();

    /// <summary>All negotiations, by title, the fictional ones last.</summary>
    public async Task<IReadOnlyList<Negotiation>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Negotiations.AsNoTracking()
            .OrderBy(negotiation => negotiation.Fictional).ThenBy(negotiation => negotiation.Title)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The board of a negotiation as it is in the store now; null where there is none of that slug.</summary>
    public async Task<Board?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        Head? head;
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            head = await HeadOf(context, slug, cancellationToken);
        }

        if (head is null)
        {
            return null;
        }

        // Whoever comes first after a change loads, all others wait for that one load. A load may find a still newer change
        // than the head said; then the next caller loads once more, which is rare and right.
        var kept = _kept.AddOrUpdate(
            head.NegotiationId,
            id => new Kept(head.ChangeNumber, LoadOnce(id)),
            (id, old) => old.ChangeNumber >= head.ChangeNumber ? old : new Kept(head.ChangeNumber, LoadOnce(id)));
        try
        {
            return await kept.Board.Value.WaitAsync(cancellationToken);
        }
        catch when (kept.Board.Value.IsFaulted)
        {
            // A failed load is not kept: the next caller tries again.
            _kept.TryRemove(KeyValuePair.Create(head.NegotiationId, kept));
            throw;
        }
    }

    // Not the caller's token: the load serves others too, and goes on when the one who began it has left.
    private Lazy<Task<Board>> LoadOnce(int negotiationId) => new(() => Task.Run(() => LoadAsync(negotiationId, CancellationToken.None)));

    private async Task<Board> LoadAsync(int negotiationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var snapshot = await context.BeginSnapshotAsync(cancellationToken);
        var found = await context.Negotiations.AsNoTracking()
            .Where(negotiation => EF.Property<int>(negotiation, NegotiationsMapping.Id) == negotiationId)
            .Select(negotiation => new { Negotiation = negotiation, ChangeNumber = EF.Property<long>(negotiation, NegotiationsMapping.ChangeNumber) })
            .SingleAsync(cancellationToken);
        return new Board(await context.LoadAsync(found.Negotiation, negotiationId, cancellationToken), found.ChangeNumber);
    }

    private sealed record Head(int NegotiationId, long ChangeNumber);

    private sealed record Kept(long ChangeNumber, Lazy<Task<Board>> Board);
}
