using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Domain.Agreement;

/// <summary>Why something on the board wants an editor's or an analyst's attention.</summary>
public enum AttentionReason
{
    /// <summary>Live entries of one date disagree on an issue's level.</summary>
    Contested,
    /// <summary>An offer lapses within <see cref="Attention.LapseDays"/> days, the last day counted.</summary>
    OfferLapses,
    /// <summary>A party of a required dyad has not seen the latest version of a draft.</summary>
    DraftNotSeen,
    /// <summary>A round's last day has passed, and its outcome is not recorded.</summary>
    RoundNotRecorded,
    /// <summary>An issue has no evidence newer than the staleness limit.</summary>
    Stale,
}

/// <summary>One thing on the board that wants attention.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Key">Key of the issue, offer, draft or round.</param>
/// <param name="Title">Its title.</param>
/// <param name="Since">
/// The date concerned: of the newest evidence, the contested step, the offer's last day, the draft's version, the round's last day.
/// </param>
/// <param name="PartyKeys">The parties concerned: those that have not seen the draft.</param>
public sealed record Attention(AttentionReason Reason, string Key, string Title, DateOnly Since, IReadOnlyList<string> PartyKeys)
{
    /// <summary>Days ahead for which an offer's end is announced.</summary>
    public const int LapseDays = 14;

    /// <summary>How exactly the date concerned is known.</summary>
    public DatePrecision Precision { get; init; }

    /// <summary>What wants attention on a board, by reason, then by date, the oldest first.</summary>
    public static IReadOnlyList<Attention> Of(BoardSnapshot at) =>
    [
        .. ContestedIssues(at).Concat(Offers(at)).Concat(Drafts(at)).Concat(Rounds(at)).Concat(StaleIssues(at))
            .OrderBy(a => a.Reason).ThenBy(a => a.Since),
    ];

    private static IEnumerable<Attention> ContestedIssues(BoardSnapshot at) => at.Issues
        .Where(i => i.Contested)
        .Select(i => Dated(
            AttentionReason.Contested, i, DateAsKnown.Newest(i.Judged.Where(d => d.Contested).Select(d => d.Step!.When))!.Value));

    private static IEnumerable<Attention> StaleIssues(BoardSnapshot at) => at.Issues
        .Where(at.IsStale)
        .Select(i => Dated(AttentionReason.Stale, i, i.LastEvidence!.Value));

    private static Attention Dated(AttentionReason reason, IssueStanding issue, DateAsKnown date) =>
        new(reason, issue.Issue.Key, issue.Issue.Title, date.On, []) { Precision = date.Precision };

    private static IEnumerable<Attention> Offers(BoardSnapshot at) => at.Offers
        .Where(o => o.StateOn(at.Date) == OfferState.Open && o.ValidUntil is { } last && last.DayNumber - at.Date.DayNumber < LapseDays)
        .Select(o => new Attention(AttentionReason.OfferLapses, o.Key, o.Title, o.ValidUntil!.Value, []));

    private static IEnumerable<Attention> Drafts(BoardSnapshot at)
    {
        var required = at.Dyads.Select(d => d.Dyad).Where(d => d.Required)
            .SelectMany(d => new[] { d.FirstPartyKey, d.SecondPartyKey }).ToHashSet(StringComparer.Ordinal);
        foreach (var draft in at.Drafts)
        {
            var latest = draft.Versions[^1];
            var unseen = latest.NotSeenByKeys.Where(required.Contains).ToList();
            if (unseen.Count > 0)
            {
                yield return new Attention(AttentionReason.DraftNotSeen, draft.Key, draft.Title, latest.Date, unseen);
            }
        }
    }

    private static IEnumerable<Attention> Rounds(BoardSnapshot at) => at.Rounds
        .Where(r => r.LastDay < at.Date)
        .Where(r => r.PhaseOn(at.Date) == RoundPhase.NotReported || (r.PhaseOn(at.Date) == RoundPhase.Held && string.IsNullOrWhiteSpace(r.Outcome)))
        .Select(r => new Attention(AttentionReason.RoundNotRecorded, r.Key, r.Title, r.LastDay, []) { Precision = r.Precision });
}
