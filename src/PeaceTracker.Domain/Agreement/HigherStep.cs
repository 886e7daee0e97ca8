using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Domain.Agreement;

/// <summary>A level that a dyad had reached on an issue, and no longer has.</summary>
/// <param name="Between">The issue between the dyad.</param>
/// <param name="Step">The step to the higher level.</param>
/// <param name="Until">When the level fell.</param>
public sealed record HigherStep(DyadStanding Between, LevelStep Step, DateAsKnown Until)
{
    /// <summary>
    /// The highest level that a dyad over which the issue is judged has fallen from since, to where it still is below; of several alike the
    /// newest. Null where no dyad was ever further than it is.
    /// </summary>
    public static HigherStep? Of(IssueStanding standing) => standing.Judged
        .SelectMany(between => LevelFall.Of(between.Path)
            .Where(fall => between.Level.Rank() is not { } now || now < fall.From.Level.Rank())
            .Select(fall => new HigherStep(between, fall.From, fall.To.When)))
        .OrderByDescending(higher => higher.Step.Level.Rank()).ThenByDescending(higher => higher.Until.On).FirstOrDefault();
}
