using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Web.Shared;

/// <summary>What an entry is called wherever it is listed among others: in the feed, or among what rests on a source.</summary>
public static class EntryTitles
{
    /// <summary>A status event: "Territory, Ukraine–Russia".</summary>
    public static string StatusTitle(this IStringLocalizer<Text> l, Board board, string issue, string dyadKey)
    {
        ArgumentNullException.ThrowIfNull(l);
        return $"{issue}, {board.DyadName(board.Dyads[dyadKey])}";
    }

    /// <summary>A position: "Territory: position of Ukraine".</summary>
    public static string PositionTitle(this IStringLocalizer<Text> l, Board board, string issue, string partyKey) =>
        l["{0}: position of {1}", issue, board.Parties[partyKey].Label];
}
