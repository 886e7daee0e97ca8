using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.Mapping;

namespace PeaceTracker.Services.Changes;

/// <summary>Reads how far each negotiation has come in the one sequence of changes, and what the newest of them did.</summary>
public sealed class ChangeReader(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>How many sentences <see cref="SinceAsync"/> gives at most.</summary>
    public const int MostSentences = 3;

    // Of this reader and not static: it is compiled for the model of one database.
    private readonly Func<TrackerContext, string, CancellationToken, Task<BoardPlace?>> _placeOf =
        EF.CompileAsyncQuery((TrackerContext context, string slug, CancellationToken cancellationToken) => context.Negotiations
            .Where(negotiation => negotiation.Slug == slug)
            .Select(negotiation => new BoardPlace(
                negotiation.Slug,
                EF.Property<long>(negotiation, NegotiationsMapping.ChangeNumber),
                negotiation.Publication == Publication.Published))
            .FirstOrDefault());

    /// <summary>How far a negotiation has come, and whether readers see it; null where there is none of that slug, letter by letter.</summary>
    public async Task<BoardPlace?> PlaceAsync(string slug, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var place = await _placeOf(context, slug, cancellationToken);
        return place?.Slug == slug ? place : null;
    }

    /// <summary>The number of the newest change of the whole store; 0 where there is none.</summary>
    public async Task<long> NewestAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Changes.MaxAsync(change => (long?)change.Number, cancellationToken) ?? 0;
    }

    /// <summary>The number of the last change of the store recorded before a moment (UTC); 0 where none was.</summary>
    public async Task<long> LastBeforeAsync(DateTime moment, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Changes.Where(change => change.RecordedAt < moment)
            .OrderByDescending(change => change.Number).Select(change => change.Number).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>
    /// How long a negotiation was as it was when the change <paramref name="number"/> was the store's newest; null where there is none of
    /// that slug.
    /// </summary>
    public async Task<RecordSpan?> SpanAsync(string slug, long number, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var snapshot = await context.BeginSnapshotAsync(cancellationToken);
        var own = from change in context.Changes.AsNoTracking()
                  join negotiation in context.Negotiations on EF.Property<int?>(change, RecordMapping.NegotiationId)
                      equals EF.Property<int>(negotiation, NegotiationsMapping.Id)
                  where negotiation.Slug == slug
                  select change;
        if (await own.OrderBy(change => change.Number).FirstOrDefaultAsync(cancellationToken) is not { } first)
        {
            return null;
        }

        return new RecordSpan(
            first.Number,
            await context.Changes.Where(change => change.Number <= number).OrderByDescending(change => change.Number)
                .Select(change => (DateTime?)change.RecordedAt).FirstOrDefaultAsync(cancellationToken) ?? first.RecordedAt,
            await own.Where(change => change.Number > number).OrderBy(change => change.Number)
                .Select(change => (DateTime?)change.RecordedAt).FirstOrDefaultAsync(cancellationToken));
    }

    /// <summary>How far every negotiation has come, by slug.</summary>
    public async Task<IReadOnlyDictionary<string, BoardPlace>> PlacesAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Negotiations.AsNoTracking()
            .Select(negotiation => new BoardPlace(
                negotiation.Slug,
                EF.Property<long>(negotiation, NegotiationsMapping.ChangeNumber),
                negotiation.Publication == Publication.Published))
            .ToDictionaryAsync(place => place.Slug, StringComparer.Ordinal, cancellationToken);
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
            EF.Property<int?>(change, RecordMapping.NegotiationId) == negotiation.Id && change.Number > number
                && change.Number <= negotiation.Number);
        return new LaterChanges(
            negotiation.Number,
            await later.CountAsync(cancellationToken),
            await later.OrderByDescending(change => change.Number).Select(change => change.Summary).Take(MostSentences)
                .ToListAsync(cancellationToken));
    }
}

/// <summary>How far a negotiation has come.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Number">The number of its newest change.</param>
/// <param name="IsPublished">Whether readers see its board.</param>
public sealed record BoardPlace(string Slug, long Number, bool IsPublished);

/// <summary>The time for which a negotiation was as it was at some change.</summary>
/// <param name="First">The number of the negotiation's first change.</param>
/// <param name="From">When the change that is asked for was recorded (UTC).</param>
/// <param name="Until">When the negotiation's next change was recorded (UTC); null where there is none yet.</param>
public sealed record RecordSpan(long First, DateTime From, DateTime? Until);

/// <summary>What was done to a negotiation since some change.</summary>
/// <param name="Number">The number of its newest change.</param>
/// <param name="Count">How many changes there were.</param>
/// <param name="Sentences">What the newest of them did, newest first.</param>
public sealed record LaterChanges(long Number, int Count, IReadOnlyList<string> Sentences);
