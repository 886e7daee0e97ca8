namespace PeaceTracker.Services.Outgoing;

/// <summary>Something that is to leave the house: kept until whoever it is for has it, or it was given up.</summary>
public abstract class OutgoingItem
{
    /// <summary>How long it is said what became of one that waits no more.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Its name, the same at each attempt: by it the other side knows what it has already.</summary>
    public required string Id { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>How often it was tried since it was made, or was last sent again by hand: what the pauses hang on.</summary>
    public int Tries { get; set; }

    /// <summary>When it is tried next (UTC); null where it is not.</summary>
    public DateTime? NextTryAt { get; set; }

    /// <summary>Until when whoever took it up has it for themselves (UTC); null where nobody has.</summary>
    public DateTime? LeasedUntil { get; set; }

    /// <summary>Who has it.</summary>
    public string? LeasedBy { get; set; }

    internal void TakeUp(string owner, DateTime until) => (LeasedBy, LeasedUntil) = (owner, until);

    internal void LetGo() => (LeasedBy, LeasedUntil) = (null, null);
}
