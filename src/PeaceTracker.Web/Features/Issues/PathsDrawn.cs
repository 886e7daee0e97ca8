using System.Globalization;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Web.Shared;
using PeaceTracker.Web.Shared.Charts;

namespace PeaceTracker.Web.Features.Issues;

/// <summary>The paths of issues as they are drawn small and side by side: one ladder and one axis of time for all.</summary>
/// <param name="Axis">The axis of time.</param>
/// <param name="Drawn">The issues drawn.</param>
public sealed record PathsDrawn(ShareChartGeometry Axis, IReadOnlyList<PathDrawn> Drawn)
{
    /// <summary>The height of one path, in pixels.</summary>
    public const int Height = 58;

    private const int Most = 60;

    /// <summary>The paths of a board's issues: as on the agenda, or those that moved last first, which are drawn where there are too many.</summary>
    public static PathsDrawn Of(BoardSnapshot at, bool byMove)
    {
        var axis = new ShareChartGeometry([at.Negotiation.StartedOn, at.Date]);
        var drawn = byMove || at.Issues.Count > Most
            ? at.Issues.OrderByDescending(i => i.Judged.Select(d => d.Step?.Date).Max()).Take(Most)
            : at.Issues;
        return new(axis, [.. drawn.Select(i => (Issue: i, Course: LevelCourse.Of(i))).Select(x => new PathDrawn(
            x.Issue, x.Course, Lines(axis, x.Issue, x.Course)))]);
    }

    /// <summary>How far down a level is.</summary>
    public static double Y(Level level) => level.Rank() is { } rank ? 5 + ((5 - rank) * 8) : 53;

    /// <summary>The level, and since when; a fall on the way is said, because its colour says it alone.</summary>
    public static string Words(IStringLocalizer<Text> l, PathDrawn path)
    {
        var (standing, course) = (path.Standing, path.Course);
        var words = course.Count == 0 ? l.Word(standing.Level)
            : l["{0} since {1}", l.Word(standing.Level), course[^1].When.On.ToString("MMM yyyy", CultureInfo.CurrentCulture)].Value;
        var falls = course.Zip(course.Skip(1)).Count(pair => pair.Second.Level.Rank() < pair.First.Level.Rank());
        return falls == 0 ? words : $"{words}, {l.Number(falls, "fell once", "fell {0} times")}";
    }

    private static LadderLines Lines(ShareChartGeometry axis, IssueStanding standing, IReadOnlyList<LevelCourse> course) => LadderLines.Of(
        course.Select(c => (axis.Across(c.When.On < axis.From ? axis.From : c.When.On), c.Level)), Y,
        standing.LastEvidence is { } last ? axis.Across(last.Last < axis.From ? axis.From : last.Last) : 0, axis.Across(axis.To));
}

/// <summary>The path of one issue.</summary>
/// <param name="Standing">The issue as it stands.</param>
/// <param name="Course">Its levels over the whole board.</param>
/// <param name="Lines">The lines through them.</param>
public sealed record PathDrawn(IssueStanding Standing, IReadOnlyList<LevelCourse> Course, LadderLines Lines);
