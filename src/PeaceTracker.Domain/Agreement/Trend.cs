using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Domain.Agreement;

/// <summary>
/// Which way the agreed share of the whole board went, on record. Each change is a comparison of two days by the same knowledge, so what
/// levels did and what the agenda did stand apart (<see cref="BoardComparison"/>).
/// </summary>
public sealed record Trend
{
    /// <summary>The days over which a change is told beside that since the last round.</summary>
    public const int Days = 30;

    private Trend()
    {
    }

    /// <summary>The last round that was held and was over by the date; null where none was.</summary>
    public required Round? LastRound { get; init; }

    /// <summary>From the end of that round's last day to the date, so without what the round itself brought; null where there was none.</summary>
    public required BoardComparison? SinceRound { get; init; }

    /// <summary>From the end of the day 30 days before to the date.</summary>
    public required BoardComparison InDays { get; init; }

    /// <summary>The last time that the counts of the share changed; null where they never did.</summary>
    public required ShareMove? LastMove { get; init; }

    /// <summary>The trend of a board up to its date.</summary>
    public static Trend Of(BoardSnapshot at)
    {
        var last = LastRoundOf(at);
        return new Trend
        {
            LastRound = last,
            SinceRound = last is null ? null : Since(at, last.LastDay),
            InDays = Since(at, at.Date.AddDays(-Days)),
            LastMove = ShareMove.Last(at),
        };
    }

    /// <summary>The last round that was held and was over by the board's date; null where none was.</summary>
    public static Round? LastRoundOf(BoardSnapshot at) =>
        at.Rounds.Where(r => r.PhaseOn(at.Date) == RoundPhase.Held && r.LastDay <= at.Date).MaxBy(r => r.LastDay);

    /// <summary>The agreed share at the end of an earlier day compared with that of a board's date, by the same knowledge.</summary>
    public static BoardComparison Since(BoardSnapshot at, DateOnly day) => at.AgreedBetween(day, at.Date);
}

/// <summary>One change of the whole board's agreed share.</summary>
/// <param name="When">The day on which it changed, as exactly as it is known.</param>
/// <param name="From">The share before.</param>
/// <param name="To">The share from the day on.</param>
public sealed record ShareMove(DateAsKnown When, Share From, Share To)
{
    /// <summary>To − from, −1 to 1; null where on one side no issue was in scope.</summary>
    public Ratio? Change => To.Value - From.Value;

    /// <summary>
    /// The newest day up to the board's date on which the issues agreed on record, or those in scope, were not as many as before; what is
    /// unknown moves the band, not the share. Null where there is no such day after the first with an issue in scope.
    /// </summary>
    internal static ShareMove? Last(BoardSnapshot at) =>
        Over(ShareHistory.Of(at, int.MaxValue).Periods).LastOrDefault();

    /// <summary>
    /// The changes of the agreed share over periods, oldest first: the days on which the issues agreed on record, or those in scope, were not as
    /// many as before.
    /// </summary>
    public static IEnumerable<ShareMove> Over(IReadOnlyList<SharePeriod> periods) => periods.Zip(periods.Skip(1))
        .Where(pair => (pair.First.Agreed.Met, pair.First.Agreed.Total) != (pair.Second.Agreed.Met, pair.Second.Agreed.Total))
        .Select(pair => new ShareMove(new DateAsKnown(pair.Second.Date, pair.Second.Precision), pair.First.Agreed, pair.Second.Agreed));
}
