using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Parties;

namespace PeaceTracker.Services.Changes;

/// <summary>Which changes a reader asked for; what is null is not asked about.</summary>
public sealed record ChangeFilter
{
    /// <summary>What the change is about.</summary>
    public ChangeSubject? Subject { get; init; }

    /// <summary>Key of an issue.</summary>
    public string? IssueKey { get; init; }

    /// <summary>A party: what it said, and what moved between it and another.</summary>
    public string? PartyKey { get; init; }

    /// <summary>Key of a dyad.</summary>
    public string? DyadKey { get; init; }

    /// <summary>Only what happened after this day.</summary>
    public DateOnly? After { get; init; }

    /// <summary>Only what happened by this day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The changes of a board that fit, newest first.</summary>
    public IEnumerable<ChangeItem> Of(BoardSnapshot at) => ChangeFeed.Of(at).Where(c => Fits(c, at.Board.Dyads));

    private bool Fits(ChangeItem item, IReadOnlyDictionary<string, Dyad> dyads) =>
        (Subject is null || item.Subject == Subject)
        && (IssueKey is null || item.IssueKey == IssueKey)
        && (DyadKey is null || item.DyadKey == DyadKey)
        && (PartyKey is null || item.PartyKey == PartyKey || (item.DyadKey is { } dyad && dyads[dyad].Includes(PartyKey)))
        && (After is null || item.Date > After)
        && (Until is null || item.Date <= Until);
}
