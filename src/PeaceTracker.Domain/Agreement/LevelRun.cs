using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Domain.Agreement;

/// <summary>Issues that look alike in a picture of a scope: of one level and one basis.</summary>
/// <param name="Level">The level shown.</param>
/// <param name="OneSided">Whether it rests on one side's or a third party's word.</param>
/// <param name="Count">How many issues: 1 or more.</param>
public sealed record LevelRun(Level Level, bool OneSided, int Count)
{
    /// <summary>Whether they are counted in the agreed share: agreed in principle or better, on record.</summary>
    public bool Counted => Level.IsAgreed() && !OneSided;

    /// <summary>
    /// The issues of a scope in the order in which a picture draws them, so that what the eye counts is what the figure says: first those
    /// that the agreed share counts, from concluded down; then those at the same levels that only one side says; then the rest, downwards,
    /// of each level those on record first; deferred and unknown last. Nothing is drawn where there is nothing: a run has one issue or
    /// more. The counts come from <see cref="ScopeShares.Levels"/>; those of the counted runs sum to <see cref="Share.Met"/> of the agreed
    /// share, and all of them to its total.
    /// </summary>
    public static IReadOnlyList<LevelRun> Of(IEnumerable<LevelCount> counts) =>
    [
        .. counts.SelectMany(c => new[] { new LevelRun(c.Level, false, c.Count - c.Claimed), new LevelRun(c.Level, true, c.Claimed) })
            .Where(run => run.Count > 0)
            .OrderByDescending(run => run.Counted)
            .ThenByDescending(run => run.Level.IsAgreed())
            .ThenByDescending(run => run.Level.Rank() ?? -1)
            .ThenBy(run => run.Level == Level.Unknown)
            .ThenBy(run => run.OneSided),
    ];
}
