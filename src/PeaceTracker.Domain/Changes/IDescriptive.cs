using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Domain.Changes;

/// <summary>
/// A descriptive row of the record (a party, a round, a source): it is edited in place and audited, and taken out by a retraction, never
/// deleted.
/// </summary>
public interface IDescriptive : IRow
{
    /// <summary>That it should not have been entered; null while it stands.</summary>
    Retraction? Retracted { get; init; }

    /// <summary>
    /// The row as the board shows it on a date, by what was known before a moment (UTC; null: all that is recorded), without the parts that
    /// came later; null where there was nothing of it yet. Whether the row itself was known and stood is asked before.
    /// </summary>
    IDescriptive? AsOf(DateOnly date, DateTime? before);

    /// <summary>
    /// What it says has come about, such as a round's outcome, as a value to be compared; null where it says nothing of the kind. Where a
    /// negotiation asks for approval, this moves by approval only, as figures do.
    /// </summary>
    object? StatedOutcome { get; }

    /// <summary>Its news on a board of that day, each on a day of its own; none where no feed shows such rows.</summary>
    IEnumerable<News> News(DateOnly on);
}

/// <summary>The copies and comparisons of a descriptive row that only its own type can make.</summary>
public interface IDescriptive<TSelf> : IRow<TSelf>, IDescriptive where TSelf : class, IDescriptive<TSelf>
{
    /// <summary>The same, taken off the board; put back on it where <paramref name="retraction"/> is null.</summary>
    TSelf WithRetraction(Retraction? retraction);

    /// <summary>The same as it is kept instead of an earlier version: parts that are new in it are stamped, it keeps its own moment.</summary>
    TSelf Edited(DateTime now, string by);

    /// <summary>What of an earlier version must stay and is lost in this one; null where nothing is.</summary>
    RuleViolation? Loses(TSelf before);

    /// <summary>Whether a figure of the board moves when this takes the place of an earlier version, or of none.</summary>
    bool MovesFigure(TSelf? before);
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
