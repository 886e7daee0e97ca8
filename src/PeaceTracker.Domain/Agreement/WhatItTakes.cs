using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Domain.Agreement;

/// <summary>
/// What would have to be agreed for the agreed share of the whole board, or of two parties, to reach a chosen one. Arithmetic, not a forecast.
/// </summary>
public sealed record WhatItTakes
{
    private WhatItTakes()
    {
    }

    /// <summary>The chosen share, above 0 and at most 1.</summary>
    public required Ratio Target { get; init; }

    /// <summary>The agreed share on record; at least one issue is in scope.</summary>
    public required Share Now { get; init; }

    /// <summary>How many issues of the scope make the chosen share: the smallest number n, 1 to the total, with n / total ≥ target.</summary>
    public int Needed => (int)(((Target.Numerator * Now.Total) + Target.Denominator - 1) / Target.Denominator);

    /// <summary>How many more than are agreed now; 0 where the share is reached.</summary>
    public int Missing => Math.Max(0, Needed - Now.Met);

    /// <summary>The issues not agreed on record, the nearest first, each with the share that it and all before it would bring.</summary>
    public required IReadOnlyList<StepToShare> Steps { get; init; }

    /// <summary>
    /// What it takes for one dyad. Nearest are issues that one side says are agreed, then by how many levels are missing to agreed in principle
    /// (one from narrowing, three from not discussed), then deferred ones, for they were set aside, then unknown ones, for nobody can tell how far
    /// they are. Equally near ones: those to which fewer of the two object first, then in the order of the agenda. Only the two are looked at:
    /// whether an issue is agreed over the whole board depends on other dyads too. Null where no issue in scope applies to the dyad, or the key is
    /// none.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The target is 0 or below, or above 1.</exception>
    public static WhatItTakes? Of(BoardSnapshot at, string dyadKey, Ratio target)
    {
        Check(target);
        return at.Dyad(dyadKey) is not { Shares: { Total: > 0 } shares } ? null : Of(
            target, shares.Agreed,
            at.Issues.Select(issue => (Issue: issue, Between: issue.Between(dyadKey))).Where(x => x.Between is { Applies: true })
                .Where(x => x.Between!.Judge(Threshold.Agreed) != Verdict.Met)
                .OrderBy(x => Distance(x.Between!.Level))
                .ThenBy(x => x.Issue.Objections.Count(p => x.Between!.Dyad.Includes(p.PartyKey)))
                .ThenBy(x => x.Issue.Number)
                .Select(x => (x.Issue, (IStanding)x.Between!)));
    }

    /// <summary>
    /// What it takes over the whole board, where an issue is agreed when all pairs that decide it agree. Nearest as between a dyad, by the level
    /// over the board, which is that of its weakest pair; of equally near ones those that fewer pairs block, then those to which fewer parties
    /// object, then in the order of the agenda. Null where no issue in scope applies to a pair.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The target is 0 or below, or above 1.</exception>
    public static WhatItTakes? Of(BoardSnapshot at, Ratio target)
    {
        Check(target);
        return at.Shares.Total == 0 ? null : Of(
            target, at.Shares.Agreed,
            at.Issues.Where(issue => issue.Applies && issue.Judge(Threshold.Agreed) != Verdict.Met)
                .OrderBy(issue => Distance(issue.Level))
                .ThenBy(issue => issue.BlockedBy.Count)
                .ThenBy(issue => issue.Objections.Count)
                .ThenBy(issue => issue.Number)
                .Select(issue => (issue, (IStanding)issue)));
    }

    /// <summary>The first of 50%, 75% and all that is above the share on record; all where the share is all or of no issue.</summary>
    public static Ratio NextTarget(Share now) =>
        new[] { new Ratio(1, 2), new Ratio(3, 4) }.Where(target => now.Value < target).DefaultIfEmpty(Ratio.One).First();

    private static void Check(Ratio target)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(target, Ratio.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(target, Ratio.One);
    }

    private static WhatItTakes Of(Ratio target, Share now, IEnumerable<(IssueStanding Issue, IStanding Standing)> nearestFirst)
    {
        var (met, unknown) = (now.Met, now.Unknown);
        var steps = new List<StepToShare>();
        foreach (var (issue, standing) in nearestFirst)
        {
            met++;
            unknown -= standing.Judge(Threshold.Agreed) == Verdict.Unknown ? 1 : 0;
            steps.Add(new StepToShare(issue, standing, new Share(met, unknown, now.Total)));
        }

        return new WhatItTakes { Target = target, Now = now, Steps = steps };
    }

    private static int Distance(Level level) => level switch
    {
        Level.AgreedInPrinciple or Level.TextAgreed or Level.Concluded => 0, // one side says so: else it would be counted
        Level.Narrowing or Level.Disputed or Level.NotDiscussed => Level.AgreedInPrinciple.Rank()!.Value - level.Rank()!.Value,
        Level.Deferred => 4,
        Level.Unknown => 5,
        Level.NotApplicable => throw new ArgumentOutOfRangeException(nameof(level), level, "A dyad to which the issue does not apply is not judged."),
    };
}

/// <summary>An issue on the way to a share.</summary>
/// <param name="Issue">The issue over the whole board.</param>
/// <param name="Standing">The issue in the scope of the share, not agreed on record: between the dyad, or over the board.</param>
/// <param name="After">The agreed share if it and all nearer ones were agreed.</param>
public sealed record StepToShare(IssueStanding Issue, IStanding Standing, Share After)
{
    /// <summary>
    /// How many levels are missing to agreed in principle: 0 where one side says that it is agreed, up to 3; null where it is deferred or unknown,
    /// for these stand outside the order.
    /// </summary>
    public int? Levels => Standing.Level.Rank() is { } rank ? Math.Max(0, Level.AgreedInPrinciple.Rank()!.Value - rank) : null;
}
