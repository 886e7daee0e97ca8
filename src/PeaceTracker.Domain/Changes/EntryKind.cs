namespace PeaceTracker.Domain.Changes;

/// <summary>What an append-only entry does to the record. All three add an entry; none overwrites or deletes.</summary>
public enum EntryKind
{
    /// <summary>The world moved.</summary>
    Change,
    /// <summary>Our record was wrong: this entry replaces the one it supersedes.</summary>
    Correction,
    /// <summary>The superseded entry should not have been made: it no longer counts, and this one adds nothing.</summary>
    Retraction,
}
