using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Domain.Changes;

/// <summary>
/// A row of a negotiation's record, of whatever kind. What the rest of the house needs to know of a row is a member here without a
/// default, so that the compiler asks each new kind for it; "none" is a legitimate answer.
/// </summary>
public interface IRow
{
    /// <summary>Key, unique in the negotiation and its section.</summary>
    string Key { get; }

    /// <summary>What it is called in the record, and what a key is made from.</summary>
    string Words { get; }

    /// <summary>When it was entered here (UTC).</summary>
    DateTime RecordedAt { get; }

    /// <summary>Who entered it; empty if that is not kept.</summary>
    string RecordedBy { get; }

    /// <summary>The days on which something happened, as against one to which something is planned or stands: none may lie ahead.</summary>
    IEnumerable<HappenedDay> Happened();

    /// <summary>All that it cites, also within its parts, with the day of what each is cited for.</summary>
    IEnumerable<CitedPlace> Cited();

    /// <summary>By what a search on a board of that day finds it; null where it is never found by itself.</summary>
    Findable? Findable(DateOnly on);
}

/// <summary>The copies of a row that only its own type can make.</summary>
public interface IRow<TSelf> : IRow where TSelf : class, IRow<TSelf>
{
    /// <summary>The same under another key; itself where the key is not given but follows from it.</summary>
    TSelf WithKey(string key);

    /// <summary>The same, entered at that moment (UTC) by that person.</summary>
    TSelf Stamped(DateTime now, string by);
}
