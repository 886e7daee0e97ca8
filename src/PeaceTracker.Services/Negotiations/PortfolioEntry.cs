using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Agreement;

namespace PeaceTracker.Services.Negotiations;

/// <summary>One negotiation beside others.</summary>
/// <param name="At">Its board on the date that all have in common.</param>
/// <param name="View">Its summary; null where it had not begun.</param>
public sealed record PortfolioEntry(BoardSnapshot At, SummaryView? View)
{
    /// <summary>A negotiation on a date.</summary>
    public static PortfolioEntry Of(Board board, DateOnly date, DateOnly? knownAt)
    {
        var at = board.AsOf(date, knownAt);
        return new PortfolioEntry(at, date < board.Negotiation.StartedOn ? null : SummaryView.Of(at));
    }

    /// <summary>The days that all negotiations' charts span: from the first beginning to the date; null where none had begun.</summary>
    public static (DateOnly From, DateOnly To)? Span(IReadOnlyList<PortfolioEntry> entries) =>
        entries.Where(e => e.View is not null).Select(e => (DateOnly?)e.At.Negotiation.StartedOn).Min() is { } from
            ? (from, entries[0].At.Date)
            : null;
}
