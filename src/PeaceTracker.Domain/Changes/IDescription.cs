namespace PeaceTracker.Domain.Changes;

/// <summary>A descriptive row of the record (a party, a round, a source): it is edited in place and audited, and taken out by a retraction, never deleted.</summary>
public interface IDescription
{
    /// <summary>When it was entered here (UTC).</summary>
    DateTime RecordedAt { get; }

    /// <summary>Who entered it; empty where that is not kept, as for the rows that are in no feed of changes.</summary>
    string RecordedBy => "";

    /// <summary>That it should not have been entered; null while it stands.</summary>
    Retraction? Retracted { get; init; }
}

/// <summary>When, by whom and why a descriptive row was taken off the board. It stays in the record for whoever asks what was known before.</summary>
public sealed record Retraction
{
    /// <summary>When it was retracted (UTC).</summary>
    public required DateTime At { get; init; }

    /// <summary>Who retracted it.</summary>
    public string By { get; init; } = "";

    /// <summary>Why, in one sentence.</summary>
    public required string Reason { get; init; }
}
