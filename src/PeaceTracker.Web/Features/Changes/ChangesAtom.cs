using System.ServiceModel.Syndication;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Changes;
using PeaceTracker.Web.Features.Rows;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Changes;

/// <summary>The changes of a board as an Atom feed, narrowed by the filters of the page: of an issue, a party, a pair, a kind.</summary>
public static class ChangesAtom
{
    /// <summary>Maps the feed.</summary>
    public static void MapChangesAtom(this IEndpointRouteBuilder app) => app.MapBoardFile("changes", AtomFeed.Ending, file =>
    {
        var query = ChangesQuery.Read(file.Values, file.At);
        return Task.FromResult(AtomFeed.File(file, "changes", file.Values.Refusal is null ? Feed(file, query) : null));
    });

    private static SyndicationFeed Feed(BoardFile file, ChangesQuery query)
    {
        var (at, l) = (file.At, file.Values.L);
        var (items, _) = query.Filter(at).Page(at, 0, AtomFeed.Most);
        var page = file.Absolute(new BoardAddress(at.Negotiation.Slug).To("changes", query.Filters));
        return AtomFeed.Of(file, page, l["{0}: changes", at.Negotiation.Title], items.Select(item => Entry(item, file, page)));
    }

    private static SyndicationItem Entry(ChangeItem item, BoardFile file, string page)
    {
        var (at, l) = (file.At, file.Values.L);
        var link = ChangeWords.Link(item, file.Dated) is { } place ? file.Absolute(place) : page;
        var entry = new SyndicationItem
        {
            Id = string.Create(null, $"{file.Absolute(new BoardAddress(at.Negotiation.Slug).Changes)}#{item.In.Name}-{item.Key}{Part(item)}"),
            Title = new TextSyndicationContent(Title(item, at.Board, l)),
            PublishDate = AtomFeed.Stamp(item.RecordedAt),
            LastUpdatedTime = AtomFeed.Stamp(item.RecordedAt),
            Summary = new TextSyndicationContent(string.Join(" ", Said(item, at.Board, l))),
        };
        entry.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(link)));
        entry.Categories.Add(new SyndicationCategory(ChangeWords.Word(l, item.Subject)));
        if (item.RecordedBy.Length > 0)
        {
            entry.Authors.Add(new SyndicationPerson { Name = item.RecordedBy });
        }

        return entry;
    }

    // What one row tells more than once: a draft’s versions, a judgement on several days.
    private static string Part(ChangeItem item) =>
        item.Version is { } version ? $"-{version}{(item.PartyKey is { } seen ? $"-{seen}" : "")}"
        : item.IsHeadline ? $"-headline-{item.RecordedAt:yyyyMMddHHmmssfff}"
        : item.Subject == ChangeSubject.Judgement ? $"-{BoardAddress.Format(item.Date)}" : "";

    /// <summary>What moved, in one line: from which level to which.</summary>
    public static string Title(ChangeItem item, Board board, IStringLocalizer<Text> l)
    {
        var title = ChangeWords.Title(l, item, board);
        if (item.Entry == EntryKind.Retraction)
        {
            return l["{0}: retracted", title];
        }

        var moved = item.To is { } to
            ? item.From is { } from && from != to ? l["{0}: {1} → {2}", title, l.Word(from), l.Word(to)] : l["{0}: {1}", title, l.Word(to)]
            : item.Position?.Stance is { } stance ? l["{0}: {1}", title, l.Word(stance)].Value : title;
        return item.Entry == EntryKind.Correction ? l["{0} (corrected)", moved] : moved;
    }

    /// <summary>What is said about it: the day, what was judged, the reason.</summary>
    public static IEnumerable<string> Said(ChangeItem item, Board board, IStringLocalizer<Text> l)
    {
        yield return $"{l.Date(item.Date, item.Precision)}.";
        if (item.Judged.Count > 0)
        {
            yield return l.Moved(board, item.Judged, item.In.Name);
        }

        if (ChangeWords.Said(l, item, board) is { Length: > 0 } said)
        {
            yield return said;
        }

        if (item.Reason is { } reason)
        {
            yield return l["Reason: {0}", reason];
        }
    }
}
