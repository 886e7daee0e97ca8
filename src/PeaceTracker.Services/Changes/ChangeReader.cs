using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.Mapping;

namespace PeaceTracker.Services.Changes;

/// <summary>Reads how far each negotiation has come in the one sequence of changes, and what the newest of them did.</summary>
public sealed class ChangeReader(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>How many sentences <see cref="SinceAsync"/> gives at most.</summary>
    public const int MostSentences = 3;

    private static readonly Func<TrackerContext, string, CancellationToken, Task<Place?>> PlaceOf =
        EF.CompileAsyncQuery((TrackerContext context, string slug, CancellationToken cancellationToken) => context.Negotiations
            .Where(negotiation => negotiation.Slug == slug)
            .Select(negotiation => new Place(negotiation.Slug, EF.Property<long>(negotiation, NegotiationsMapping.ChangeNumber)))
            .FirstOrDefault());

    /// <summary>The number of the newest change of a negotiation; null where there is none of that slug, letter by letter.</summary>
    public async Task<long?> NumberAsync(string slug, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var place = await PlaceOf(context, slug, cancellationToken);
        return place?.Slug == slug ? place.Number : null;
    }

    /// <summary>The number of the newest change of every negotiation, by slug.</summary>
    public async Task<IReadOnlyDictionary<string, long>> NumbersAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Negotiations.AsNoTracking()
            .Select(negotiation => new { negotiation.Slug, Number = EF.Property<long>(negotiation, NegotiationsMapping.ChangeNumber) })
            .ToDictionaryAsync(place => place.Slug, place => place.Number, StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>What was done to a negotiation after the change <paramref name="number"/>; null where there is none of that slug.</summary>
    public async Task<LaterChanges?> SinceAsync(string slug, long number, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var snapshot = await context.BeginSnapshotAsync(cancellationToken);
        var negotiation = await context.Negotiations.AsNoTracking()
            .Where(negotiation => negotiation.Slug == slug)
            .Select(negotiation => new
            {
                negotiation.Slug,
                Id = EF.Property<int>(negotiation, NegotiationsMapping.Id),
                Number = EF.Property<long>(negotiation, NegotiationsMapping.ChangeNumber),
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (negotiation?.Slug != slug)
        {
            return null;
        }

        // Up to the board's own number: a row beyond it is of something that is not on the board.
        var later = context.Changes.AsNoTracking().Where(change =>
            EF.Property<int?>(change, RecordMapping.NegotiationId) == negotiation.Id && change.Number > number && change.Number <= negotiation.Number);
        return new LaterChanges(
            negotiation.Number,
            await later.CountAsync(cancellationToken),
            await later.OrderByDescending(change => change.Number).Select(change => change.Summary).Take(MostSentences).ToListAsync(cancellationToken));
    }

    private sealed record Place(string Slug, long Number);
}

/// <summary>What was done to a negotiation since some change.</summary>
/// <param name="Number">The number of its newest change.</param>
/// <param name="Count">How many changes there were.</param>
/// <param name="Sentences">What the newest of them did, newest first.</param>
public sealed record LaterChanges(long Number, int Count, IReadOnlyList<string> Sentences);
