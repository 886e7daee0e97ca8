namespace PeaceTracker.Web.Shared.Charts;

/// <summary>A lane of a calendar strip.</summary>
/// <param name="Name">What is in it.</param>
/// <param name="Spans">What is in it, in time.</param>
public sealed record CalendarLane(string Name, IReadOnlyList<CalendarSpan> Spans)
{
    // What a mark takes of the narrowest phone, in percent of the width.
    private const double Least = 7;

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
