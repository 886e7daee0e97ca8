using System.Globalization;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Web.Features.Agreement;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Hosting;

/// <summary>
/// Makes and draws the summary of a board that was just saved, which everybody asks for first, before anybody is told that there is another board.
/// </summary>
public static class ReadyBoards
{
    /// <summary>Waits for boards.</summary>
    public static void UseReadyBoards(this IApplicationBuilder app)
    {
        var (clock, parts) = (app.ApplicationServices.GetRequiredService<TimeProvider>(), app.ApplicationServices.GetRequiredService<DrawnParts>());
        app.ApplicationServices.GetRequiredService<BoardReader>().HandedOn += board =>
        {
            // A save may be made where no language was chosen; this is a task of its own, in which nobody else's changes.
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (Languages.Offered[0], Languages.Offered[0]);
            // Nothing in it waits for anything: it is done when this returns.
            SummaryBody.ReadyAsync(parts, board.AsOf(board.Negotiation.DayOf(clock.GetUtcNow().UtcDateTime))).GetAwaiter().GetResult();
        };
    }
}
