using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Claims;
using PeaceTracker.Services.Issues;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Services.Positions;

namespace PeaceTracker.Services.Import;

/// <summary>The entries of a table as an outcome of talks, where a second person is to look at them.</summary>
internal static class OutcomeOfRows
{
    /// <summary>The outcome's form, as if all of it had been typed.</summary>
    public static OutcomeForm Make(IReadOnlyList<PlannedRow> rows) => new()
    {
        StatusEvents = [.. rows.Select(row => row.After).OfType<StatusEvent>().Select(StatusEventForm.Of)],
        Positions = [.. rows.Select(row => row.After).OfType<Position>().Select(PositionForm.Of)],
        Claims = [.. rows.Select(row => row.After).OfType<Claim>().Select(ClaimForm.Of)],
    };
}
