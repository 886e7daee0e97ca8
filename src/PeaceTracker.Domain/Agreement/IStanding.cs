using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Domain.Agreement;

/// <summary>How an issue stands on a date, over the board or between one dyad: what shares are counted from.</summary>
public interface IStanding
{
    /// <summary>The issue.</summary>
    Issue Issue { get; }

    /// <summary>The level shown.</summary>
    Level Level { get; }

    /// <summary>Whether the level shown is on record or claimed; on record where it is unknown.</summary>
    Basis Basis { get; }

    /// <summary>Whether it is counted: not where it applies to none of those that it stands between.</summary>
    bool Applies { get; }

    /// <summary>How it stands to a threshold.</summary>
    Verdict Judge(Threshold threshold, ShareBasis basis = ShareBasis.OnRecord);
}
