namespace PeaceTracker.Domain.Issues;

/// <summary>
/// How far an issue is agreed between the two parties of a dyad. The six from <see cref="NotDiscussed"/> to
/// <see cref="Concluded"/> are ordered; the other three stand outside the order and are never turned into a number.
/// Compare with <see cref="LevelScale"/>, never with the operators of the enum.
/// </summary>
public enum Level
{
    /// <summary>No public evidence; the default.</summary>
    Unknown,
    /// <summary>0: on the agenda, no exchange recorded.</summary>
    NotDiscussed,
    /// <summary>1: stated positions incompatible, no bridging text between these two.</summary>
    Disputed,
    /// <summary>2: bridging proposals on the table, or the gap reported closed in part.</summary>
    Narrowing,
    /// <summary>3: the substance is agreed by both, the text is open.</summary>
    AgreedInPrinciple,
    /// <summary>4: wording agreed by negotiators, subject to capitals and to the whole.</summary>
    TextAgreed,
    /// <summary>5: signed or formally adopted.</summary>
    Concluded,
    /// <summary>Set aside by the parties; counts as not agreed.</summary>
    Deferred,
    /// <summary>Does not concern this dyad; left out of its count.</summary>
    NotApplicable,
}

/// <summary>The order of the levels.</summary>
public static class LevelScale
{
    /// <summary>The ordered levels, from 0 to 5.</summary>
    public static IReadOnlyList<Level> Ordered { get; } =
        [Level.NotDiscussed, Level.Disputed, Level.Narrowing, Level.AgreedInPrinciple, Level.TextAgreed, Level.Concluded];

    /// <summary>The place of the level in the order, 0 to 5; null for the three outside it.</summary>
    public static int? Rank(this Level level) => level switch
    {
        Level.NotDiscussed => 0,
        Level.Disputed => 1,
        Level.Narrowing => 2,
        Level.AgreedInPrinciple => 3,
        Level.TextAgreed => 4,
        Level.Concluded => 5,
        Level.Unknown or Level.Deferred or Level.NotApplicable => null,
    };

    /// <summary>Whether the level is ordered and agreed in principle or better.</summary>
    public static bool IsAgreed(this Level level) => level.Rank() >= Level.AgreedInPrinciple.Rank();
}
