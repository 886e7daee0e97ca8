using PeaceTracker.Services.Comments;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Rows;

/// <summary>Where comments are read and written: with the history of a row, or with an outcome that waits.</summary>
public static class CommentPaths
{
    /// <summary>The heading of the comments on those pages, as an end of an address.</summary>
    public const string Anchor = "#comments";

    /// <summary>The page on which a comment stands.</summary>
    public static string Of(BoardAddress address, Comment comment) => Page(address, comment.Section, comment.Key) + Anchor;

    /// <summary>The page with the comments on a row, or on an outcome.</summary>
    public static string Page(BoardAddress address, string section, string key) => section == CommentPlace.Outcomes
        ? address.Path($"edit/outcome/{key}")
        : EditPaths.History(address, section, key);
}
