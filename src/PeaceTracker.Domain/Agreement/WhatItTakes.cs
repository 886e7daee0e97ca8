using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Domain.Agreement;

/// <summary>What would have to be agreed between two parties for their agreed share to reach a chosen one. Arithmetic, not a forecast.</summary>
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
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(target, Ratio.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(target, Ratio.One);
        if (at.Dyad(dyadKey) is not { Shares: { Total: > 0 } shares })
        {
            return null;
        }

        var now = shares.Agreed;
        var (met, unknown) = (now.Met, now.Unknown);
        var steps = new List<StepToShare>();
        var open = at.Issues.Select(issue => (Issue: issue, Between: issue.Between(dyadKey)))
            .Where(x => x.Between is { Applies: true } && x.Between.Judge(Threshold.Agreed) != Verdict.Met)
            .Select(x => (x.Issue, Between: x.Between!))
            .OrderBy(x => Distance(x.Between.Level))
            .ThenBy(x => x.Issue.Objections.Count(p => x.Between.Dyad.Includes(p.PartyKey)))
            .ThenBy(x => x.Issue.Number);
        foreach (var (issue, between) in open)
        {
            met++;
            unknown -= between.Judge(Threshold.Agreed) == Verdict.Unknown ? 1 : 0;
            steps.Add(new StepToShare(issue, between, new Share(met, unknown, now.Total)));
        }

        return new WhatItTakes { Target = target, Now = now, Steps = steps };
    }

    /// <summary>The first of 50%, 75% and all that is above the share on record; all where the share is all or of no issue.</summary>
    public static Ratio NextTarget(Share now) =>
        new[] { new Ratio(1, 2), new Ratio(3, 4) }.Where(target => now.Value < target).DefaultIfEmpty(Ratio.One).First();

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
/// <param name="Between">The issue between the dyad, not agreed on record.</param>
/// <param name="After">The dyad's agreed share if it and all nearer ones were agreed.</param>
public sealed record StepToShare(IssueStanding Issue, DyadStanding Between, Share After)
{
    /// <summary>
    /// How many levels are missing to agreed in principle: 0 where one side says that it is agreed, up to 3; null where it is deferred or unknown,
    /// for these stand outside the order.
    /// </summary>
    public int? Levels => Between.Level.Rank() is { } rank ? Math.Max(0, Level.AgreedInPrinciple.Rank()!.Value - rank) : null;
}
