using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Comments;

namespace PeaceTracker.Services.Outcomes;

/// <summary>Why something waits for who keeps a board, the most pressing first.</summary>
public enum ToDoKind
{
    /// <summary>An outcome that somebody else submitted.</summary>
    Approve,
    /// <summary>An outcome of one's own that came back.</summary>
    Returned,
    /// <summary>A comment that is addressed to one.</summary>
    Mentioned,
    /// <summary>An outcome of one's own that was not submitted or published yet.</summary>
    Unfinished,
    /// <summary>A form that one has typed in and not saved.</summary>
    Begun,
    /// <summary>A round that is over and has no outcome.</summary>
    RoundNotRecorded,
    /// <summary>An offer whose last day is near.</summary>
    OfferLapses,
    /// <summary>A draft that a required party has not seen.</summary>
    DraftNotSeen,
    /// <summary>An issue on which entries of one day disagree.</summary>
    Contested,
    /// <summary>An issue without recent evidence.</summary>
    Stale,
}

/// <summary>One thing to do on a board.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Key">The number of the outcome, the address of the form, the number of the comment, or the key of the round, draft or issue.</param>
/// <param name="Title">Its title; empty where an outcome belongs to no round.</param>
public sealed record ToDo(ToDoKind Kind, string Key, string Title)
{
    /// <summary>Who submitted, returned or said it; null where nobody did.</summary>
    public string? By { get; init; }

    /// <summary>When what was typed was last kept (UTC); null for what is no form.</summary>
    public DateTime? KeptAt { get; init; }

    /// <summary>The comment; null for what is none.</summary>
    public Comment? Comment { get; init; }

    /// <summary>Why it came back.</summary>
    public string? Reason { get; init; }

    /// <summary>The day that it is about; null for outcomes.</summary>
    public Attention? About { get; init; }
}
