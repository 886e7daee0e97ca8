using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Mail;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Mail;

/// <summary>Mail and following in words.</summary>
public static class MailWords
{
    /// <summary>How often.</summary>
    public static string Frequency(IStringLocalizer<Text> l, FollowFrequency frequency) => l[frequency switch
    {
        FollowFrequency.AtOnce => "at once",
        FollowFrequency.Daily => "daily",
        FollowFrequency.Weekly => "weekly",
    }];

    /// <summary>What of a board can be followed.</summary>
    public static string Kind(IStringLocalizer<Text> l, FollowKind kind) => l[kind switch
    {
        FollowKind.Negotiation => "Whole negotiation",
        FollowKind.Issue => "Issue",
        FollowKind.Pair => "Pair",
        FollowKind.Party => "Party",
        FollowKind.Search => "Search",
    }];

    /// <summary>Why a mail did not arrive.</summary>
    public static string Fault(IStringLocalizer<Text> l, MailFault fault) => l[fault switch
    {
        MailFault.NoConnection => "The mail server could not be reached.",
        MailFault.SignIn => "The mail server did not let this program in.",
        MailFault.Address => "The mail server does not accept mail to this address.",
        MailFault.NotTaken => "The mail server did not accept the mail.",
        MailFault.NoKeys => "The mail could not be read with the keys of the data folder.",
        MailFault.CameBack => "Mails to this address came back. Nothing is sent to it until you or an administrator says that it works again.",
    }];

    /// <summary>How the line to the mail server is encrypted.</summary>
    public static string Security(IStringLocalizer<Text> l, MailSecurity security) => l[security switch
    {
        MailSecurity.StartTls => "encrypted after it began (StartTls)",
        MailSecurity.Tls => "encrypted (Tls)",
        MailSecurity.None => "not encrypted",
    }];

    /// <summary>What it is that is followed; null where the board has nothing of that key.</summary>
    public static string? Named(IStringLocalizer<Text> l, FollowKind kind, string key, Board board) => kind switch
    {
        FollowKind.Negotiation => board.Negotiation.Title,
        FollowKind.Issue => board.Issues.GetValueOrDefault(key)?.Title,
        FollowKind.Pair => board.Dyads.GetValueOrDefault(key) is { } dyad ? board.DyadName(dyad) : null,
        FollowKind.Party => board.Parties.GetValueOrDefault(key)?.Label,
        FollowKind.Search => key.Length > 0 ? l["Search: {0}", key].Value : null,
    };

    /// <summary>Where it is shown.</summary>
    public static string Page(FollowKind kind, string key, BoardAddress address) => kind switch
    {
        FollowKind.Negotiation => address.Summary,
        FollowKind.Issue => address.Issue(key),
        FollowKind.Pair => address.Pair(key),
        FollowKind.Party => address.Party(key),
        FollowKind.Search => address.To("search", ("q", key)),
    };
}
