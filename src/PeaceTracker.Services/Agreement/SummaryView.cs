using System.Runtime.CompilerServices;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Pairs;

namespace PeaceTracker.Services.Agreement;

/// <summary>Everything that the summary page shows of a board on a date; every figure comes from the calculators of the Domain.</summary>
public sealed record SummaryView
{
    private const int LatestChanges = 5;

    // As many dates as a chart can show apart; the file of the shares has more.
    private const int ChartDates = 80;

    private static readonly ConditionalWeakTable<BoardSnapshot, Place> Made = [];

    private readonly Lazy<ShareTimeline> _timeline;

    private SummaryView() => _timeline = new(() => ShareTimeline.Of(At!, History!));

    /// <summary>The board on the date.</summary>
    public required BoardSnapshot At { get; init; }

    /// <summary>The headline claim, and by whose choice it is; null where no claim is such.</summary>
    public required HeadlineClaim? Headline { get; init; }

    /// <summary>Whether any claim with a figure is recorded by the date.</summary>
    public required bool AnyFigure { get; init; }

    /// <summary>The headline claim beside the board of the page's date; null where there is none.</summary>
    public required ClaimComparison? Claim { get; init; }

    /// <summary>The same claim beside the board of the day on which it was made; null where that is the same share.</summary>
    public required ClaimComparison? ClaimOnItsDay { get; init; }

    /// <summary>The shares beside the claim: of its scope, or of the whole board where there is no claim or its scope is not tracked.</summary>
    public ScopeShares ComputedScope => Claim?.Scope ?? At.Shares;

    /// <summary>The threshold of what is computed beside the claim: the claim's own, or agreed where there is none.</summary>
    public Threshold Threshold => Claim?.Threshold ?? Threshold.Agreed;

    /// <summary>The computed share beside the claim, on record.</summary>
    public Share Computed => ComputedScope.Against(Threshold);

    /// <summary>The issues that remain, ranked.</summary>
    public required IReadOnlyList<Remaining> Remaining { get; init; }

    /// <summary>The pairs with an issue in scope, required ones first, of these the lowest share first.</summary>
    public required IReadOnlyList<ListedPair> Pairs { get; init; }

    /// <summary>The shares of each category, in the order of the agenda.</summary>
    public required IReadOnlyList<CategoryShares> Categories { get; init; }

    /// <summary>The shares over time.</summary>
    public required ShareHistory History { get; init; }

    /// <summary>What the chart of the shares tells; each of its steps is a comparison of two dates, so it is made once.</summary>
    public ShareTimeline Timeline => _timeline.Value;

    /// <summary>The next rounds; where none is to come, the last one announced or held.</summary>
    public required IReadOnlyList<Round> Rounds { get; init; }

    /// <summary>The latest changes, a line each.</summary>
    public required IReadOnlyList<ChangeLine> Changes { get; init; }

    /// <summary>Number of parties, and of sources published.</summary>
    public required (int Parties, int Sources) Counts { get; init; }

    /// <summary>Date of the newest evidence on an issue in scope; null where there is none.</summary>
    public required DateAsKnown? LastEvidence { get; init; }

    /// <summary>Days since the newest evidence, 0 or more; null where there is none.</summary>
    public int? EvidenceAge => LastEvidence?.AgeOn(At.Date);

    /// <summary>Whether all status events and positions are of one day: a point, from which nothing tells a direction.</summary>
    public required bool OneDay { get; init; }

    /// <summary>Issues on the agenda without evidence for longer than the negotiation's limit.</summary>
    public int Stale => At.Issues.Count(At.IsStale);

    /// <summary>Which way the agreed share of the whole board went.</summary>
    public required Trend Trend { get; init; }

    /// <summary>For whom something waits, on issues that remain.</summary>
    public required IReadOnlyList<WaitingFor> Waiting { get; init; }

    /// <summary>The next round announced; null where none is.</summary>
    public Round? NextRound => Rounds.FirstOrDefault(r => r.PhaseOn(At.Date) == RoundPhase.Upcoming);

    /// <summary>The last round announced, where its days are over and nobody reports what became of it; null otherwise.</summary>
    public Round? UnreportedRound => Rounds is [.., var last] && last.PhaseOn(At.Date) == RoundPhase.NotReported ? last : null;

    /// <summary>
    /// The summary of a board on a date. Made once for a snapshot, which never changes, and kept as long as that is; who asks for it meanwhile waits.
    /// </summary>
    public static SummaryView Of(BoardSnapshot at) => Made.GetOrCreateValue(at).Of(at);

    private static SummaryView Make(BoardSnapshot at)
    {
        var headline = HeadlineClaim.Of(at);
        var claim = headline?.Claim;
        var now = claim is null ? null : ClaimComparison.Of(claim, at);
        var then = claim is null ? null : ClaimComparison.Of(claim, at.Board.AsOf(claim.OccurredOn, at.KnownAt));
        var upcoming = at.Rounds.Where(r => r.PhaseOn(at.Date) == RoundPhase.Upcoming).ToList();
        var remaining = Domain.Agreement.Remaining.Of(at);
        return new SummaryView
        {
            At = at,
            Headline = headline,
            AnyFigure = headline is not null || at.Claims.Any(c => c.HasFigure),
            Claim = now,
            ClaimOnItsDay = then?.Computed == now?.Computed ? null : then,
            Remaining = remaining,
            Pairs = [.. ListedPair.Of(at).Where(p => p.Agreed.Total > 0)],
            Categories = CategoryShares.Of(at),
            History = ShareHistory.Of(at, ChartDates),
            Rounds = upcoming.Count > 0 ? upcoming : [.. at.Rounds.TakeLast(1)],
            Changes = ChangeLine.Latest(at, LatestChanges),
            Counts = (at.Parties.Count(), at.Sources.Count()),
            OneDay = ShareTimeline.HasEvidenceOfOneDay(at),
            Trend = Trend.Of(at),
            Waiting = WaitingFor.Of(at, remaining),
            LastEvidence = at.LastEvidence,
        };
    }

    // Where the summary of a snapshot is kept once it is made. A fault in making it is not kept: the next who asks tries again.
    private sealed class Place
    {
        private readonly Lock _making = new();
        private SummaryView? _view;

        public SummaryView Of(BoardSnapshot at)
        {
            lock (_making)
            {
                return _view ??= Make(at);
            }
        }
    }
}

/// <summary>One category's shares.</summary>
/// <param name="Category">The category.</param>
/// <param name="Shares">The shares of its issues in scope.</param>
public sealed record CategoryShares(string Category, ScopeShares Shares)
{
    /// <summary>The categories of a board, in the order of the agenda.</summary>
    public static IReadOnlyList<CategoryShares> Of(BoardSnapshot at) =>
        [.. at.Issues.Where(i => i.Applies).GroupBy(i => i.Issue.Category).Select(g => new CategoryShares(g.Key, ScopeShares.Over(g)))];
}
