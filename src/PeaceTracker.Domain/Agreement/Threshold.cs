using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Domain.Agreement;

/// <summary>The levels against which shares are counted. A higher one never gives a higher share: T ≤ A ≤ M.</summary>
public enum Threshold
{
    /// <summary>Narrowing (2) or better: the moving share M.</summary>
    Moving,
    /// <summary>Agreed in principle (3) or better: the agreed share A, the headline.</summary>
    Agreed,
    /// <summary>Text agreed (4) or better: the text-agreed share T.</summary>
    TextAgreed,
}

/// <summary>Which events a share believes.</summary>
public enum ShareBasis
{
    /// <summary>The default: a claimed event at or above the threshold counts as unknown, below it as not met.</summary>
    OnRecord,
    /// <summary>Claimed events are taken at their word.</summary>
    WithClaimed,
}

/// <summary>How an issue, or one dyad on it, stands to a threshold.</summary>
public enum Verdict
{
    /// <summary>At the threshold or above.</summary>
    Met,
    /// <summary>Known to be below it, or deferred.</summary>
    NotMet,
    /// <summary>Can't be told.</summary>
    Unknown,
}

/// <summary>The arithmetic of thresholds.</summary>
public static class ThresholdScale
{
    /// <summary>The thresholds of the three shares, in the order in which pages and files give them: the headline A, then T, then M.</summary>
    public static IReadOnlyList<Threshold> HeadlineFirst { get; } = [Threshold.Agreed, Threshold.TextAgreed, Threshold.Moving];

    /// <summary>The lowest level that meets the threshold.</summary>
    public static Level LowestLevel(this Threshold threshold) => threshold switch
    {
        Threshold.Moving => Level.Narrowing,
        Threshold.Agreed => Level.AgreedInPrinciple,
        Threshold.TextAgreed => Level.TextAgreed,
    };

    /// <summary>
    /// How one dyad's level, on its basis, stands to a threshold. Unknown stays unknown; deferred is not met; on record, a claimed
    /// level at the threshold or above is unknown. A dyad to which the issue does not apply is left out before, never judged.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not applicable.</exception>
    public static Verdict Judge(Level level, Basis basis, Threshold threshold, ShareBasis shareBasis) => level switch
    {
        Level.NotApplicable =>
            throw new ArgumentOutOfRangeException(nameof(level), level, "A dyad to which the issue does not apply is not judged."),
        Level.Unknown => Verdict.Unknown,
        Level.Deferred => Verdict.NotMet,
        Level.NotDiscussed or Level.Disputed or Level.Narrowing or Level.AgreedInPrinciple or Level.TextAgreed or Level.Concluded =>
            level.Rank() < threshold.LowestLevel().Rank() ? Verdict.NotMet
            : basis == Basis.Claimed && shareBasis == ShareBasis.OnRecord ? Verdict.Unknown
            : Verdict.Met,
    };

    /// <summary>
    /// The verdict over several dyads: not met when one is, else unknown when one is or where there is none to judge, else met.
    /// One disputed dyad settles the matter; three agreed ones beside an unknown one don't.
    /// </summary>
    public static Verdict All(IEnumerable<Verdict> verdicts)
    {
        var result = (Verdict?)null;
        foreach (var verdict in verdicts)
        {
            result = result is { } before ? Both(before, verdict) : verdict;
        }

        return result ?? Verdict.Unknown;
    }

    /// <summary>The verdict over two that are there: the worse of them.</summary>
    internal static Verdict Both(Verdict one, Verdict other) =>
        one == Verdict.NotMet || other == Verdict.NotMet ? Verdict.NotMet
        : one == Verdict.Unknown || other == Verdict.Unknown ? Verdict.Unknown
        : Verdict.Met;
}
