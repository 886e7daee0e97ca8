using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;

namespace PeaceTracker.Web.Reading;

/// <summary>A page's list as an Atom feed: what all feeds of a board have in common.</summary>
public static class AtomFeed
{
    /// <summary>The ending of the file.</summary>
    public const string Ending = "atom";

    /// <summary>The most entries of one: whoever asks once a week misses nothing of a busy one.</summary>
    public const int Most = 100;

    /// <summary>A feed of these entries, by the address of the page that shows the same.</summary>
    public static SyndicationFeed Of(BoardFile file, string page, string title, IEnumerable<SyndicationItem> entries)
    {
        List<SyndicationItem> items = [.. entries];
        var began = Stamp(file.At.Negotiation.StartedOn.ToDateTime(default));
        var feed = new SyndicationFeed
        {
            Id = page,
            Title = new TextSyndicationContent(title),
            LastUpdatedTime = items.Select(item => item.LastUpdatedTime).DefaultIfEmpty(began).Max(),
            Items = items,
        };
        feed.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(page)));
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(file.Absolute(file.Http.Path + file.Http.QueryString))));
        feed.Authors.Add(new SyndicationPerson { Name = "PeaceTracker" });
        return feed;
    }

    /// <summary>A moment (UTC) as feeds say it.</summary>
    public static DateTimeOffset Stamp(DateTime utc) => new(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    /// <summary>The feed as a file; empty where the address is refused.</summary>
    public static IResult File(BoardFile file, string page, SyndicationFeed? feed) => KeptElsewhere.File(
        file.Http.HttpContext, feed is null ? [] : Write(feed), "application/atom+xml; charset=utf-8", BoardFiles.Name(file.At, page, Ending));

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
