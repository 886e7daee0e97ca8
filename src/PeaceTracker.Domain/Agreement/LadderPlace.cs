using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Domain.Agreement;

/// <summary>The places on the ladders, from the most agreed down; what rests on one side's word is agreed and not counted.</summary>
public enum LadderPlace
{
    /// <summary>Concluded.</summary>
    Concluded,
    /// <summary>Text agreed.</summary>
    TextAgreed,
    /// <summary>Agreed in principle.</summary>
    AgreedInPrinciple,
    /// <summary>Agreed by one side's word.</summary>
    OneSided,
    /// <summary>Narrowing.</summary>
    Narrowing,
    /// <summary>Disputed.</summary>
    Disputed,
    /// <summary>Not discussed.</summary>
    NotDiscussed,
    /// <summary>Deferred.</summary>
    Deferred,
    /// <summary>Unknown.</summary>
    Unknown,
}

/// <summary>Where an issue stands on a ladder.</summary>
public static class LadderPlaces
{
    /// <summary>The place of a standing, on record: what is agreed in principle or better and not counted rests on one side's word.</summary>
    public static LadderPlace Place(this IStanding standing) => standing.Level switch
    {
        Level.Concluded or Level.TextAgreed or Level.AgreedInPrinciple when standing.Judge(Threshold.Agreed) != Verdict.Met => LadderPlace.OneSided,
        Level.Concluded => LadderPlace.Concluded,
        Level.TextAgreed => LadderPlace.TextAgreed,
        Level.AgreedInPrinciple => LadderPlace.AgreedInPrinciple,
        Level.Narrowing => LadderPlace.Narrowing,
        Level.Disputed => LadderPlace.Disputed,
        Level.NotDiscussed => LadderPlace.NotDiscussed,
        Level.Deferred => LadderPlace.Deferred,
        Level.Unknown or Level.NotApplicable => LadderPlace.Unknown,
    };
}
