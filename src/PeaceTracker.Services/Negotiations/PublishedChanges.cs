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

/// <summary>Reads single changes of published boards, for whoever is told of them.</summary>
public sealed class PublishedChanges(IDbContextFactory<TrackerContext> contexts, BoardReader boards)
{
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

        var rows = await context.RowChanges.AsNoTracking().Where(row => row.ChangeNumber == number)
            .Select(row => new { row.Section, row.Key, IsNew = row.Before == null }).ToListAsync(cancellationToken);
        var isNew = rows.GroupBy(row => (row.Section, row.Key)).ToDictionary(row => row.Key, row => row.Any(written => written.IsNew));
        // The day is that of the change where the board counts its days now, and is never before the board begins.
        var day = present.Negotiation.DayOf(change.RecordedAt);
        var at = board.AsOf(day < board.Negotiation.StartedOn ? board.Negotiation.StartedOn : day);
        return new PublishedChange(change, at, [.. ChangeFeed.Of(at, Brought)]);

        // Of a row that was edited, only what is new in it.
        bool Brought(ChangeHead head) =>
            isNew.TryGetValue((RecordSections.Of(head.Row.GetType()).Name, head.Row.Key), out var whole)
            && (whole || head.News.RecordedAt >= change.RecordedAt);
    }
}
