using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Domain.Agreement;

/// <summary>All shares of one scope on a date: of the whole board, or of one dyad over the issues that apply to it.</summary>
public sealed class ScopeShares
{
    private static readonly Threshold[] Thresholds = Enum.GetValues<Threshold>();
    private static readonly ShareBasis[] Bases = Enum.GetValues<ShareBasis>();

    private static readonly int MostLevels = Enum.GetValues<Level>().Max(level => (int)level) + 1;

    private readonly Share[,] _shares = new Share[Thresholds.Length, Bases.Length];

    private ScopeShares(IReadOnlyList<IStanding> standings)
    {
        Standings = standings;
        foreach (var threshold in Thresholds)
        {
            foreach (var basis in Bases)
            {
                _shares[(int)threshold, (int)basis] = Count(standings, threshold, basis);
            }
        }

        Levels = LevelCounts(standings);
        Core = Count([.. standings.Where(s => s.Issue.IsCore)], Threshold.Agreed, ShareBasis.OnRecord);
        Salience = SalienceOf(standings);
        Weighted = Weigh(standings);
    }

    /// <summary>The levels in the order in which counts are shown: the ordered ones upwards, then deferred, then unknown.</summary>
    public static IReadOnlyList<Level> DisplayOrder { get; } = [.. LevelScale.Ordered, Level.Deferred, Level.Unknown];

    /// <summary>The standings counted.</summary>
    public IReadOnlyList<IStanding> Standings { get; }

    /// <summary>Number of issues in scope.</summary>
    public int Total => Standings.Count;

    /// <summary>The agreed share A on record: the headline.</summary>
    public Share Agreed => Against(Threshold.Agreed);

    /// <summary>The text-agreed share T on record.</summary>
    public Share TextAgreed => Against(Threshold.TextAgreed);

    /// <summary>The moving share M on record.</summary>
    public Share Moving => Against(Threshold.Moving);

    /// <summary>The agreed share over core issues (salience 5), on record.</summary>
    public Share Core { get; }

    /// <summary>Σ salience of agreed issues / Σ salience of all, 0 to 1, on record; null where no issue is in scope. Never the headline.</summary>
    public Ratio? Weighted { get; }

    /// <summary>The sums that the weighted share divides, 0 or above: the salience of the agreed issues, on record, and of all.</summary>
    public (long Agreed, long All) Salience { get; }

    /// <summary>Issues by shown level, in <see cref="DisplayOrder"/>, levels without any included.</summary>
    public IReadOnlyList<LevelCount> Levels { get; }

    /// <summary>Issues whose shown level is known (deferred is).</summary>
    public int Known => Standings.Count(s => s.Level != Level.Unknown);

    /// <summary>Coverage: known issues among all, with its counts.</summary>
    public Share Coverage => new(Known, 0, Total);

    /// <summary>The share against a threshold.</summary>
    public Share Against(Threshold threshold, ShareBasis basis = ShareBasis.OnRecord) => _shares[(int)threshold, (int)basis];

    /// <summary>Counts the shares over standings; those of a dyad must be ones to which the issue applies.</summary>
    public static ScopeShares Over(IEnumerable<IStanding> standings) => new(standings.ToArray());

    /// <summary>One share over standings.</summary>
    public static Share Count(IReadOnlyCollection<IStanding> standings, Threshold threshold, ShareBasis basis)
    {
        int met = 0, unknown = 0;
        foreach (var standing in standings)
        {
            switch (standing.Judge(threshold, basis))
            {
                case Verdict.Met:
                    met++;
                    break;
                case Verdict.Unknown:
                    unknown++;
                    break;
                case Verdict.NotMet:
                    break;
            }
        }

        return new Share(met, unknown, standings.Count);
    }

    /// <summary>Σ salience of agreed standings / Σ salience of all, 0 to 1, on record; null where there is none.</summary>
    public static Ratio? Weigh(IEnumerable<IStanding> standings) =>
        SalienceOf(standings) is var (agreed, all) && all > 0 ? new Ratio(agreed, all) : null;

    private static (long Agreed, long All) SalienceOf(IEnumerable<IStanding> standings)
    {
        long agreed = 0, all = 0;
        foreach (var standing in standings)
        {
            all += standing.Issue.Salience;
            agreed += standing.Judge(Threshold.Agreed) == Verdict.Met ? standing.Issue.Salience : 0;
        }

        return (agreed, all);
    }

    /// <summary>Issues by shown level, in <see cref="DisplayOrder"/>, levels without any included.</summary>
    public static IReadOnlyList<LevelCount> LevelCounts(IReadOnlyCollection<IStanding> standings)
    {
        var (all, claimed) = (new int[MostLevels], new int[MostLevels]);
        foreach (var standing in standings)
        {
            all[(int)standing.Level]++;
            claimed[(int)standing.Level] += standing.Basis == Basis.Claimed ? 1 : 0;
        }

        List<LevelCount> counts = [.. DisplayOrder.Select(level => new LevelCount(level, all[(int)level], claimed[(int)level]))];
        return counts.Sum(c => c.Count) < Share.FewestForPercent
            ? counts
            : [.. counts.Zip(Distribution.Percentages(counts.ConvertAll(c => c.Count)), (count, percent) => count with { Percent = percent })];
    }
}

/// <summary>How many issues are at a level, and how many of these on a claimed basis.</summary>
/// <param name="Level">The level.</param>
/// <param name="Count">Issues at it.</param>
/// <param name="Claimed">Those of them whose level is claimed.</param>
public sealed record LevelCount(Level Level, int Count, int Claimed)
{
    /// <summary>How many of them the agreed share counts, on record: none below agreed in principle.</summary>
    public int Counted => Level.IsAgreed() ? Count - Claimed : 0;

    /// <summary>
    /// Its part of all in whole percent, 0 to 100: see <see cref="Distribution"/>. The parts of one scope sum to 100. Null where there
    /// are too few issues for percentages.
    /// </summary>
    public int? Percent { get; init; }
}
