namespace PeaceTracker.Domain.Talks;

/// <summary>How a round looks from a date.</summary>
public enum RoundPhase
{
    /// <summary>Its first day has not come.</summary>
    Upcoming,
    /// <summary>It took place, or is taking place.</summary>
    Held,
    /// <summary>It was due, and nothing says whether it took place.</summary>
    NotReported,
    /// <summary>It was called off.</summary>
    CalledOff,
}

/// <summary>Rounds as seen from a date.</summary>
public static class RoundPhases
{
    /// <summary>The round's phase on a date.</summary>
    public static RoundPhase PhaseOn(this Round round, DateOnly date) => date < round.StartsOn ? RoundPhase.Upcoming : round.State switch
    {
        RoundState.Held => RoundPhase.Held,
        RoundState.CalledOff => RoundPhase.CalledOff,
        RoundState.Planned => RoundPhase.NotReported,
    };
}
