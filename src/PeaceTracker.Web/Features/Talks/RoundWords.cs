using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Web.Features.Talks;

/// <summary>Rounds in words, as they look from a date.</summary>
public static class RoundWords
{
    /// <summary>What is known of whether it took place.</summary>
    public static string Phase(IStringLocalizer<Text> l, Round round, DateOnly date) => l[round.PhaseOn(date) switch
    {
        RoundPhase.Upcoming => "announced",
        RoundPhase.CalledOff => "called off",
        RoundPhase.NotReported => "its days have come, nothing is reported",
        _ when date < round.LastDay => "under way",
        _ => "held",
    }];

    /// <summary>The place, with what is uncertain about it; null where none is known.</summary>
    public static string? Place(IStringLocalizer<Text> l, Round round) =>
        round.Place is { } place ? round.PlaceTentative ? l["possibly {0}", place].Value : place : null;
}
