using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Parties;

namespace PeaceTracker.Services.Changes;

/// <summary>Which changes a reader asked for; what is null is not asked about.</summary>
public sealed record ChangeFilter
{
    /// <summary>What the change is about: one of these.</summary>
    public IReadOnlyList<ChangeSubject>? Subjects { get; init; }

    /// <summary>Key of an issue: what is about it, or bears on it among others.</summary>
    public string? IssueKey { get; init; }

    /// <summary>A party: what it said, and what moved between it and another.</summary>
    public string? PartyKey { get; init; }

    /// <summary>Key of a dyad.</summary>
    public string? DyadKey { get; init; }

    /// <summary>Only what happened after this day.</summary>
    public DateOnly? After { get; init; }

    /// <summary>Only what happened by this day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Who entered it.</summary>
    public string? RecordedBy { get; init; }

    /// <summary>One page of the changes of a board that fit, newest first, and how many there are.</summary>
    public (IReadOnlyList<ChangeItem> Items, int Total) Page(BoardSnapshot at, int skip, int take) =>
        ChangeFeed.Page(at, this == new ChangeFilter() ? null : head => Fits(head, at.Board.Dyads), skip, take);

    /// <summary>Those of some changes of a board that fit, in their order.</summary>
    public IReadOnlyList<ChangeItem> Of(BoardSnapshot at, IReadOnlyList<ChangeHead> among) =>
        ChangeFeed.Items(at, among.Where(head => Fits(head, at.Board.Dyads)));

    private bool Fits(ChangeHead head, IReadOnlyDictionary<string, Dyad> dyads) =>
        (Subjects is null || Subjects.Contains(head.Subject))
        && (IssueKey is null || head.IsOfIssue(IssueKey))
        && (DyadKey is null || head.DyadKey == DyadKey)
        && (PartyKey is null || head.IsOfParty(PartyKey) || (head.DyadKey is { } dyad && dyads[dyad].Includes(PartyKey)))
        && (RecordedBy is null || head.RecordedBy == RecordedBy)
        && (After is null || head.Date > After)
        && (Until is null || head.Date <= Until);
}
