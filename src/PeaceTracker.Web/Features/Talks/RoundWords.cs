using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Web.Features.Talks;

/// <summary>Rounds in words, as they look from a date.</summary>
public static class RoundWords
{
    /// <summary>What is known of whether it took place.</summary>
    public static string Phase(IStringLocalizer<Text> l, Round round, DateOnly date) =>
        round.PhaseOn(date) is var phase && phase == RoundPhase.Held && date < round.LastDay ? l["under way"] : Word(l, phase);

    /// <summary>The name of a phase; what is under way has a name of its own.</summary>
    public static string Word(IStringLocalizer<Text> l, RoundPhase phase) => l[phase switch
    {
        RoundPhase.Upcoming => "announced",
        RoundPhase.CalledOff => "called off",
        RoundPhase.NotReported => "date passed, outcome not reported",
        RoundPhase.Held => "held",
    }];

    /// <summary>The place, with what is uncertain about it; null where none is known.</summary>
    public static string? Place(IStringLocalizer<Text> l, Round round) =>
        round.Place is { } place ? round.PlaceTentative ? l["possibly {0}", place].Value : place : null;
}
