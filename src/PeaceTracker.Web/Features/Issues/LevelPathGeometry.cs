using System.Globalization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Issues;

/// <summary>Where the lines of a drawing of level steps go. Only levels that occur have a lane, those outside the order at the bottom.</summary>
public sealed record LevelPathGeometry
{
    private const int LaneHeight = 24;

    private LevelPathGeometry()
    {
    }

    /// <summary>Where it ends, down from the top of the drawing.</summary>
    public required double Bottom { get; init; }

    /// <summary>The lanes, the most agreed level first.</summary>
    public required IReadOnlyList<Lane> Lanes { get; init; }

    /// <summary>The steps.</summary>
    public required IReadOnlyList<Mark> Marks { get; init; }

    /// <summary>The line through the steps, as an SVG path.</summary>
    public required string Line { get; init; }

    /// <summary>The steps down, each with the line that falls, as an SVG path with its point.</summary>
    public required IReadOnlyList<(LevelFall Fall, string Line)> Falls { get; init; }

    /// <summary>The drawing of a path (at least one step, oldest first) on an axis, <paramref name="top"/> down.</summary>
    public static LevelPathGeometry Of(IReadOnlyList<LevelStep> path, TimeAxis axis, double top = 0)
    {
        List<Lane> lanes =
        [
            .. LevelStyle.ChartOrder.Where(level => path.Any(s => s.Level == level))
                .Select((level, i) => new Lane(level, top + (i * LaneHeight) + 14)),
        ];
        List<Mark> marks = [.. path.Select(step => new Mark(step, axis.X(step.Date), Y(step)))];
        var steps = string.Concat(marks.Skip(1).Select(m => $"H{Number(m.X)}V{Number(m.Y)}"));
        return new LevelPathGeometry
        {
            Bottom = top + (lanes.Count * LaneHeight) + 4,
            Lanes = lanes,
            Marks = marks,
            Line = $"M{Number(marks[0].X)} {Number(marks[0].Y)}{steps}H{TimeAxis.Right}",
            Falls = [.. LevelFall.Of(path).Select(fall => (fall, Down(axis.X(fall.To.Date), Y(fall.From), Y(fall.To))))],
        };

        double Y(LevelStep step) => lanes.Single(l => l.Level == step.Level).Y;
    }

    /// <summary>A coordinate as SVG writes it.</summary>
    public static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    // Down to just above the mark, with an arrow's head.
    private static string Down(double x, double from, double to) =>
        $"M{Number(x)} {Number(from)}V{Number(to - 7)}M{Number(x - 5)} {Number(to - 12)}L{Number(x)} {Number(to - 6)}L{Number(x + 5)} " +
            $"{Number(to - 12)}";
}

/// <summary>The lane of a level.</summary>
/// <param name="Level">The level.</param>
/// <param name="Y">Its height.</param>
public sealed record Lane(Level Level, double Y);

/// <summary>The mark of a step.</summary>
/// <param name="Step">The step.</param>
/// <param name="X">Its place in time.</param>
/// <param name="Y">The height of its level.</param>
public sealed record Mark(LevelStep Step, double X, double Y)
{
    /// <summary>Whether it rests on one side's word: drawn hatched.</summary>
    public bool OneSided => Step.Basis == Basis.Claimed;
}
