using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
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
    /// <summary>The ending of the file.</summary>
    public const string Ending = "atom";

    // Whoever asks once a week misses nothing of a busy one.
    private const int Most = 100;

    /// <summary>Maps the feed.</summary>
    public static void MapChangesAtom(this IEndpointRouteBuilder app) => app.MapBoardFile("changes", Ending, file =>
    {
        var query = ChangesQuery.Read(file.Values, file.At);
        var bytes = file.Values.Refusal is null ? Write(Feed(file, query)) : [];
        return Task.FromResult(KeptElsewhere.File(
            file.Http.HttpContext, bytes, "application/atom+xml; charset=utf-8", BoardFiles.Name(file.At, "changes", Ending)));
    });

    private static SyndicationFeed Feed(BoardFile file, ChangesQuery query)
    {
        var (at, l) = (file.At, file.Values.L);
        var (items, _) = query.Filter(at).Page(at, 0, Most);
        var page = file.Absolute(new BoardAddress(at.Negotiation.Slug).To("changes", query.Filters));
        var feed = new SyndicationFeed
        {
            Id = page,
            Title = new TextSyndicationContent(l["{0}: changes", at.Negotiation.Title]),
            LastUpdatedTime = Stamp(items.Select(item => item.RecordedAt).DefaultIfEmpty(at.Negotiation.StartedOn.ToDateTime(default)).Max()),
            Items = [.. items.Select(item => Entry(item, file, page))],
        };
        feed.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(page)));
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(file.Absolute(file.Http.Path + file.Http.QueryString))));
        feed.Authors.Add(new SyndicationPerson { Name = "PeaceTracker" });
        return feed;
    }

    private static SyndicationItem Entry(ChangeItem item, BoardFile file, string page)
    {
        var (at, l) = (file.At, file.Values.L);
        var link = ChangeWords.Link(item, file.Dated) is { } place ? file.Absolute(place) : page;
        var entry = new SyndicationItem
        {
            Id = string.Create(null, $"{file.Absolute(new BoardAddress(at.Negotiation.Slug).Changes)}#{item.In.Name}-{item.Key}{Part(item)}"),
            Title = new TextSyndicationContent(Title(item, at.Board, l)),
            PublishDate = Stamp(item.RecordedAt),
            LastUpdatedTime = Stamp(item.RecordedAt),
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

    private static string Title(ChangeItem item, Board board, IStringLocalizer<Text> l)
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

    private static IEnumerable<string> Said(ChangeItem item, Board board, IStringLocalizer<Text> l)
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

    private static DateTimeOffset Stamp(DateTime utc) => new(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    private static byte[] Write(SyndicationFeed feed)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            feed.GetAtom10Formatter().WriteTo(writer);
        }

        return bytes.ToArray();
    }
}
