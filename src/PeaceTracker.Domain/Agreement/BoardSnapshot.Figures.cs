using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Domain.Agreement;

/// <summary>What is computed of the board as it stood, and how it compares with other days.</summary>
public sealed partial class BoardSnapshot
{
    /// <summary>The shares of the whole board, over the issues in scope that apply to a dyad; see <see cref="IssueStanding.Applies"/>.</summary>
    public ScopeShares Shares => _shares.Value;

    /// <summary>The shares of each dyad, in the order of the record.</summary>
    public IReadOnlyList<DyadShares> Dyads => _dyads.Value;

    /// <summary>The lowest of the required dyads, by which agreement is bound; see <see cref="LowestDyads.Of"/>.</summary>
    public LowestDyads LowestDyads => _lowestDyads.Value;

    /// <summary>The issues that remain, ranked; see <see cref="Agreement.Remaining.Of"/>.</summary>
    internal IReadOnlyList<Remaining> Remaining => _remaining.Value;

    /// <summary>The shares of the whole board up to the date, on as many dates as a file needs; see <see cref="ShareHistory.Of"/>.</summary>
    public ShareHistory History => _history.Value;

    /// <summary>The shares of each dyad up to the date, and since when which of them are lowest; see <see cref="DyadHistory.Of"/>.</summary>
    public DyadHistory DyadHistory => _dyadHistory.Value;

    /// <summary>
    /// The same date and levels, judged as on another: what would have been if only the levels and the agenda had moved. The same
    /// snapshot where nothing was judged otherwise.
    /// </summary>
    public BoardSnapshot JudgedAs(DateOnly other) =>
        _live.JudgedOn(other) is var board && ReferenceEquals(board, Board) ? this : new BoardSnapshot(_live, Date, KnownAt, board);

    /// <summary>Whether there is evidence on an issue, but none newer than the negotiation's staleness limit.</summary>
    public bool IsStale(IssueStanding issue) => issue.EvidenceAgeOn(Date) > Negotiation.StalenessDays;

    /// <summary>The newest evidence on an issue in scope; null where there is none.</summary>
    public DateAsKnown? LastEvidence => DateAsKnown.Newest(Issues.Select(i => i.LastEvidence).OfType<DateAsKnown>());

    /// <summary>The days of the oldest and of the newest status event or position; null where there is none.</summary>
    public (DateOnly Oldest, DateOnly Newest)? EvidenceDays
    {
        get
        {
            DateOnly[] ends = [.. Ends(_live.StatusEvents), .. Ends(_live.Positions)];
            return ends.Length == 0 ? null : (ends.Min(), ends.Max());

            IEnumerable<DateOnly> Ends<T>(IReadOnlyList<T> entries) where T : IEntry =>
                LiveRecord.CountUpTo(entries, Date) is var count and > 0 ? [entries[0].OccurredOn, entries[count - 1].OccurredOn] : [];
        }
    }

    /// <summary>
    /// The agreed share on record, over the board or between one dyad, of two days compared, the second judged as on the first beside it
    /// (<see cref="BoardComparison.Between"/>). Where both have one agenda, judged by the same rows, only the issues are looked at to which
    /// something came between the two; not of a snapshot that is itself judged as on another day.
    /// </summary>
    internal BoardComparison AgreedBetween(DateOnly from, DateOnly to, string? dyadKey = null)
    {
        if (from <= to && ReferenceEquals(Board, _live.JudgedOn(Date)) && _live.AgendaOn(from) is { } agenda
            && ReferenceEquals(agenda, _live.AgendaOn(to)) && _live.JudgedOn(from) is var judged && ReferenceEquals(judged, _live.JudgedOn(to)))
        {
            SharePeriod[] shares = [.. SharesOn([from, to], dyadKey)];
            return BoardComparison.OfThoseThatCame(shares[0].Agreed, shares[1].Agreed, [.. Came(_live.ComeBetween(judged, agenda, from, to))]);
        }

        var second = to == Date ? this : Board.AsOf(to, KnownAt);
        return BoardComparison.Between(Counted(Board.AsOf(from, KnownAt)), Counted(second), rejudged: Counted(second.JudgedAs(from)));

        ScopeShares Counted(BoardSnapshot at) => dyadKey is null ? at.Shares : at.Dyad(dyadKey)?.Shares ?? ScopeShares.Over([]);

        IEnumerable<(IStanding From, IStanding To)> Came(IEnumerable<(IssueStanding From, IssueStanding To)> issues) =>
            from issue in issues
            let before = dyadKey is null ? (IStanding?)issue.From : issue.From.Between(dyadKey)
            let after = dyadKey is null ? (IStanding?)issue.To : issue.To.Between(dyadKey)
            where before is not null && after is not null
            select (before, after);
    }

    /// <summary>The shares of one dyad; null where the key is none.</summary>
    public DyadShares? Dyad(string key) => Dyads.FirstOrDefault(d => d.Dyad.Key == key);

    /// <summary>The shares of the whole board, or of one dyad, on other dates, in order, by the same knowledge.</summary>
    internal IEnumerable<SharePeriod> SharesOn(List<DateOnly> dates, string? dyadKey = null) =>
        _live.Shares(dyadKey).On(dates);

    /// <summary>The same as <see cref="DyadHistory"/>, of all dates, also those that are yet to come.</summary>
    internal DyadHistory WholeDyadHistory => _live.DyadHistory;
}
