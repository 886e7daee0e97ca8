using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Domain.Agreement;

/// <summary>The shares of a scope over time, period by period, with claims and changes of scope on the same axis.</summary>
public sealed record ShareHistory
{
    private ShareHistory()
    {
    }

    /// <summary>The shares from each date on which something changed, oldest first.</summary>
    public required IReadOnlyList<SharePeriod> Periods { get; init; }

    /// <summary>Whether the shares were computed on every date on which they can have changed.</summary>
    public required bool Complete { get; init; }

    /// <summary>Claims with a figure, oldest first; those about issues or a document stand with these, not beside the board's shares.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>Agenda versions in force by the last date, oldest first.</summary>
    public required IReadOnlyList<AgendaVersion> Agendas { get; init; }

    /// <summary>
    /// The whole board's history up to the snapshot's date, from the first date with an issue in scope. Dates after which no share
    /// differs from the period before are left out. With more than <paramref name="most"/> dates of change, the evenly spaced
    /// <paramref name="most"/> of them are computed, the first and last always.
    /// </summary>
    public static ShareHistory Of(BoardSnapshot snapshot, int most = 400)
    {
        List<DateOnly> all = [.. snapshot.Board.ChangeDates(snapshot.KnownAt).Where(d => d <= snapshot.Date)];
        var dates = Thin(all, most);
        return new ShareHistory
        {
            Complete = dates.Count == all.Count,
            Periods = Changes(snapshot.SharesOn(dates)),
            Claims = [.. snapshot.Claims.Where(HeadlineClaim.MayBe).Reverse()],
            Agendas = [.. snapshot.Agendas.Reverse()],
        };
    }

    /// <summary>The day with which the later of two periods is compared: the one before it, or, where dates were left out, that of the
    /// earlier.</summary>
    public DateOnly DayBefore(SharePeriod earlier, SharePeriod later) => Complete ? later.Date.AddDays(-1) : earlier.Date;

    /// <summary>Of the shares on dates in order those that differ from the ones before, from the first date with an issue in scope.</summary>
    internal static IReadOnlyList<SharePeriod> Changes(IEnumerable<SharePeriod> onDates)
    {
        var periods = new List<SharePeriod>();
        foreach (var period in onDates)
        {
            if (periods.Count == 0 ? period.Agreed.Total > 0 : period != periods[^1] with { Date = period.Date, Precision = period.Precision })
            {
                periods.Add(period);
            }
        }

        return periods;
    }

    /// <summary>Of more than <paramref name="most"/> dates, that many evenly spaced, the first and last always.</summary>
    internal static List<DateOnly> Thin(List<DateOnly> dates, int most) => dates.Count <= most
        ? dates
        : [.. Enumerable.Range(0, most).Select(i => dates[(int)((long)i * (dates.Count - 1) / (most - 1))])];
}

/// <summary>The shares of the whole board from a date until they next change.</summary>
/// <param name="Date">The first day.</param>
/// <param name="Agreed">Agreed share, on record.</param>
/// <param name="TextAgreed">Text-agreed share, on record.</param>
/// <param name="Moving">Moving share, on record.</param>
/// <param name="AgreedWithClaimed">Agreed share, with claimed.</param>
/// <param name="TextAgreedWithClaimed">Text-agreed share, with claimed.</param>
/// <param name="MovingWithClaimed">Moving share, with claimed.</param>
public sealed record SharePeriod(
    DateOnly Date, Share Agreed, Share TextAgreed, Share Moving, Share AgreedWithClaimed, Share TextAgreedWithClaimed, Share MovingWithClaimed)
{
    /// <summary>How exactly the first day is known: as the most exact of what changed on it.</summary>
    public DatePrecision Precision { get; init; }
}
