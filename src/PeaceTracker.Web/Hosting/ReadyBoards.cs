using PeaceTracker.Services.Agreement;
using PeaceTracker.Services.Negotiations;

namespace PeaceTracker.Web.Hosting;

/// <summary>
/// Makes the summary of a board that was just saved, which everybody asks for first, before anybody is told that there is another board.
/// </summary>
public static class ReadyBoards
{
    /// <summary>Waits for boards.</summary>
    public static void UseReadyBoards(this IApplicationBuilder app)
    {
        var clock = app.ApplicationServices.GetRequiredService<TimeProvider>();
        app.ApplicationServices.GetRequiredService<BoardReader>().HandedOn += board =>
            _ = SummaryView.Of(board.AsOf(board.Negotiation.DayOf(clock.GetUtcNow().UtcDateTime))).Timeline;
    }
}
