using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Services.Sources;

/// <summary>What kind of fact rests on a source.</summary>
public enum UseKind
{
    /// <summary>A status event.</summary>
    Status,
    /// <summary>A position.</summary>
    Position,
    /// <summary>A claim.</summary>
    Claim,
    /// <summary>An issue's being named.</summary>
    Issue,
    /// <summary>An agenda version.</summary>
    Agenda,
    /// <summary>A party's role.</summary>
    Role,
    /// <summary>A delegate.</summary>
    Delegate,
    /// <summary>A working group.</summary>
    WorkingGroup,
    /// <summary>An output of a working group.</summary>
    Output,
    /// <summary>A round.</summary>
    Round,
    /// <summary>A version of a draft.</summary>
    Draft,
    /// <summary>An offer.</summary>
    Offer,
    /// <summary>A row of a kind that has no line of its own making: it is shown by its title, under the name of its kind.</summary>
    Other,
}

/// <summary>One fact of the board that rests on one citation.</summary>
public sealed record SourceUse
{
    /// <summary>What kind of fact it is.</summary>
    public required UseKind Kind { get; init; }

    /// <summary>
    /// Key of the status event, position, claim, issue, delegate, group, round, draft or offer; of the party for a role; of the group for an output.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>Where in the source it stands.</summary>
    public required Citation Citation { get; init; }

    /// <summary>Title of the issue, draft, offer, round or group; name of the party, delegate or claimant.</summary>
    public required string Title { get; init; }

    /// <summary>The section of the row; null where <see cref="Kind"/> says enough.</summary>
    public RecordSection? In { get; init; }

    /// <summary>The fact in short: the rationale, the position, the claim's words, the role's note.</summary>
    public string? Text { get; init; }

    /// <summary>Key of the issue, for a status event or a position.</summary>
    public string? IssueKey { get; init; }

    /// <summary>Key of the dyad, for a status event.</summary>
    public string? DyadKey { get; init; }

    /// <summary>Key of the party, where it is about one.</summary>
    public string? PartyKey { get; init; }

    /// <summary>The claim, for one.</summary>
    public Claim? Claim { get; init; }

    /// <summary>The level, for a status event.</summary>
    public Level? Level { get; init; }

    /// <summary>The basis, for a status event.</summary>
    public Basis? Basis { get; init; }

    /// <summary>The role, for a role.</summary>
    public Domain.Parties.Role? Role { get; init; }

    /// <summary>Whether it is a retraction, or was corrected or retracted since: it is shown, because histories cite it, but no longer
    /// counts.</summary>
    public bool TakenBack { get; init; }

    /// <summary>When it happened, where it has a date.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>How exactly the date is known.</summary>
    public DatePrecision Precision { get; init; }
}
