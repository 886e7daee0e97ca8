using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Pairs;
using PeaceTracker.Web.Shared.Charts;

namespace PeaceTracker.Web.Features.Pairs;

/// <summary>Where the parts of the chart of pairs go: across and down in percent of the plot.</summary>
public sealed record PairChartGeometry
{
    // Two labels of one line each, in percent of the plot's height.
    internal const double LabelGap = 9;

    // Half of a bold line, so that a step that changed nothing of the share is seen too.
    private const double Stroke = 8;

    private PairChartGeometry()
    {
    }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>The labels at the right edge: each pair with how far down, the highest first; no two closer than a line.</summary>
    public required IReadOnlyList<(ListedPair Pair, double Y)> Labels { get; init; }

    /// <summary>Days on the axis with a name: the first of a month, or of a year where there are many.</summary>
    public required IReadOnlyList<DateOnly> Ticks { get; init; }

    /// <summary>The chart of pairs with a share over time up to a day; null where there is no time to draw.</summary>
    public static PairChartGeometry? Of(IReadOnlyList<ListedPair> pairs, DateOnly until)
    {
        var firsts = pairs.SelectMany(p => p.Path.Periods.Take(1)).Select(p => p.Date).ToList();
        return firsts.Count == 0 || firsts.Min() >= until ? null : new PairChartGeometry
        {
            From = firsts.Min(),
            Until = until,
            Labels = Apart([.. pairs.Where(p => p.Agreed.Value is not null).Select(p => (p, SharePath.Y(p.Agreed.Value!.Value, 100)))]),
            Ticks = Months(firsts.Min(), until),
        };
    }

    /// <summary>How far across a day lies.</summary>
    public double X(DateOnly day) => SharePath.X(day, From, Until, 100);

    /// <summary>A pair's line, 1,000 wide and high.</summary>
    public string Line(ListedPair pair) => SharePath.Of(pair.Path.Periods, From, Until, 1000, 1000);

    /// <summary>A pair's line over a time only.</summary>
    public string Line(ListedPair pair, LowestSpan span)
    {
        var first = pair.Path.On(span.From.On);
        var later = pair.Path.Periods.Where(p => p.Date > span.From.On && (span.Until is not { } until || p.Date < until));
        return SharePath.Of(first is null ? later : later.Prepend(first with { Date = span.From.On }), From, Until, 1000, 1000, span.Until);
    }

    /// <summary>
    /// Where the share of a pair became another on a day that is not known: the week or month in which it did, between the two shares, 1,000
    /// wide and high.
    /// </summary>
    public IEnumerable<(double X, double Width, double Y, double Height)> Open(ListedPair pair) =>
        from step in pair.Path.Periods.Zip(pair.Path.Periods.Skip(1))
        where step.Second.Precision != DatePrecision.Day && step.First.Agreed.Value is not null && step.Second.Agreed.Value is not null
        let x = X(step.Second.Date) * 10
        let end = X(new DateAsKnown(step.Second.Date, step.Second.Precision).Last) * 10
        let before = SharePath.Y(step.First.Agreed.Value!.Value, 1000)
        let after = SharePath.Y(step.Second.Agreed.Value!.Value, 1000)
        select (x, end - x, Math.Min(before, after) - Stroke, Math.Abs(before - after) + (2 * Stroke));

    private static List<(ListedPair Pair, double Y)> Apart(List<(ListedPair Pair, double Y)> labels) =>
        [.. labels.Zip(EndLabels.Apart(labels.ConvertAll(l => l.Y), LabelGap, 0, 100), (label, y) => (label.Pair, y)).OrderBy(label => label.y)];

    private static List<DateOnly> Months(DateOnly from, DateOnly until)
    {
        var months = ((until.Year - from.Year) * 12) + until.Month - from.Month;
        var step = months switch { < 8 => 1, < 24 => 3, < 60 => 6, < 120 => 12, _ => 12 * (1 + (months / 120)) };
        return
        [
            .. Enumerable.Range(0, months + 1).Select(i => new DateOnly(from.Year, from.Month, 1).AddMonths(i))
                .Where(month => ((month.Year * 12) + month.Month - 1) % step == 0 && month >= from),
        ];
    }
}
