using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Domain.Agreement;

/// <summary>The level of an issue over the whole board from a day on.</summary>
/// <param name="When">The day, as exactly as it is known.</param>
/// <param name="Level">The level from that day on.</param>
public sealed record LevelCourse(DateAsKnown When, Level Level)
{
    /// <summary>
    /// The levels of an issue over the whole board up to its board's date, oldest first, one for each day on which the level became another; empty
    /// where nothing is recorded. On every day it is judged over the pairs over which it is judged on the board's date, so that a change is one of
    /// statuses and never of judgement. The rule is that of <see cref="IssueStanding.Level"/>.
    /// </summary>
    public static IReadOnlyList<LevelCourse> Of(IssueStanding standing)
    {
        var course = new List<LevelCourse>();
        foreach (var day in standing.Judged.SelectMany(d => d.Path).GroupBy(step => step.Date).OrderBy(steps => steps.Key))
        {
            List<DyadStanding> then =
            [
                .. standing.Judged.Select(d => new DyadStanding(d.Issue, d.Dyad, [.. d.Path.TakeWhile(step => step.Date <= day.Key)])),
            ];
            var level = new IssueStanding(standing.Issue, standing.Number, then, []).Level;
            if (level != (course.Count == 0 ? Level.Unknown : course[^1].Level))
            {
                course.Add(new(new DateAsKnown(day.Key, day.Min(step => step.Precision)), level));
            }
        }

        return course;
    }
}
