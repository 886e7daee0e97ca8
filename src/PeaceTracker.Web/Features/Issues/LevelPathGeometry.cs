using System.Globalization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Issues;

/// <summary>Where the lines of a drawing of level steps go. Only levels that occur have a lane, those outside the order at the bottom.</summary>
public sealed record LevelPathGeometry
{
    /// <summary>Width of the drawing, in its own units.</summary>
    public const int Width = 400;

    /// <summary>Where time begins, after the names of the lanes.</summary>
    public const int Left = 132;

    /// <summary>Where time ends.</summary>
    public const int Right = 392;

    private const int LaneHeight = 24;

    private LevelPathGeometry()
    {
    }

    /// <summary>Height of the drawing.</summary>
    public required int Height { get; init; }

    /// <summary>The lanes, the most agreed level first.</summary>
    public required IReadOnlyList<Lane> Lanes { get; init; }

    /// <summary>The steps.</summary>
    public required IReadOnlyList<Mark> Marks { get; init; }

    /// <summary>The line through the steps, as an SVG path.</summary>
    public required string Line { get; init; }

    /// <summary>The drawing of a path (at least one step, oldest first) up to a date.</summary>
    public static LevelPathGeometry Of(IReadOnlyList<LevelStep> path, DateOnly until)
    {
        List<Lane> lanes =
        [
            .. LevelStyle.ChartOrder.Where(level => path.Any(s => s.Level == level)).Select((level, i) => new Lane(level, (i * LaneHeight) + 14)),
        ];
        var days = Math.Max(1, until.DayNumber - path[0].Date.DayNumber);
        List<Mark> marks =
        [
            .. path.Select(step => new Mark(
                step,
                Left + 5 + ((Right - Left - 10.0) * (step.Date.DayNumber - path[0].Date.DayNumber) / days),
                lanes.Single(l => l.Level == step.Level).Y)),
        ];
        var steps = string.Concat(marks.Skip(1).Select(m => $"H{Number(m.X)}V{Number(m.Y)}"));
        var line = $"M{Number(marks[0].X)} {Number(marks[0].Y)}{steps}H{Number(Right)}";
        return new LevelPathGeometry { Height = (lanes.Count * LaneHeight) + 22, Lanes = lanes, Marks = marks, Line = line };
    }

    /// <summary>A coordinate as SVG writes it.</summary>
    public static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
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
    /// <summary>Whether it rests on one side's word: drawn as a ring.</summary>
    public bool Hollow => Step.Basis == Basis.Claimed;
}
