using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Changes;

/// <summary>What kind of thing on the board a change is about.</summary>
public enum ChangeSubject
{
    /// <summary>A status event.</summary>
    Status,
    /// <summary>A position.</summary>
    Position,
    /// <summary>A claim, or one more appearance of it.</summary>
    Claim,
    /// <summary>An agenda version.</summary>
    Agenda,
    /// <summary>A draft's version.</summary>
    Draft,
    /// <summary>An offer made.</summary>
    Offer,
    /// <summary>A round held, called off or announced.</summary>
    Round,
    /// <summary>A judgement that changed on its day: a salience, the pairs of an issue, a party's name.</summary>
    Judgement,
    /// <summary>A row of a kind that has no line of its own making: it is shown by its title, under the name of its kind.</summary>
    Other,
}

/// <summary>One line of the feed of changes: what moved, why, where it is said, and when it was entered.</summary>
public sealed record ChangeItem
{
    /// <summary>What it is about.</summary>
    public required ChangeSubject Subject { get; init; }

    /// <summary>The section of the row.</summary>
    public required RecordSection In { get; init; }

    /// <summary>Whether it is one more appearance of a claim.</summary>
    public bool IsAppearance => In.RowType == typeof(ClaimAppearance);

    /// <summary>Key of the row; of an agenda version its number.</summary>
    public required string Key { get; init; }

    /// <summary>When it happened in the world.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>How exactly the date is known.</summary>
    public DatePrecision Precision { get; init; }

    /// <summary>Change, correction or retraction.</summary>
    public EntryKind Entry { get; init; }

    /// <summary>The entry that it corrects or retracts; null for a change.</summary>
    public string? SupersedesKey { get; init; }

    /// <summary>Why the record was corrected or the entry taken out; null for a change.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether a later correction or retraction took it out: it is shown, and no longer counts.</summary>
    public bool Superseded { get; init; }

    /// <summary>Title of the issue, draft, offer, round or agenda; the claim's words.</summary>
    public required string Title { get; init; }

    /// <summary>Key of the issue, where it is about one.</summary>
    public string? IssueKey { get; init; }

    /// <summary>Key of the dyad, where it is about one.</summary>
    public string? DyadKey { get; init; }

    /// <summary>Key of the party, where it is about one.</summary>
    public string? PartyKey { get; init; }

    /// <summary>
    /// Keys of the issues that it bears on, where it is not about one alone: what an agenda changes, a draft covers, an offer or a round is about.
    /// </summary>
    public IReadOnlyList<string> IssueKeys { get; init; } = [];

    /// <summary>Keys of the parties that take part in it, where it is not about one alone.</summary>
    public IReadOnlyList<string> PartyKeys { get; init; } = [];

    /// <summary>Key of the round in which it came about, for a status event or a position of one.</summary>
    public string? RoundKey { get; init; }

    /// <summary>The number of a draft's version.</summary>
    public int? Version { get; init; }

    /// <summary>The level before, for a status event that counts; null otherwise.</summary>
    public Level? From { get; init; }

    /// <summary>The level reached, for a status event.</summary>
    public Level? To { get; init; }

    /// <summary>The basis, for a status event.</summary>
    public Basis? Basis { get; init; }

    /// <summary>The position itself, for one.</summary>
    public Position? Position { get; init; }

    /// <summary>The party's position before it on the same issue, where it counts; null where none was recorded.</summary>
    public Position? PositionBefore { get; init; }

    /// <summary>The claim itself, for one; for an added appearance, and for a choice, the claim as it stands.</summary>
    public Claim? Claim { get; init; }

    /// <summary>Whether it is that the headline claim was chosen: <see cref="Claim"/>, or the usual one where that is null.</summary>
    public bool IsHeadline { get; init; }

    /// <summary>What was judged otherwise from the day on, field by field; empty for other changes.</summary>
    public IReadOnlyList<FieldChange> Judged { get; init; } = [];

    /// <summary>The reason, the position's text, the draft's note.</summary>
    public string? Text { get; init; }

    /// <summary>Where it is reported.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>When it was entered here (UTC).</summary>
    public DateTime RecordedAt { get; init; }

    /// <summary>Who entered it; empty if that is not kept.</summary>
    public string RecordedBy { get; init; } = "";
}
