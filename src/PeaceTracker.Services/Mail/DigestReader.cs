using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Services.Search;

namespace PeaceTracker.Services.Mail;

/// <summary>What there is to tell of what somebody follows.</summary>
/// <param name="Follow">What is followed.</param>
/// <param name="Before">The board when they were last told.</param>
/// <param name="After">The board now.</param>
/// <param name="Items">The lines of the feed since, newest first.</param>
/// <param name="Found">Of a search, what it newly finds.</param>
public sealed record FollowNews(
    Follow Follow, BoardSnapshot Before, BoardSnapshot After, IReadOnlyList<ChangeItem> Items, IReadOnlyList<FoundSince> Found)
{
    /// <summary>Whether there is anything.</summary>
    public bool Any => Items.Count + Found.Count > 0;

    /// <summary>The agreed share before and now: of the pair where one is followed, of the whole board otherwise.</summary>
    public (Share Before, Share After) Agreed => Follow.Kind == FollowKind.Pair
        ? (Before.Dyad(Follow.Key)?.Shares.Agreed ?? new Share(0, 0, 0), After.Dyad(Follow.Key)?.Shares.Agreed ?? new Share(0, 0, 0))
        : (Before.Shares.Agreed, After.Shares.Agreed);
}

/// <summary>Reads what there is to tell, for whom: nothing of a board that they may not read now.</summary>
public sealed class DigestReader(PublishedChanges changes, RowHistory history)
{
    /// <summary>What is new of what is followed, and up to which change; no news where there is nothing, or nothing that they may read.</summary>
    public async Task<(FollowNews? News, long Reached)> ReadAsync(Follow follow, AccountRole role, CancellationToken cancellationToken)
    {
        if (await changes.SinceAsync(follow.Slug, follow.LastChange, cancellationToken) is not { } since)
        {
            return (null, follow.LastChange);
        }

        var reached = since.After.Board.ChangeNumber;
        if (since.Brought is not { } brought || !(since.After.Negotiation.IsPublished || role >= AccountRole.Editor))
        {
            return (null, reached);
        }

        var filter = new ChangeFilter
        {
            Issues = follow.Kind == FollowKind.Issue ? [follow.Key] : [], Dyads = follow.Kind == FollowKind.Pair ? [follow.Key] : [],
            Parties = follow.Kind == FollowKind.Party ? [follow.Key] : [],
        };
        var isSearch = follow.Kind == FollowKind.Search;
        IReadOnlyList<ChangeItem> items = isSearch ? [] : filter.Of(since.After, brought);
        IReadOnlyList<FoundSince> found = !isSearch ? []
            : [.. SearchNews.Of(since.After, follow.Key, await history.LastEditsAsync(since.After.Board, cancellationToken), int.MaxValue)
                .Where(one => one.Since >= since.From)];
        return (new FollowNews(follow, since.Before, since.After, items, found), reached);
    }
}
