namespace PeaceTracker.Domain.Positions;

/// <summary>How a party stands to what is proposed on an issue.</summary>
public enum Stance
{
    /// <summary>−2.</summary>
    Rejects = -2,
    /// <summary>−1.</summary>
    Objects = -1,
    /// <summary>0.</summary>
    Undecided = 0,
    /// <summary>+1.</summary>
    AcceptsWithConditions = 1,
    /// <summary>+2.</summary>
    Accepts = 2,
}

/// <summary>How far a party can move from its position.</summary>
public enum Flexibility
{
    /// <summary>Can move.</summary>
    Flexible,
    /// <summary>Does not move for now.</summary>
    Firm,
    /// <summary>The limit that won't be crossed.</summary>
    RedLine,
}

/// <summary>Who says that a position is the party's.</summary>
public enum Attribution
{
    /// <summary>The party itself.</summary>
    SelfStated,
    /// <summary>Another party.</summary>
    AttributedByAnotherParty,
    /// <summary>The mediator's account of a talk.</summary>
    MediatorReadOut,
    /// <summary>Media, in their own words.</summary>
    MediaReported,
    /// <summary>An analyst's conclusion.</summary>
    AnalystInferred,
}
