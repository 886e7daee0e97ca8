using System.ServiceModel.Syndication;
using System.Xml;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Search;
using PeaceTracker.Web.Features.Rows;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Search;

/// <summary>A search as an Atom feed: what it finds, what newly matches first.</summary>
public static class SearchAtom
{
    /// <summary>The page, and its files.</summary>
    public const string Page = "search";

    /// <summary>The name of the words in the address.</summary>
    public const string WordsName = "q";

    /// <summary>Maps the feed.</summary>
    public static void MapSearchAtom(this IEndpointRouteBuilder app) => app.MapBoardFile(Page, AtomFeed.Ending, async file =>
    {
        var query = file.Values.Text(WordsName);
        if (file.Values.Refusal is not null)
        {
            return AtomFeed.File(file, Page, null);
        }

        var history = file.Http.HttpContext.RequestServices.GetRequiredService<RowHistory>();
        var edited = await history.LastEditsAsync(file.At.Board, file.Http.HttpContext.RequestAborted);
        return AtomFeed.File(file, Page, Feed(file, query, SearchNews.Of(file.At, query, edited, AtomFeed.Most)));
    });

    private static SyndicationFeed Feed(BoardFile file, string? query, IReadOnlyList<FoundSince> found)
    {
        var (at, l) = (file.At, file.Values.L);
        var page = file.Absolute(new BoardAddress(at.Negotiation.Slug).To(Page, (WordsName, query)));
        var title = l["{0}: search for “{1}”", at.Negotiation.Title, Writable(query ?? "")];
        return AtomFeed.Of(file, page, title, found.Select(f => Entry(f, file, page)));
    }

    private static SyndicationItem Entry(FoundSince found, BoardFile file, string page)
    {
        var kind = RowKinds.Of(found.In.Name);
        var entry = new SyndicationItem
        {
            Id = $"{page}#{found.In.Name}-{found.Hit.Row.Key}",
            Title = new TextSyndicationContent(Text(found.Hit.Title)),
            PublishDate = AtomFeed.Stamp(found.Since),
            LastUpdatedTime = AtomFeed.Stamp(found.Since),
            Summary = found.Hit.Detail.Count == 0 ? null : new TextSyndicationContent(Text(found.Hit.Detail)),
        };
        entry.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(file.Absolute(kind.PageOf(file.Dated, found.Hit.Row)))));
        entry.Categories.Add(new SyndicationCategory(file.Values.L[kind.Name]));
        return entry;
    }

    // What was typed may have characters that no XML can hold.
    private static string Writable(string query) =>
        string.Concat(query.EnumerateRunes().Select(rune => rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()));

    private static string Text(IReadOnlyList<TextPart> parts) => string.Concat(parts.Select(part => part.Text));
}
