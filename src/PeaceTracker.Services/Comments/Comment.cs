namespace PeaceTracker.Services.Comments;

/// <summary>
/// What somebody who keeps a board says to the others about a row of it, or about an outcome that waits. It is no part of the record: no reader, no
/// file and no program sees it.
/// </summary>
public sealed class Comment
{
    /// <summary>Its number, given by the form, so that it is added once however often it is asked for.</summary>
    public required Guid Id { get; init; }

    /// <summary>Slug of the negotiation.</summary>
    public required string Slug { get; init; }

    /// <summary>The section of the row; <see cref="CommentPlace.Outcomes"/> for an outcome.</summary>
    public required string Section { get; init; }

    /// <summary>Key of the row, or number of the outcome.</summary>
    public required string Key { get; init; }

    /// <summary>Account of who says it.</summary>
    public required string AuthorId { get; init; }

    /// <summary>Name of who says it.</summary>
    public required string Author { get; init; }

    /// <summary>What is said.</summary>
    public required string Text { get; init; }

    /// <summary>When it was said (UTC).</summary>
    public required DateTime At { get; init; }
}

/// <summary>That a comment is addressed to somebody: it waits for them until they answer, or say that it is done.</summary>
public sealed class Mention
{
    /// <summary>The comment.</summary>
    public required Guid CommentId { get; init; }

    /// <summary>Account of whom it is addressed to.</summary>
    public required string AccountId { get; init; }

    /// <summary>Whether it waits no more.</summary>
    public bool Done { get; set; }
}

/// <summary>What comments are about.</summary>
/// <param name="Slug">Slug of the negotiation.</param>
/// <param name="Section">The section of the row; <see cref="Outcomes"/> for an outcome.</param>
/// <param name="Keys">Its key, or number; of an entry all keys of its history. What is new is said of the last.</param>
public sealed record CommentPlace(string Slug, string Section, IReadOnlyList<string> Keys)
{
    /// <summary>The name that stands for outcomes of talks where a row has its section.</summary>
    public const string Outcomes = "outcomes";

    /// <summary>Its address.</summary>
    public string Key => Keys[^1];
}

/// <summary>A comment as it is listed.</summary>
/// <param name="Comment">The comment.</param>
/// <param name="To">Names of those whom it is addressed to.</param>
public sealed record ListedComment(Comment Comment, IReadOnlyList<string> To);

/// <summary>Somebody whom a comment can be addressed to.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The name.</param>
public sealed record Colleague(string Id, string Name);

/// <summary>A comment while it is typed.</summary>
public sealed class CommentForm
{
    /// <summary>What is said.</summary>
    public string Text { get; set; } = "";

    /// <summary>Accounts of those whom it is addressed to.</summary>
    public IReadOnlyList<string> To { get; set; } = [];
}
