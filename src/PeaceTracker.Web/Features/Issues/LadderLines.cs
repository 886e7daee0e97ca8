using System.Text;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Web.Shared.Charts;

namespace PeaceTracker.Web.Features.Issues;

/// <summary>The lines of a path through levels, as paths of an SVG that is 1,000 wide and as high as it is in pixels.</summary>
/// <param name="Below">While it is below agreed in principle.</param>
/// <param name="Agreed">While it is agreed in principle or better.</param>
/// <param name="Unknown">While nothing is known: before the first step, and after the newest evidence.</param>
/// <param name="Falls">The steps down, each a line of its own.</param>
public sealed record LadderLines(string Below, string Agreed, string Unknown, IReadOnlyList<string> Falls)
{
    /// <summary>Each line with its class, those in front last; empty ones are left out.</summary>
    public IEnumerable<(string Class, string Path)> Drawn => new[]
    {
        ("path-unknown", Unknown), ("path-line", Below), ("path-agreed", Agreed), ("path-fall", string.Concat(Falls)),
    }.Where(line => line.Item2.Length > 0);

    /// <summary>
    /// The lines through steps, each at its place in percent of the width; <paramref name="y"/> is the height of a level,
    /// <paramref name="known"/> how far across the newest evidence lies, <paramref name="end"/> the edge.
    /// </summary>
    public static LadderLines Of(IEnumerable<(double X, Level Level)> steps, Func<Level, double> y, double known, double end)
    {
        var (below, agreed, unknown) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        var falls = new List<string>();
        var (x, level) = (0.0, Level.Unknown);
        foreach (var step in steps)
        {
            LineOf(level).Append(Stretch(x, step.X, y(level)));
            if (step.Level.Rank() < level.Rank())
            {
                falls.Add(Rise(step.X, y(level), y(step.Level)));
            }
            else if (y(level) != y(step.Level))
            {
                below.Append(Rise(step.X, y(level), y(step.Level)));
            }

            (x, level) = step;
        }

        var last = Math.Max(x, Math.Min(end, known));
        LineOf(level).Append(Stretch(x, last, y(level)));
        unknown.Append(Stretch(last, end, y(level)));
        return new(below.ToString(), agreed.ToString(), unknown.ToString(), falls);

        StringBuilder LineOf(Level at) => at == Level.Unknown ? unknown : at.IsAgreed() ? agreed : below;
    }

    private static string Stretch(double from, double to, double y) => to > from ? $"M{N(from * 10)} {N(y)}H{N(to * 10)}" : "";

    private static string Rise(double x, double from, double to) => $"M{N(x * 10)} {N(from)}V{N(to)}";

    private static string N(double number) => SharePath.N(number);
}
