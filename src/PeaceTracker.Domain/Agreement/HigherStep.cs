using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Domain.Agreement;

/// <summary>A level that a dyad had reached on an issue, and no longer has.</summary>
/// <param name="Between">The issue between the dyad.</param>
/// <param name="Step">The first of the steps in a row that say the higher level, of which one on record goes before a claimed one.</param>
/// <param name="Until">When another level followed.</param>
public sealed record HigherStep(DyadStanding Between, LevelStep Step, DateAsKnown Until)
{
    /// <summary>
    /// The highest level that a dyad over which the issue is judged has fallen from since, to where it still is below; of several alike one on
    /// record before a claimed one, then the newest. Null where no dyad was ever further than it is.
    /// </summary>
    public static HigherStep? Of(IssueStanding standing) => standing.Judged
        .SelectMany(between => LevelFall.Of(between.Path)
            .Where(fall => between.Level.Rank() is not { } now || now < fall.From.Level.Rank())
            .Select(fall => Of(between, fall.From)))
        .OrderByDescending(higher => higher.Step.Level.Rank()).ThenByDescending(higher => higher.Step.Basis == Basis.OnRecord)
        .ThenByDescending(higher => higher.Until.On).FirstOrDefault();

    private static HigherStep Of(DyadStanding between, LevelStep last)
    {
        var path = between.Path;
        var end = path.TakeWhile(step => step != last).Count();
        var start = end;
        while (start > 0 && path[start - 1].Level == last.Level)
        {
            start--;
        }

        var held = path.Take(start..(end + 1)).ToList();
        return new HigherStep(between, held.Find(step => step.Basis == Basis.OnRecord) ?? held[0], path[end + 1].When);
    }
}
