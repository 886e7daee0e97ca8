using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Services.Issues;

/// <summary>A version of the agenda with the time during which it is in force.</summary>
/// <param name="Version">The version.</param>
/// <param name="Until">Its last day, before the next one; null for the newest by the board's date.</param>
/// <param name="IsInForce">Whether it is in force on the board's date.</param>
public sealed record AgendaPeriod(AgendaVersion Version, DateOnly? Until, bool IsInForce)
{
    /// <summary>The versions in force by the board's date, newest first.</summary>
    public static IReadOnlyList<AgendaPeriod> Of(BoardSnapshot at)
    {
        var versions = at.Agendas.ToList();
        return [.. versions.Select((version, i) => new AgendaPeriod(version, i == 0 ? null : versions[i - 1].InForceFrom.AddDays(-1), i == 0))];
    }
}
