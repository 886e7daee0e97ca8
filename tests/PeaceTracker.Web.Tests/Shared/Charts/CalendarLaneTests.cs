using PeaceTracker.Testing;
using PeaceTracker.Web.Shared.Charts;

namespace PeaceTracker.Web.Tests.Shared.Charts;

public class CalendarLaneTests
{
    // Days 1 to 101 are 0 to 100% of the width. The first lasts to day 51; the second begins in it, the third after it.
    [Fact]
    public void Placed_SpansThatOverlap_StandInRowsOfTheirOwn()
    {
        var lane = new CalendarLane("Drafts", [Span(1, 51), Span(21, 81), Span(61, 101)]);

        Assert.Equal([(0, 50, 0), (20, 60, 1), (60, 40, 0)], lane.Placed(Across).Select(p => (p.X, p.Width, p.Row)));
        Assert.Equal(2, lane.Rows(Across));
    }

    // Marks of days next to one another need more room than a day is wide.
    [Fact]
    public void Placed_MarksOfNeighbouringDays_DoNotLieOnOneAnother()
    {
        var lane = new CalendarLane("Claims", [Span(11, null), Span(12, null), Span(40, null)]);

        Assert.Equal([0, 1, 0], lane.Placed(Across).Select(p => p.Row));
    }

    // Of fourteen that last to day 101 each has a row of its own, and twelve rows are drawn: the two oldest are listed alone.
    [Fact]
    public void Newest_MoreThanTwelveAtOnce_DrawsTheNewestAndListsTheOthersToo()
    {
        var lane = CalendarLane.Newest("Offers", 14, Enumerable.Range(1, 14).Reverse().Select(day => Span(day, 101)), Across);

        Assert.Equal((12, 12, 14, 14), (lane.Rows(Across), lane.Spans.Count, lane.Listed.Count, lane.All));
        Assert.Equal(RecordBuilder.Day(3), lane.Spans.Min(span => span.From));
    }

    private static double Across(DateOnly day) => day.DayNumber - RecordBuilder.Day(1).DayNumber;

    private static CalendarSpan Span(int from, int? until) =>
        new("Text", "days", RecordBuilder.Day(from), until is { } end ? RecordBuilder.Day(end) : null, "#", "strip-draft");
}
