using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;

namespace PeaceTracker.Web.Features.Issues;

/// <summary>The lane of a party's positions: marks in time, and under each its word on the first line that has room for it.</summary>
public sealed record PositionLane
{
    private const double LetterWidth = 6.2, LineHeight = 14, MarkHeight = 22;
    private const int MostLines = 3;

    private PositionLane()
    {
    }

    /// <summary>The party.</summary>
    public required Party Party { get; init; }

    /// <summary>The height of its marks.</summary>
    public required double Y { get; init; }

    /// <summary>Where it ends, down from the top of the drawing.</summary>
    public required double Bottom { get; init; }

    /// <summary>The positions, oldest first.</summary>
    public required IReadOnlyList<PositionMark> Marks { get; init; }

    /// <summary>The lane of a party's positions, oldest first, <paramref name="top"/> down.</summary>
    public static PositionLane Of(Party party, IReadOnlyList<(Position Position, string Word)> positions, TimeAxis axis, double top)
    {
        var y = top + (MarkHeight / 2);
        List<double> freeFrom = [.. Enumerable.Repeat(0.0, MostLines)];
        var marks = new List<PositionMark>();
        var lines = 0;
        foreach (var (position, word) in positions)
        {
            var (x, width) = (axis.X(position.OccurredOn), word.Length * LetterWidth);
            var start = Math.Min(x - 7, TimeAxis.Width - width);
            var line = freeFrom.FindIndex(free => free <= start);
            if (line >= 0)
            {
                freeFrom[line] = start + width + LetterWidth;
                lines = Math.Max(lines, line + 1);
            }

            marks.Add(new(position, word, x, y, line < 0 ? null : (start, y + MarkHeight + (line * LineHeight))));
        }

        return new PositionLane { Party = party, Y = y, Bottom = top + MarkHeight + (lines * LineHeight) + 8, Marks = marks };
    }
}

/// <summary>The mark of a position.</summary>
/// <param name="Position">The position.</param>
/// <param name="Word">What it is, in short.</param>
/// <param name="X">Its place in time.</param>
/// <param name="Y">Its height.</param>
/// <param name="WordAt">Where its word begins; null where there was no room, and its name and the table say it.</param>
public sealed record PositionMark(Position Position, string Word, double X, double Y, (double X, double Y)? WordAt);
