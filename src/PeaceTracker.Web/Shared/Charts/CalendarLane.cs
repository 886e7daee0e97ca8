using Microsoft.Extensions.Localization;

namespace PeaceTracker.Web.Shared.Charts;

/// <summary>A lane of a calendar strip.</summary>
/// <param name="Name">What is in it.</param>
/// <param name="Spans">What is in it, in time.</param>
/// <param name="LeftOut">How many older ones are not in it.</param>
public sealed record CalendarLane(string Name, IReadOnlyList<CalendarSpan> Spans, int LeftOut = 0)
{
    // More marks could not be told apart, and more rows fill a screen.
    private const int MostSpans = 60, MostRows = 12;

    // What a mark takes of the narrowest phone, in percent of the width.
    private const double Least = 7;

    /// <summary>The newest of what belongs in a lane, as many as its rows can show.</summary>
    public static CalendarLane Newest(string name, IEnumerable<CalendarSpan> spans, Func<DateOnly, double> across)
    {
        var newest = spans.OrderByDescending(s => s.From).ToList();
        var lane = new CalendarLane(name, [.. newest.Take(MostSpans)]);
        while (lane.Rows(across) > MostRows)
        {
            lane = lane with { Spans = [.. lane.Spans.SkipLast(1)] };
        }

        return lane with { LeftOut = newest.Count - lane.Spans.Count };
    }

    /// <summary>How many are not in it, in words.</summary>
    public string WhatIsLeftOut(IStringLocalizer<Text> l) => l.Number(LeftOut, "{0} older one is not shown.", "{0} older ones are not shown.");

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
