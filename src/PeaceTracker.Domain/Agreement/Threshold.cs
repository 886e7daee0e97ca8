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

/// <summary>
/// The verdicts against all thresholds, on each basis, a bit for each: what is not met, and what can't be told. Over several the worse counts, so the
/// bits are put together; where something is not met, what can't be told beside it does not matter.
/// </summary>
internal readonly record struct Verdicts(int NotMet, int Unknown)
{
    private static readonly int Thresholds = Enum.GetValues<Threshold>().Length;
    private static readonly Verdicts[,] OfLevels = Make();

    /// <summary>Those of which nothing can be told.</summary>
    public static Verdicts AllUnknown { get; } = new(0, (1 << (Thresholds * Enum.GetValues<ShareBasis>().Length)) - 1);

    /// <summary>Those of a level on a basis; the level is not "not applicable".</summary>
    public static Verdicts Of(Level level, Basis basis) => OfLevels[(int)level, (int)basis];

    /// <summary>The place of a share among the bits.</summary>
    public static int Bit(Threshold threshold, ShareBasis basis) => 1 << (((int)basis * Thresholds) + (int)threshold);

    /// <summary>Those over both.</summary>
    public Verdicts And(Verdicts other) => new(NotMet | other.NotMet, Unknown | other.Unknown);

    /// <summary>The verdict of a share.</summary>
    public Verdict At(int bit) => (NotMet & bit) != 0 ? Verdict.NotMet : (Unknown & bit) != 0 ? Verdict.Unknown : Verdict.Met;

    private static Verdicts[,] Make()
    {
        var (levels, bases) = (Enum.GetValues<Level>(), Enum.GetValues<Basis>());
        var made = new Verdicts[levels.Max(l => (int)l) + 1, bases.Max(b => (int)b) + 1];
        foreach (var (level, basis) in levels.Where(l => l != Level.NotApplicable).SelectMany(l => bases.Select(b => (l, b))))
        {
            foreach (var (threshold, shareBasis) in Enum.GetValues<Threshold>().SelectMany(t => Enum.GetValues<ShareBasis>().Select(b => (t, b))))
            {
                var (verdict, bit) = (ThresholdScale.Judge(level, basis, threshold, shareBasis), Bit(threshold, shareBasis));
                made[(int)level, (int)basis] = made[(int)level, (int)basis].And(
                    new(verdict == Verdict.NotMet ? bit : 0, verdict == Verdict.Unknown ? bit : 0));
            }
        }

        return made;
    }
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
            if (verdict == Verdict.NotMet)
            {
                return Verdict.NotMet;
            }

            result = result == Verdict.Unknown ? Verdict.Unknown : verdict;
        }

        return result ?? Verdict.Unknown;
    }
}
