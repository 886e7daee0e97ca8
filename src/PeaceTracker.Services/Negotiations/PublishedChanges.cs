using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.Mapping;

namespace PeaceTracker.Services.Negotiations;

/// <summary>One change of a board that readers see, with what the feed says of it.</summary>
/// <param name="Change">The change.</param>
/// <param name="At">The board as it was with this change, on its day.</param>
/// <param name="Items">The lines of the feed that it brought, newest first.</param>
public sealed record PublishedChange(Change Change, BoardSnapshot At, IReadOnlyList<ChangeItem> Items);

/// <summary>What was done to a board since some change.</summary>
/// <param name="Before">The board as it was with that change, on the day on which the next one came.</param>
/// <param name="After">The board now.</param>
/// <param name="From">When the first change after it was recorded (UTC).</param>
/// <param name="Brought">What came to the feed since, newest first; null where nothing was done.</param>
public sealed record LaterLines(BoardSnapshot Before, BoardSnapshot After, DateTime From, IReadOnlyList<ChangeHead>? Brought);

/// <summary>Reads single changes of published boards, for whoever is told of them.</summary>
public sealed class PublishedChanges(IDbContextFactory<TrackerContext> contexts, BoardReader boards, TimeProvider clock)
{
    // Those who follow a board are mostly told from the same change on.
    private const int MostKept = 8;

    private readonly ConcurrentDictionary<(string Slug, long After, long Until, DateOnly Day), LaterLines> _later = new();

    /// <summary>A change of a negotiation by its number; null where there is none, or where readers don't see the board now.</summary>
    public async Task<PublishedChange?> FindAsync(string slug, long number, CancellationToken cancellationToken)
    {
        if (await boards.PresentAsync(slug, cancellationToken) is not { Negotiation.IsPublished: true } present
            || await boards.FindAsync(slug, number, cancellationToken) is not { } board)
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var change = await (from own in context.Changes.AsNoTracking()
                            join negotiation in context.Negotiations on EF.Property<int?>(own, RecordMapping.NegotiationId)
                                equals EF.Property<int>(negotiation, NegotiationsMapping.Id)
                            where own.Number == number && negotiation.Slug == slug
                            select own).SingleOrDefaultAsync(cancellationToken);
        if (change is null)
        {
            return null;
        }

        var brought = await BroughtAsync(context, [change], cancellationToken);
        var at = board.AsOf(Day(present, change.RecordedAt));
        return new PublishedChange(change, at, [.. ChangeFeed.Of(at, brought)]);
    }

    /// <summary>
    /// What was done to a negotiation after the change <paramref name="after"/>, published or not; null where there is none of that slug. Whoever
    /// shows it asks first who may see it.
    /// </summary>
    public async Task<LaterLines?> SinceAsync(string slug, long after, CancellationToken cancellationToken)
    {
        if (await boards.PresentAsync(slug, cancellationToken) is not { } present
            || await boards.FindAsync(slug, after, cancellationToken) is not { } before)
        {
            return null;
        }

        var key = (slug, after, present.ChangeNumber, Day(present, clock.UtcNow()));
        if (_later.TryGetValue(key, out var known))
        {
            return known;
        }

        if (_later.Count >= MostKept)
        {
            _later.Clear();
        }

        return _later[key] = await ReadAsync(slug, after, before, present, key.Item4, cancellationToken);
    }

    private async Task<LaterLines> ReadAsync(
        string slug, long after, Board before, Board present, DateOnly day, CancellationToken cancellationToken)
    {
        var now = present.AsOf(day);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var later = await (from own in context.Changes.AsNoTracking()
                           join negotiation in context.Negotiations on EF.Property<int?>(own, RecordMapping.NegotiationId)
                               equals EF.Property<int>(negotiation, NegotiationsMapping.Id)
                           where negotiation.Slug == slug && own.Number > after && own.Number <= present.ChangeNumber
                           orderby own.Number
                           select own).ToListAsync(cancellationToken);
        return later.Count == 0
            ? new LaterLines(now, now, default, null)
            : new LaterLines(
                before.AsOf(Day(present, later[0].RecordedAt)), now, later[0].RecordedAt,
                ChangeFeed.Heads(now, await BroughtAsync(context, later, cancellationToken)));
    }

    // The day of a moment where the board counts its days now; never before the board begins.
    private static DateOnly Day(Board board, DateTime moment) =>
        board.Negotiation.DayOf(moment) is var day && day < board.Negotiation.StartedOn ? board.Negotiation.StartedOn : day;

    // Of a row that was edited, only what is new in it.
    private static async Task<Func<ChangeHead, bool>> BroughtAsync(
        TrackerContext context, List<Change> changes, CancellationToken cancellationToken)
    {
        var (numbers, from) = (changes.Select(change => change.Number).ToList(), changes[0].RecordedAt);
        var rows = await context.RowChanges.AsNoTracking().Where(row => numbers.Contains(row.ChangeNumber))
            .Select(row => new { row.Section, row.Key, IsNew = row.Before == null }).ToListAsync(cancellationToken);
        var isNew = rows.GroupBy(row => (row.Section, row.Key)).ToDictionary(row => row.Key, row => row.Any(written => written.IsNew));
        return head => isNew.TryGetValue((RecordSections.Of(head.Row.GetType()).Name, head.Row.Key), out var whole)
            && (whole || head.News.RecordedAt >= from);
    }
}
