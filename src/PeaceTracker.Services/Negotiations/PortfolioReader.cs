using PeaceTracker.Services.Agreement;

namespace PeaceTracker.Services.Negotiations;

/// <summary>Reads all negotiations side by side, as they stand today.</summary>
public sealed class PortfolioReader(BoardReader boards, TimeProvider clock)
{
    /// <summary>The summary of every negotiation, by title, the fictional ones last.</summary>
    public async Task<IReadOnlyList<SummaryView>> ListAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var summaries = new List<SummaryView>();
        foreach (var negotiation in await boards.ListAsync(cancellationToken))
        {
            if (await boards.FindAsync(negotiation.Slug, cancellationToken) is { } board)
            {
                summaries.Add(SummaryView.Of(board.AsOf(today)));
            }
        }

        return summaries;
    }
}
