using System.Text;
using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Web.Shared.Charts;

/// <summary>A straight part of a line of the share chart: its two ends, and whether it lies after the newest evidence.</summary>
/// <param name="From">The left end, in percent of the width.</param>
/// <param name="To">The right end, in percent of the width.</param>
/// <param name="Start">How far down it starts, in pixels.</param>
/// <param name="End">How far down it ends, in pixels.</param>
/// <param name="After">Whether it lies after the newest evidence.</param>
public sealed record ShareChartPart(double From, double To, double Start, double End, bool After)
{
    /// <summary>
    /// The parts of a share's line: level stretches, and the rises and falls between them. Of a second share beside it only those where they
    /// differ, so that no line lies under another.
    /// </summary>
    public static IEnumerable<ShareChartPart> Of(
        ShareTimeline timeline, ShareChartGeometry geometry, Func<SharePeriod, Share> share, Func<SharePeriod, Share>? unless = null)
    {
        var last = timeline.LastEvidence?.Last ?? timeline.Until;
        var (before, shownBefore) = ((double?)null, false);
        foreach (var (period, until) in Spans(timeline, geometry))
        {
            var here = share(period).Value is { } value ? ShareChartGeometry.Down(value) : (double?)null;
            var shown = here is not null && share(period).Value != unless?.Invoke(period).Value;
            var (x, end) = (geometry.Across(period.Date), geometry.Across(until));
            if (before is { } earlier && here is { } now && earlier != now && (shown || shownBefore))
            {
                yield return new(x, x, earlier, now, timeline.IsAfterEvidence(period.Date));
            }

            if (shown)
            {
                var solid = last >= until ? end : last <= period.Date ? x : geometry.Across(last);
                if (solid > x)
                {
                    yield return new(x, solid, here!.Value, here.Value, After: false);
                }

                if (end > solid)
                {
                    yield return new(solid, end, here!.Value, here.Value, After: true);
                }
            }

            (before, shownBefore) = (here, shown);
        }
    }

    /// <summary>Parts as the path of an SVG, of which the width is 1,000 and the height in pixels.</summary>
    public static string Path(IEnumerable<ShareChartPart> parts)
    {
        var path = new StringBuilder();
        ShareChartPart? before = null;
        foreach (var part in parts)
        {
            if (before is null || before.To != part.From || before.End != part.Start)
            {
                path.Append('M').Append(N(part.From * 10)).Append(' ').Append(N(part.Start));
            }

            path.Append(part.From == part.To ? 'V' : 'H').Append(part.From == part.To ? N(part.End) : N(part.To * 10));
            before = part;
        }

        return path.ToString();
    }

    /// <summary>The periods, each with the day on which it ends.</summary>
    public static IEnumerable<(SharePeriod Period, DateOnly Until)> Spans(ShareTimeline timeline, ShareChartGeometry geometry)
    {
        var periods = timeline.History.Periods;
        return periods.Select((p, i) => (p, i + 1 < periods.Count ? periods[i + 1].Date : geometry.IsSingleDate ? geometry.To : timeline.Until));
    }

    private static string N(double number) => SharePath.N(number);
}
