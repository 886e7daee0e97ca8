using System.Net;
using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Administration;
using PeaceTracker.Services.Mail;

namespace PeaceTracker.Web.Features.Administration;

/// <summary>The mail that brings an invitation.</summary>
public static class InvitationMail
{
    /// <summary>What it says: whose site it is, and the link.</summary>
    public static MailContent Of(IStringLocalizer<Text> l, string link, string site)
    {
        var words = l[
            "You are invited to make an account on PeaceTracker at {0}. This link works once, for {1} days:", site, Invitations.Lifetime.Days];
        var end = l["If you did not expect this, you can ignore it."];
        return new MailContent(
            l["Your invitation to PeaceTracker"],
            $"{words}\n\n{link}\n\n{end}\n",
            $"<!doctype html><html lang=\"en\"><body><p>{Encoded(words)}</p><p><a href=\"{Encoded(link)}\">{Encoded(link)}</a></p>"
                + $"<p>{Encoded(end)}</p></body></html>",
            null);
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
