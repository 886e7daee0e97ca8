using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Changes;

namespace PeaceTracker.Services.Talks;

/// <summary>One round on a date: who met where, what was discussed, and what moved.</summary>
public sealed record RoundView
{
    private RoundView()
    {
    }

    /// <summary>The round.</summary>
    public required Round Round { get; init; }

    /// <summary>How it looks from the date.</summary>
    public required RoundPhase Phase { get; init; }

    /// <summary>What came of it, once its last day has come; null before, and where nothing is recorded.</summary>
    public required string? Outcome { get; init; }

    /// <summary>Where that is reported; empty where it is not, never what announced the round.</summary>
    public required IReadOnlyList<Citation> OutcomeCitations { get; init; }

    /// <summary>The issues discussed or to be discussed, those among them that moved in it, as they stand.</summary>
    public required IReadOnlyList<IssueStanding> Issues { get; init; }

    /// <summary>The working groups that meet in it.</summary>
    public required IReadOnlyList<WorkingGroup> WorkingGroups { get; init; }

    /// <summary>Status events and positions that came about in it: the first before the second, each in order of their days.</summary>
    public required IReadOnlyList<ChangeItem> Moved { get; init; }

    /// <summary>Drafts, offers and claims that came out of it, in order of their days.</summary>
    public required IReadOnlyList<ChangeItem> CameOut { get; init; }

    /// <summary>Drafts, offers and claims of its days of which nothing says that they came out of a round, in order of their days.</summary>
    public required IReadOnlyList<ChangeItem> OfItsDays { get; init; }

    /// <summary>The view of a round; null where the key is none of those announced by the date.</summary>
    public static RoundView? Of(BoardSnapshot at, string key)
    {
        if (at.Rounds.FirstOrDefault(r => r.Key == key) is not { } round)
        {
            return null;
        }

        // A round of which only the week or the month is known can have been on any day of it.
        var last = new DateAsKnown(round.LastDay, round.Precision).Last;
        var counting = ChangeFeed
            .Of(at, h => !h.Superseded && h.Entry != EntryKind.Retraction
                && (h.RoundKey == key || (h.RoundKey is null && IsOfDays(h, round.StartsOn, last))))
            .OrderBy(c => c.Date).ThenBy(c => c.Subject)
            .ToLookup(c => c.RoundKey != key ? Relation.OfItsDays : IsPaper(c.Subject) ? Relation.CameOut : Relation.Moved);
        IReadOnlyList<ChangeItem> moved = [.. counting[Relation.Moved]];
        return new RoundView
        {
            Round = round,
            Phase = round.PhaseOn(at.Date),
            Outcome = round.Outcome,
            OutcomeCitations = round.OutcomeCitations,
            Issues = IssuesOf.Keys(at, round.IssueKeys.Union(moved.Select(item => item.IssueKey).OfType<string>())),
            WorkingGroups = [.. at.WorkingGroups.Where(g => round.WorkingGroupKeys.Contains(g.Key))],
            Moved = [.. moved.OrderBy(item => item.Subject != ChangeSubject.Status)],
            CameOut = [.. counting[Relation.CameOut]],
            OfItsDays = [.. counting[Relation.OfItsDays]],
        };
    }

    private enum Relation { Moved, CameOut, OfItsDays }

    private static bool IsPaper(ChangeSubject subject) => subject is ChangeSubject.Draft or ChangeSubject.Offer or ChangeSubject.Claim;

    // Where a claim appeared later is no news of the round.
    private static bool IsOfDays(ChangeHead item, DateOnly first, DateOnly last) =>
        IsPaper(item.Subject) && item.Row is not ClaimAppearance && first <= item.Date && item.Date <= last;
}
