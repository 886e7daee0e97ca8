using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Mail;
using PeaceTracker.Services.Search;
using PeaceTracker.Web.Features.Changes;
using PeaceTracker.Web.Features.Rows;
using PeaceTracker.Web.Hosting;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Mail;

/// <summary>
/// A mail about what somebody follows: for each thing the figure then and now, and the lines of the feed of changes since, with links that always
/// show the same.
/// </summary>
public sealed class Digest(MailSettings settings, Follows follows, IStringLocalizer<Text> l)
{
    /// <summary>The most lines about one thing; how many there are more, it says.</summary>
    public const int MostLines = 40;

    /// <summary>The mail; <paramref name="news"/> is not empty, and each has something to tell.</summary>
    public MailContent Of(string accountId, IReadOnlyList<FollowNews> news)
    {
        // Nobody’s request, and so nobody’s language: that of the pages.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.Offered[0];
        var (text, html) = (new StringBuilder(), new StringBuilder());
        foreach (var one in news)
        {
            Write(one, accountId, text, html);
        }

        var all = At("/account/follows");
        var why = l["You get this because you follow these pages on PeaceTracker. To change what you follow, or how often you get mail:"].Value;
        var unsubscribe = Unsubscribe(accountId, null);
        var stop = l["Stop all of these mails:"].Value;
        text.Append("--\n").Append(why).Append('\n').Append(all).Append("\n\n").Append(stop).Append('\n').Append(unsubscribe).Append('\n');
        html.Append(CultureInfo.InvariantCulture, $"<hr><p>{Encoded(why)} {Link(all, all)}</p><p>{Encoded(stop)} {Link(unsubscribe, l["stop"])}</p>");
        var subject = news is [var only] ? l["PeaceTracker: {0}", Name(only)] : l["PeaceTracker: changes on {0} pages that you follow", news.Count];
        return new MailContent(subject, text.ToString(), $"<!doctype html><html lang=\"en\"><body>{html}</body></html>", unsubscribe)
        {
            Of = [.. news.Select(one => new ToldFollow(one.Follow.Id, one.Follow.LastChange))],
        };
    }

    private void Write(FollowNews news, string accountId, StringBuilder text, StringBuilder html)
    {
        var (follow, at) = (news.Follow, news.After);
        var address = new BoardAddress(follow.Slug, BoardMoment.Present.Fixed(at.Date, at.Board.ChangeNumber));
        var name = follow.Kind == FollowKind.Negotiation ? Name(news) : l["{0} ({1})", Name(news), at.Negotiation.Label].Value;
        var page = At(MailWords.Page(follow.Kind, follow.Key, address), bare: true);
        text.Append(name).Append('\n').Append(page).Append("\n\n");
        html.Append(CultureInfo.InvariantCulture, $"<h2>{Link(page, name)}</h2>");
        var (before, after) = news.Agreed;
        var figure = before == after ? l["Agreed on record: {0}, as before.", l.Share(after)].Value
            : l["Agreed on record: {0} → {1}.", l.Share(before), l.Share(after)].Value;
        text.Append(figure).Append("\n\n");
        html.Append(CultureInfo.InvariantCulture, $"<p>{Encoded(figure)}</p><ul>");
        foreach (var (title, said, place) in Lines(news, address).Take(MostLines))
        {
            text.Append("* ").Append(title).Append('\n');
            if (said.Length > 0)
            {
                text.Append("  ").Append(said).Append('\n');
            }

            text.Append("  ").Append(place).Append('\n');
            html.Append(CultureInfo.InvariantCulture, $"<li>{Link(place, title)}<br>{Encoded(said)}</li>");
        }

        html.Append("</ul>");
        if (news.Items.Count + news.Found.Count is var all && all > MostLines)
        {
            var rest = follow.Kind == FollowKind.Search ? page : At(address.Changes, bare: true);
            var more = l["And {0} more.", all - MostLines].Value;
            text.Append(more).Append(' ').Append(rest).Append('\n');
            html.Append(CultureInfo.InvariantCulture, $"<p>{Link(rest, more)}</p>");
        }

        var (end, stop) = (Unsubscribe(accountId, follow.Id), l["Stop mails about this:"].Value);
        text.Append('\n').Append(stop).Append('\n').Append(end).Append("\n\n");
        html.Append(CultureInfo.InvariantCulture, $"<p><small>{Encoded(stop)} {Link(end, l["stop"])}</small></p>");
    }

    private IEnumerable<(string Title, string Said, string Place)> Lines(FollowNews news, BoardAddress address)
    {
        var board = news.After.Board;
        return news.Items
            .Select(item => (
                ChangesAtom.Title(item, board, l), string.Join(" ", ChangesAtom.Said(item, board, l)),
                At(ChangeWords.Link(item, address) ?? address.Changes, bare: true)))
            .Concat(news.Found.Select(found => (
                $"{l[RowKinds.Of(found.In.Name).Name]}: {Plain(found.Hit.Title)}", Plain(found.Hit.Detail),
                At(RowKinds.Of(found.In.Name).PageOf(address, found.Hit.Row), bare: true))))
            .Select(line => (OneLine(line.Item1), OneLine(line.Item2), line.Item3));
    }

    private string Name(FollowNews news) =>
        OneLine(MailWords.Named(l, news.Follow.Kind, news.Follow.Key, news.After.Board) ?? news.After.Negotiation.Title);

    private string Unsubscribe(string accountId, int? id) => At($"/account/unsubscribe/{follows.Token(accountId, id)}");

    // Where the site is under a path, its own addresses say so; the public address does, too.
    private string At(string path, bool bare = false)
    {
        var local = bare ? path[Site.Root.Length..] : path;
        return settings.Site.EndsWith(Site.Root, StringComparison.Ordinal) ? settings.Site + local : settings.Site + Site.Root + local;
    }

    private static string Plain(IReadOnlyList<TextPart> parts) => string.Concat(parts.Select(part => part.Text));

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);

    private static string Link(string href, string words) => $"<a href=\"{Encoded(href)}\">{Encoded(words)}</a>";
}
