using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Agreement;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Negotiations;

/// <summary>One negotiation beside others.</summary>
/// <param name="At">Its board on the date that all have in common.</param>
/// <param name="View">Its summary; null where it had not begun.</param>
public sealed record PortfolioEntry(BoardSnapshot At, SummaryView? View)
{
    /// <summary>The days over which boards are compared: talks of different pace show a change in them.</summary>
    public const int Days = 90;

    /// <summary>The usual order: as they come.</summary>
    public static TableOrder<PortfolioSort> Usual { get; } = new(PortfolioSort.Change, PortfolioSort.Evidence) { UsualIsNoColumn = true };

    /// <summary>The whole board's agreed share now and 90 days before; null where it had not begun.</summary>
    public BoardComparison? Change { get; } = View is null ? null : Trend.Since(At, At.Date.AddDays(-Days));

    /// <summary>A negotiation on a date.</summary>
    public static PortfolioEntry Of(Board board, DateOnly date, DateOnly? knownAt)
    {
        var at = board.AsOf(date, knownAt);
        return new PortfolioEntry(at, date < board.Negotiation.StartedOn ? null : SummaryView.Of(at));
    }

    /// <summary>
    /// The entries in an order; those that it says nothing of, and those not begun, come last. No order is by share: agendas differ.
    /// </summary>
    public static IReadOnlyList<PortfolioEntry> Sorted(IReadOnlyList<PortfolioEntry> entries, TableOrder<PortfolioSort> order) =>
        order.Sorted(entries, order.By switch
        {
            PortfolioSort.Listed => _ => null,
            PortfolioSort.Name => e => e.At.Negotiation.Title,
            PortfolioSort.Change => e => e.Change?.Change?.ToDecimal(),
            PortfolioSort.Evidence => e => e.View?.LastEvidence?.On,
            PortfolioSort.Next => e => e.View?.NextRound?.StartsOn,
        });
}

/// <summary>By what negotiations stand beside each other.</summary>
public enum PortfolioSort
{
    /// <summary>As they come: real ones before fictional ones, then by title.</summary>
    Listed,
    /// <summary>The title.</summary>
    Name,
    /// <summary>The change of the share in 90 days.</summary>
    Change,
    /// <summary>The day of the newest evidence.</summary>
    Evidence,
    /// <summary>The next date.</summary>
    Next,
}
