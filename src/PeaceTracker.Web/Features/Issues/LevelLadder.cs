using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Web.Shared.Charts;

namespace PeaceTracker.Web.Features.Issues;

/// <summary>
/// The path of one issue between one pair on a ladder that is the same for every pair: the six levels, and under them a rung for what is outside
/// their order. Across in percent, down in pixels.
/// </summary>
/// <param name="Pair">The pair.</param>
/// <param name="Marks">The entries: of each day the one that gives the level, and those that disagree with it.</param>
/// <param name="Lines">The lines through them.</param>
public sealed record LevelLadder(DyadStanding Pair, IReadOnlyList<LadderMark> Marks, LadderLines Lines)
{
    /// <summary>The height of a ladder, in pixels.</summary>
    public const double Height = 128;

    private const double Top = 12, Rung = 16, Outside = Top + (6 * Rung) + 6;

    /// <summary>The rungs, each with its height: the most agreed first, then what is outside the order.</summary>
    public static IReadOnlyList<(Level? Level, double Y)> Rungs { get; } =
        [.. LevelScale.Ordered.Reverse().Select((level, i) => ((Level?)level, Top + (i * Rung))), (null, Outside)];

    /// <summary>The ladder of a pair on an axis of time; <paramref name="last"/> is the day of the newest evidence on the issue.</summary>
    public static LevelLadder Of(DyadStanding pair, ShareChartGeometry axis, DateOnly last) => new(
        pair,
        [
            .. pair.Path.SelectMany(step => step.Events.Select(e =>
                    new LadderMark(step, e, axis.Across(step.Date), YOf(e.Level), axis.Across(axis.Span(step.When).To))))
                .Where(mark => mark.Shown || (mark.Step.Contested && mark.Event.Level != mark.Step.Level)),
        ],
        LadderLines.Of(
            pair.Path.Select(s => (axis.Across(s.Date), s.Level)), YOf, axis.Across(last < axis.From ? axis.From : last), axis.Across(axis.To)));

    /// <summary>The height of a level; what is outside the order has one rung.</summary>
    public static double YOf(Level level) => level.Rank() is { } rank ? Top + ((5 - rank) * Rung) : Outside;
}

/// <summary>An entry on a ladder.</summary>
/// <param name="Step">The step to which it belongs.</param>
/// <param name="Event">The entry.</param>
/// <param name="X">Its place in time, in percent of the width.</param>
/// <param name="Y">The height of its level, in pixels.</param>
/// <param name="Until">The last day on which it can have been, as far as it is drawn: its place in time where the day is known.</param>
public sealed record LadderMark(LevelStep Step, StatusEvent Event, double X, double Y, double Until)
{
    /// <summary>Whether it gives the level; one that does not disagrees with it.</summary>
    public bool Shown => Event == Step.Shown;

    /// <summary>Whether it rests on one side's word: drawn hatched.</summary>
    public bool OneSided => (Shown ? Step.Basis : Event.Basis) == Basis.Claimed;
}
