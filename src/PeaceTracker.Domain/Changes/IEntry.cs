namespace PeaceTracker.Domain.Changes;

/// <summary>An append-only entry (status event, position, claim) on the two axes of time.</summary>
public interface IEntry : IRow
{
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

    /// <summary>How many entries of the same matter and day it is said to have come after: 0 unless it came later the same day.</summary>
    int OrderInDay { get; }

    /// <summary>What it tells the feed of changes.</summary>
    News News();
}

/// <summary>The copies of an entry that only its own type can make.</summary>
public interface IEntry<TSelf> : IRow<TSelf>, IEntry where TSelf : class, IEntry<TSelf>
{
    /// <summary>The same, correcting or retracting an earlier entry.</summary>
    TSelf Superseding(EntryKind kind, string key, string reason);
}
