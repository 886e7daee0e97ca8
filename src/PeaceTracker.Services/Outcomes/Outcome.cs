namespace PeaceTracker.Services.Outcomes;

/// <summary>An outcome of talks on its way to the board: what an editor has typed, kept in the store until it is published or discarded.</summary>
public sealed class Outcome
{
    /// <summary>Its number, which is in its address.</summary>
    public Guid Id { get; init; }

    /// <summary>Slug of the negotiation.</summary>
    public required string Slug { get; init; }

    /// <summary>Account of the author.</summary>
    public required string AuthorId { get; init; }

    /// <summary>Name of the author.</summary>
    public required string Author { get; init; }

    /// <summary>Where it is on its way.</summary>
    public OutcomeState State { get; set; }

    /// <summary>What it is about, for lists: the round's title.</summary>
    public string Title { get; set; } = "";

    /// <summary>What was typed: the form as JSON.</summary>
    public required string Form { get; set; }

    /// <summary>Grows with each save, so that two windows on one outcome don't overwrite each other.</summary>
    public int Version { get; set; }

    /// <summary>When it was begun (UTC).</summary>
    public required DateTime BegunAt { get; init; }

    /// <summary>When it was last saved, submitted or decided (UTC).</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>Why it was returned; null where it was not.</summary>
    public string? ReturnReason { get; set; }

    /// <summary>Name of who approved or returned it.</summary>
    public string? DecidedBy { get; set; }

    /// <summary>The change by which it came to the board; null before.</summary>
    public long? ChangeNumber { get; set; }
}

/// <summary>Where an outcome is on its way to the board.</summary>
public enum OutcomeState
{
    /// <summary>Being typed; nobody else sees it.</summary>
    Draft,
    /// <summary>Waiting for a manager.</summary>
    Submitted,
    /// <summary>Sent back to its author with a reason.</summary>
    Returned,
    /// <summary>On the board.</summary>
    Published,
    /// <summary>Given up by its author.</summary>
    Discarded,
}
