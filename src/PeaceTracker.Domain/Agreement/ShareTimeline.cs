using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Domain.Agreement;

/// <summary>What is drawn of the shares of the whole board over time: the shares, what moved them most, and what was claimed.</summary>
public sealed record ShareTimeline
{
    private ShareTimeline()
    {
    }

    /// <summary>The last day: the board's date.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>The shares, period by period.</summary>
    public required ShareHistory History { get; init; }

    /// <summary>The newest evidence on an issue in scope, after which nothing is known; null where there is none.</summary>
    public required DateAsKnown? LastEvidence { get; init; }

    /// <summary>Whether all evidence is of one day: then there is no course of things to draw, only that day.</summary>
    public required bool IsOfOneDay { get; init; }

    /// <summary>The biggest steps of the agreed share and its biggest falls, oldest first.</summary>
    public required IReadOnlyList<ShareStep> Biggest { get; init; }

    /// <summary>The newest changes of the agenda, oldest first.</summary>
    public required IReadOnlyList<AgendaStep> Agendas { get; init; }

    /// <summary>The rounds that had begun, or were due, oldest first.</summary>
    public required IReadOnlyList<NumberedRound> Rounds { get; init; }

    /// <summary>Claims with a figure about the whole board against a threshold, oldest first, each beside the board of its own day.</summary>
    public required IReadOnlyList<ClaimComparison> OnBoard { get; init; }

    /// <summary>The newest claims with a figure, the newest first, whatever their scope, each beside the board of its own day.</summary>
    public required IReadOnlyList<ClaimComparison> Claims { get; init; }

    /// <summary>How many older claims with a figure there are.</summary>
    public required int MoreClaims { get; init; }

    /// <summary>Whether a day lies after the newest evidence, where all there is was said before.</summary>
    public bool IsAfterEvidence(DateOnly day) => LastEvidence is not { } last || day > last.Last;

    /// <summary>Whether all status events and positions of a board are of one day: a point, from which nothing tells a direction.</summary>
    public static bool HasEvidenceOfOneDay(BoardSnapshot at) => at.EvidenceDays is var (oldest, newest) && oldest == newest;

    /// <summary>
    /// The timeline of a board over a history of it. Claims are those that may head a board (<see cref="HeadlineClaim.MayBe"/>); each costs a
    /// board of its day, so that of many only the newest <paramref name="mostClaims"/> are compared.
    /// </summary>
    public static ShareTimeline Of(
        BoardSnapshot at, ShareHistory history, int mostSteps = 3, int mostFalls = 2, int mostAgendas = 6, int mostClaims = 12)
    {
        var newest = history.Claims.TakeLast(mostClaims).Select(claim => ClaimComparison.Of(claim, at.Board.AsOf(claim.OccurredOn, at.KnownAt)))
            .ToList();
        return new ShareTimeline
        {
            Until = at.Date,
            History = history,
            LastEvidence = at.LastEvidence,
            IsOfOneDay = history.Periods.Count == 1 && HasEvidenceOfOneDay(at),
            Biggest = ShareStep.Biggest(at, history, mostSteps, mostFalls),
            Agendas = history.Periods.Count == 0 ? [] : AgendaStep.Newest(at, history.Periods[0].Date, mostAgendas),
            Rounds = NumberedRound.Of(at),
            OnBoard = [.. newest.Where(c => c.Claim.Scope == ClaimScope.WholeBoard && c.Computed?.Value is not null)],
            Claims = [.. newest.AsEnumerable().Reverse()],
            MoreClaims = history.Claims.Count - newest.Count,
        };
    }
}

/// <summary>A round with its number among those that were not called off, from 1 in order of their days.</summary>
/// <param name="Round">The round.</param>
/// <param name="Number">Its number; null for one that was called off.</param>
public sealed record NumberedRound(Round Round, int? Number)
{
    /// <summary>The rounds known on a board's date, those still to come among them, in order of their days.</summary>
    public static IReadOnlyList<NumberedRound> Of(BoardSnapshot at)
    {
        var number = 0;
        return [.. at.Rounds.Select(round => new NumberedRound(round, round.PhaseOn(at.Date) == RoundPhase.CalledOff ? null : ++number))];
    }
}
