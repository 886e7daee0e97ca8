namespace PeaceTracker.Domain.Changes;

/// <summary>What an append-only entry does to the record. All three add an entry; none overwrites or deletes.</summary>
public enum EntryKind
{
    /// <summary>The world moved.</summary>
    Change,
    /// <summary>Our record was wrong: this entry stands in the place of the one it supersedes.</summary>
    Correction,
    /// <summary>The superseded entry should not have been made: it counts no more, and this one adds nothing.</summary>
    Retraction,
}
