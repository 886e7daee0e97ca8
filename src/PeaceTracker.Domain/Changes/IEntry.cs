namespace PeaceTracker.Domain.Changes;

/// <summary>An append-only entry (status event, position, claim) on the two axes of time.</summary>
public interface IEntry
{
    /// <summary>Key, unique in its negotiation and kind of entry.</summary>
    string Key { get; }

    /// <summary>Change, correction or retraction.</summary>
    EntryKind Kind { get; }

    /// <summary>The entry that a correction replaces or a retraction takes out; null for a change.</summary>
    string? SupersedesKey { get; }

    /// <summary>Why the record was corrected or the entry taken out; null for a change.</summary>
    string? Reason { get; }

    /// <summary>When it happened in the world.</summary>
    DateOnly OccurredOn { get; }

    /// <summary>How exactly <see cref="OccurredOn"/> is known.</summary>
    DatePrecision Precision { get; }

    /// <summary>When it was entered here (UTC).</summary>
    DateTime RecordedAt { get; }

    /// <summary>Who entered it; empty where that is not kept.</summary>
    string RecordedBy { get; }
}
