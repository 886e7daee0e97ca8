using Microsoft.Extensions.Localization;

namespace PeaceTracker.Web.Shared.Charts;

/// <summary>A lane of a calendar strip.</summary>
/// <param name="Name">What is in it.</param>
/// <param name="Spans">What is drawn in it, in time.</param>
public sealed record CalendarLane(string Name, IReadOnlyList<CalendarSpan> Spans)
{
    // More marks could not be told apart, and more rows fill a screen.
    private const int MostSpans = 60, MostRows = 12;

    // What a mark takes of the narrowest phone, in percent of the width.
    private const double Least = 7;

    /// <summary>What is listed of it: also what its rows have no room for.</summary>
    public IReadOnlyList<CalendarSpan> Listed { get; private init; } = Spans;

    /// <summary>How many there are in all.</summary>
    public int All { get; private init; } = Spans.Count;

    /// <summary>
    /// The newest of what belongs in a lane, given the newest first: some are listed, and of these as many drawn as its rows can show.
    /// </summary>
    public static CalendarLane Newest(string name, int all, IEnumerable<CalendarSpan> newest, Func<DateOnly, double> across)
    {
        var lane = new CalendarLane(name, [.. newest.Take(MostSpans)]) { All = all };
        while (lane.Rows(across) > MostRows)
        {
            lane = lane with { Spans = [.. lane.Spans.SkipLast(1)] };
        }

        return lane;
    }

    /// <summary>How many are left out where so many are shown, in words; null where none is.</summary>
    public string? LeftOut(IStringLocalizer<Text> l, int shown) =>
        All > shown ? l.Number(All - shown, "{0} older one is not shown.", "{0} older ones are not shown.") : null;

    /// <summary>How many rows it needs, 1 or above.</summary>
    public int Rows(Func<DateOnly, double> across) => Placed(across).Select(placed => placed.Row + 1).DefaultIfEmpty(1).Max();

    /// <summary>Its spans by time, each with its left edge and its width in percent, and the first row that has room for it.</summary>
    public IEnumerable<(CalendarSpan Span, double X, double Width, int Row)> Placed(Func<DateOnly, double> across)
    {
        List<double> freeFrom = [];
        foreach (var span in Spans.OrderBy(s => s.From))
        {
            var (x, end) = (Math.Clamp(across(span.From), 0, 100), Math.Clamp(across(span.Until ?? span.From), 0, 100));
            var row = freeFrom.FindIndex(free => free <= x);
            if (row < 0)
            {
                row = freeFrom.Count;
                freeFrom.Add(0);
            }

            freeFrom[row] = Math.Max(end, x + Least);
            yield return (span, x, end - x, row);
        }
    }
}

/// <summary>Something in a calendar strip.</summary>
/// <param name="Words">What it is, in short.</param>
/// <param name="Days">Its days, in words.</param>
/// <param name="From">Its first day.</param>
/// <param name="Until">Its last day; null for what is of one day alone.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Class">How it is drawn.</param>
public sealed record CalendarSpan(string Words, string Days, DateOnly From, DateOnly? Until, string Href, string Class);
