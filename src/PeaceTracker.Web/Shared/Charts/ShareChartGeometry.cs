using System.Globalization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Web.Shared.Charts;

/// <summary>
/// Where things stand in the share chart. Across in percent of the width and up in pixels, so that the drawing fits any width while
/// its words and strokes keep their size.
/// </summary>
public sealed class ShareChartGeometry
{
    /// <summary>Height of the drawing in pixels.</summary>
    public const int Height = 252;

    /// <summary>The percentages marked on the upward axis.</summary>
    public static IReadOnlyList<int> Scale { get; } = [0, 25, 50, 75, 100];

    /// <summary>The axis of time, in pixels: none agreed.</summary>
    public const double Axis = Bottom;

    /// <summary>Between what labels stand, in pixels.</summary>
    public const double HighestLabel = 2, LowestLabel = Bottom - 12;

    private const double Top = 36, Bottom = 222, Left = 1, Right = 99;
    private readonly DateOnly _from;
    private readonly int _days;

    /// <summary>Spans the dates given; a single date gets two weeks on either side, so that it stands in the middle.</summary>
    public ShareChartGeometry(IEnumerable<DateOnly> dates)
    {
        var all = dates.Order().ToList();
        var (first, last) = (all[0], all[^1]);
        (From, To) = first == last ? (first.AddDays(-14), last.AddDays(14)) : (first, last);
        IsSingleDate = first == last;
        _from = From;
        _days = To.DayNumber - From.DayNumber;
    }

    /// <summary>Spans a history of at least one step up to the as-of date.</summary>
    public static ShareChartGeometry Of(ShareHistory history, DateOnly until) =>
        new([history.Periods[0].Date, until, .. history.Claims.Select(c => c.OccurredOn)]);

    /// <summary>The days in which what is known so exactly can have been, as far as they are drawn.</summary>
    public (DateOnly From, DateOnly To) Span(DateAsKnown when) => (when.On < From ? From : when.On, when.Last > To ? To : when.Last);

    /// <summary>How far across the middle of these days stands, in percent of the width.</summary>
    public double Middle(DateAsKnown when) => Span(when) is var (from, to) ? (Across(from) + Across(to)) / 2 : 0;

    /// <summary>The first day drawn.</summary>
    public DateOnly From { get; }

    /// <summary>The last day drawn.</summary>
    public DateOnly To { get; }

    /// <summary>Whether there is only one date to draw.</summary>
    public bool IsSingleDate { get; }

    /// <summary>How far across a day stands, in percent of the width.</summary>
    public double Across(DateOnly date) => Left + (Right - Left) * (date.DayNumber - _from.DayNumber) / _days;

    /// <summary>How far across a day stands, as SVG wants it.</summary>
    public string X(DateOnly date) => Number(Across(date)) + "%";

    /// <summary>The agenda versions whose beginning is a change of scope within the dates drawn.</summary>
    public IEnumerable<AgendaVersion> Shown(IReadOnlyList<AgendaVersion> agendas) =>
        agendas.Skip(1).Where(a => a.InForceFrom > From && a.InForceFrom <= To);

    /// <summary>How far down a percentage (0 to 100) stands, in pixels.</summary>
    public static double Down(double percent) => Bottom - (Bottom - Top) * percent / 100;

    /// <summary>How far down a share stands.</summary>
    public static double Down(Ratio share) => Down((double)(share.ToDecimal() * 100));

    /// <summary>The first days of months (or quarters, or years) to mark on the axis: at most about six.</summary>
    public IReadOnlyList<DateOnly> Ticks()
    {
        var months = (To.Year - From.Year) * 12 + To.Month - From.Month;
        if (months < 2)
            return IsSingleDate ? [From.AddDays(14)] : [From, To];
        int[] steps = [1, 2, 3, 6, 12, 24, 60, 120];
        var step = steps.FirstOrDefault(s => months / s <= 6, 240);
        var start = new DateOnly(From.Year, 1, 1);
        return [.. Enumerable.Range(0, (months + 24) / step + 1).Select(i => start.AddMonths(i * step)).Where(d => d >= From && d <= To)];
    }

    /// <summary>A number as SVG wants it.</summary>
    public static string Number(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);
}
