using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Testing;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Tests.Negotiations;

public class PortfolioEntryTests
{
    [Fact]
    public void Span_OfTwo_FromTheFirstBeginningOfThoseBegunToTheDate()
    {
        PortfolioEntry[] Entries(int day) => [.. new[] { Starting(10), Starting(3) }.Select(b => PortfolioEntry.Of(b, Day(day), null))];

        Assert.Equal((Day(3), Day(12)), PortfolioEntry.Span(Entries(12)));
        Assert.Equal((Day(3), Day(5)), PortfolioEntry.Span(Entries(5)));
        Assert.Null(Entries(5)[0].View); // not begun: it has no shares, rather than none of its issues agreed
        Assert.Equal(6, Entries(5)[1].View!.At.Shares.Agreed.Total);
        Assert.Null(PortfolioEntry.Span(Entries(2)));
    }

    private static Board Starting(int day)
    {
        var record = new RecordBuilder().Issues(6, Level.Disputed).Build();
        return new Board(record with { Negotiation = record.Negotiation with { StartedOn = Day(day) } }, 1);
    }
}
