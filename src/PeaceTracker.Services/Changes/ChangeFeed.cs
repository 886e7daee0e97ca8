using System.Runtime.CompilerServices;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Changes;

/// <summary>What changed on a board up to its date, newest first; superseded entries, corrections and retractions among it.</summary>
public static class ChangeFeed
{
    private static readonly ConditionalWeakTable<BoardSnapshot, IReadOnlyList<ChangeHead>> Described = [];

    /// <summary>
    /// The feed, or what of it <paramref name="fits"/>. It is read lazily: a change is put into words only where it fits, and when
    /// it is reached.
    /// </summary>
    public static IEnumerable<ChangeItem> Of(BoardSnapshot at, Func<ChangeHead, bool>? fits = null) =>
        Heads(at).Where(h => fits is null || fits(h)).Select(h => Item(h, at));

    /// <summary>One page of the feed, or of what of it <paramref name="fits"/>, and how much that is in all.</summary>
    public static (IReadOnlyList<ChangeItem> Items, int Total) Page(BoardSnapshot at, Func<ChangeHead, bool>? fits, int skip, int take)
    {
        if (fits is null)
        {
            return (
                [.. Merged(at).Skip(skip).Take(take).Select(step => Item(Head(step), at))], at.EntryCount + OfDescriptions(at).Count);
        }

        var (items, total) = (new List<ChangeItem>(), 0);
        foreach (var head in Heads(at).Where(fits))
        {
            if (total >= skip && items.Count < take)
            {
                items.Add(Item(head, at));
            }

            total++;
        }

        return (items, total);
    }

    /// <summary>What of the feed <paramref name="fits"/>, not yet put into words.</summary>
    public static IReadOnlyList<ChangeHead> Heads(BoardSnapshot at, Func<ChangeHead, bool> fits) => [.. Heads(at).Where(fits)];

    /// <summary>Changes of a board put into words.</summary>
    public static IReadOnlyList<ChangeItem> Items(BoardSnapshot at, IEnumerable<ChangeHead> heads) => [.. heads.Select(head => Item(head, at))];

    /// <summary>
    /// What descriptive rows tell of themselves that <paramref name="fits"/>: the same as in the feed, where hundreds of thousands of entries stand
    /// between.
    /// </summary>
    public static IEnumerable<ChangeItem> OfDescriptions(BoardSnapshot at, Func<ChangeHead, bool> fits) =>
        OfDescriptions(at).Where(fits).Select(h => Item(h, at));

    /// <summary>The entries of the feed that don't count: those that were taken out, and retractions.</summary>
    public static IEnumerable<ChangeItem> NotCounted(BoardSnapshot at) =>
        at.Entries.Where(entry => !entry.IsLive).Select(entry => Item(ChangeHead.Of(entry), at));

    private static IEnumerable<ChangeHead> Heads(BoardSnapshot at) => Merged(at).Select(Head);

    private static ChangeHead Head((KnownEntry Entry, ChangeHead? Description) step) => step.Description ?? ChangeHead.Of(step.Entry);

    // Entries are in order; the few descriptions are put in between, after the entries of the same moment.
    private static IEnumerable<(KnownEntry Entry, ChangeHead? Description)> Merged(BoardSnapshot at)
    {
        var descriptions = OfDescriptions(at);
        var next = 0;
        foreach (var entry in at.Entries)
        {
            while (next < descriptions.Count && IsLater(descriptions[next], entry.Entry))
            {
                yield return (default, descriptions[next++]);
            }

            yield return (entry, null);
        }

        while (next < descriptions.Count)
        {
            yield return (default, descriptions[next++]);
        }
    }

    private static bool IsLater(ChangeHead description, IEntry entry) =>
        (description.Date, description.News.RecordedAt).CompareTo((entry.OccurredOn, entry.RecordedAt)) > 0;

    // The newest first; of one day and moment what the negotiation says of itself, then in the order of the sections' names. They are few, and found
    // once for a snapshot by asking every row.
    private static IReadOnlyList<ChangeHead> OfDescriptions(BoardSnapshot at) => Described.GetValue(
        at, static at => DescriptionsOf(at).OrderByDescending(d => d.Date).ThenByDescending(d => d.News.RecordedAt).ToArray());

    private static IEnumerable<ChangeHead> DescriptionsOf(BoardSnapshot at)
    {
        var rows = from list in RecordSections.Lists.Where(list => !list.HoldsEntries).OrderBy(list => list.Name, StringComparer.Ordinal)
                   from row in at.Rows(list).Cast<IDescriptive>()
                   from news in row.News(at.Date)
                   select (Row: (IRow)row, News: news);
        return at.Negotiation.News(at.Date).Select(news => (Row: (IRow)at.Negotiation, News: news)).Concat(rows)
            .Where(told => LiveEntries.IsKnown(told.News.RecordedAt, at.KnownBefore)).Select(told => ChangeHead.Of(told.Row, told.News));
    }

    private static ChangeItem Item(ChangeHead head, BoardSnapshot at)
    {
        var (news, entry) = (head.News, head.Row as IEntry);
        var item = new ChangeItem
        {
            Subject = head.Subject,
            In = RecordSections.Of(head.Row.GetType()),
            Key = head.Row.Key,
            Date = news.Date,
            Precision = news.Precision,
            Entry = head.Entry,
            SupersedesKey = entry?.SupersedesKey,
            Reason = entry?.Reason,
            Superseded = head.Superseded,
            Title = news.Title ?? at.Board.Issues[news.IssueKey!].Title,
            IssueKey = news.IssueKey,
            DyadKey = news.DyadKey,
            PartyKey = news.PartyKey,
            IssueKeys = [.. news.IssueKeys ?? []],
            PartyKeys = [.. news.PartyKeys ?? []],
            RoundKey = news.RoundKey,
            Version = news.Version,
            Judged = news is { JudgedBefore: { } before, JudgedAfter: { } after } ? RowFields.Compare(before, after) : [],
            Text = news.Text,
            Citations = [.. news.Citations ?? []],
            RecordedAt = news.RecordedAt,
            RecordedBy = news.RecordedBy ?? "",
        };
        return head.Row switch
        {
            StatusEvent e => item with { From = head.IsLive ? LevelBefore(e, at) : null, To = e.Level, Basis = e.Basis },
            Position p => item with { Position = p, PositionBefore = head.IsLive ? at.PositionBefore(p) : null },
            Claim c => item with { Claim = c },
            ClaimAppearance a => OfAppearance(item, a, at),
            Negotiation when news.IsHeadline => item with { IsHeadline = true, Claim = ClaimOf(news.ClaimKey, at) },
            _ => item,
        };
    }

    // A claim that was taken back is still named, as it was when the appearance was found.
    private static ChangeItem OfAppearance(ChangeItem item, ClaimAppearance added, BoardSnapshot at)
    {
        var claim = ClaimOf(added.ClaimKey, at)!;
        return item with { Claim = claim, Title = claim.ClaimantNames, DyadKey = claim.DyadKey };
    }

    private static Claim? ClaimOf(string? key, BoardSnapshot at) => key is null ? null
        : at.ClaimInPlaceOf(key) ?? at.Board.Record.Claims.FirstOrDefault(c => c.Key == key);

    private static Level LevelBefore(StatusEvent e, BoardSnapshot at) =>
        at.IssueOnOrOffAgenda(e.IssueKey)?.Between(e.DyadKey)?.Path.LastOrDefault(s => s.Date < e.OccurredOn)?.Level ?? Level.Unknown;
}
